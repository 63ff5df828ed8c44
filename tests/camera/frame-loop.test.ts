import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { frameMilliseconds, readFrames } from '../../src/renderer/kiosk/camera/frame-loop.ts';
import type { FrameReading } from '../../src/renderer/kiosk/camera/read-frame.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const frame = { width: 1, height: 1 } as ImageData;

/** A loop whose reader takes `takes` milliseconds and answers `readings` in turn, then nothing. */
function loop(parts: { readonly takes: number; readonly readings?: readonly (FrameReading | Error)[] }) {
  const seen = { started: [] as number[], atOnce: 0, most: 0, readings: [] as FrameReading[], faults: 0 };
  const answers = [...(parts.readings ?? [])];
  const began = performance.now();
  const end = readFrames({
    takeFrame: () => frame,
    async read() {
      seen.started.push(performance.now() - began);
      seen.atOnce += 1;
      seen.most = Math.max(seen.most, seen.atOnce);
      await new Promise((resolve) => setTimeout(resolve, parts.takes));
      seen.atOnce -= 1;
      const answer = answers.shift() ?? { found: 'nothing' };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onReading: (reading) => void seen.readings.push(reading),
    onFault: () => {
      seen.faults += 1;
    },
  });
  return { seen, end };
}

test.each([0, 40, 199, 200, 330, 1500])(
  'a reader of %i ms reads one frame at a time, five a second at most',
  async (takes) => {
    const { seen, end } = loop({ takes });
    await vi.advanceTimersByTimeAsync(10_000);
    end();
    expect(seen.most).toBe(1);
    expect(seen.started.length).toBeGreaterThan(5);
    for (const [index, started] of seen.started.slice(1).entries())
      expect(started - (seen.started[index] ?? 0)).toBeGreaterThanOrEqual(Math.max(takes, frameMilliseconds));
  },
);

test('no frame is taken while a code is looked up, and the next one at the usual pace', async () => {
  const code = { found: 'code', code: 'FC:00' } as const;
  const lookUp = vi.fn(() => new Promise<void>((done) => setTimeout(done, 3000)));
  const takeFrame = vi.fn(() => frame);
  const end = readFrames({ takeFrame, read: async () => code, onReading: lookUp, onFault: vi.fn() });
  await vi.advanceTimersByTimeAsync(2900);
  expect([takeFrame, lookUp].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(lookUp).toHaveBeenCalledWith(code);
  await vi.advanceTimersByTimeAsync(3100);
  end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(takeFrame.mock.calls.length).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('a reader that fails is told once and asked no more', async () => {
  const { seen } = loop({ takes: 10, readings: [new Error('memory')] });
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toMatchObject({ faults: 1, readings: [] });
  expect(seen.started).toHaveLength(1);
});

test.each([{ found: 'code', code: 'FC:00' } as const, new Error('late')])(
  'what comes after the end is nobody’s',
  async (late) => {
    const { seen, end } = loop({ takes: 100, readings: [late] });
    await vi.advanceTimersByTimeAsync(50);
    end();
    await vi.advanceTimersByTimeAsync(5000);
    expect(seen).toMatchObject({ faults: 0, readings: [] });
    expect(seen.started).toHaveLength(1);
  },
);

test('a camera without a picture yet is asked again, at the same pace', async () => {
  const takeFrame = vi.fn(() => null);
  const read = vi.fn();
  const end = readFrames({ takeFrame, read, onReading: vi.fn(), onFault: vi.fn() });
  await vi.advanceTimersByTimeAsync(1000);
  end();
  expect(takeFrame).toHaveBeenCalledTimes(6);
  expect(read).not.toHaveBeenCalled();
});
