import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { filterInput } from '../../src/main/hosts/electron/input-filter.ts';
import { createKeyboardCapture } from '../../src/main/hosts/electron/keyboard-capture.ts';
import { typedInto } from '../wedge/page.ts';
import {
  type KeyEvent,
  keyFor,
  type Layout,
  personArbitrary,
  personStrokes,
  readerStrokes,
  scanGaps,
  scanText,
  together,
} from '../wedge/rhythms.ts';
import { createChromiumKeys } from './chromium-keys.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function openWindow() {
  const keys = createChromiumKeys();
  const scans: string[] = [];
  let stalledMs = 0;
  const capture = createKeyboardCapture({
    contents: keys.contents,
    handIn: (text) => scans.push(text),
    now: () => performance.now() + stalledMs,
  });
  capture.set(true);
  const acts: string[] = [];
  filterInput(keys.contents, 'console', (verdict) => acts.push(verdict), capture);
  const run = (events: readonly KeyEvent[]): void => {
    const from = performance.now() - (events[0]?.at ?? 0);
    for (const { at, type, facts } of events) {
      vi.advanceTimersByTime(Math.max(0, from + at - performance.now()));
      if (type === 'down') keys.down(facts);
      else keys.up(facts);
    }
    vi.advanceTimersByTime(300);
  };
  /** Time passes, and no timer runs. */
  const stall = (ms: number): void => {
    stalledMs += ms;
  };
  return { ...keys, capture, scans, acts, run, stall };
}

const layout = fc.constantFrom<Layout>('us', 'danish');
const end = fc.constantFrom('\n', '\t');
const type = (text: string, start = 0, gap = 100): KeyEvent[] =>
  personStrokes(
    [...text].map((character) => ({ character, gap, dwell: 80, repeats: 0 })),
    'danish',
    start,
  );

describe('a person', () => {
  test('finds in the field what they typed, in order, the first character included', () => {
    const person = layout.chain((of) =>
      personArbitrary(of, { commands: true }).map((strokes) => personStrokes(strokes, of)),
    );
    fc.assert(
      fc.property(person, (strokes) => {
        const { run, field, scans } = openWindow();
        const events = together(strokes);
        run(events);
        expect(field()).toBe(typedInto(events));
        expect(scans).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('types characters that no American keyboard has', () => {
    const { run, field } = openWindow();
    run(type('dæb&;'));
    expect(field()).toBe('dæb&;');
  });

  test('loses nothing where the process stood still', () => {
    const { run, field, scans, down, up, stall } = openWindow();
    run(type('ab'));
    // Six keys wait for a second and arrive at once.
    down(keyFor('1', 'us'));
    stall(1000);
    for (const character of '23456\n') {
      down(keyFor(character, 'us'));
      up(keyFor(character, 'us'));
    }
    run([]);
    expect(field()).toBe('ab123456\n');
    expect(scans).toEqual([]);
  });

  test('sees their keys go down and come up, each once, in order', () => {
    const { run, seen } = openWindow();
    run(type('ak7'));
    expect(seen().filter((step) => step.startsWith('down'))).toEqual(['down a', 'down k', 'down 7']);
    for (const key of ['a', 'k', '7']) expect(seen()).toContain(`up ${key}`);
  });
});

describe('a scan', () => {
  test('reaches no page, and is handed in as it was read', () => {
    fc.assert(
      fc.property(scanText, scanGaps, end, (text, gaps, last) => {
        const { run, field, seen, scans } = openWindow();
        run(together(readerStrokes(text + last, 0, gaps, 0.5)));
        expect(field()).toBe('');
        expect(seen()).toEqual([]);
        expect(scans).toEqual([text]);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves what a person types before and after, and letters of theirs in its middle', () => {
    const { run, field, scans } = openWindow();
    run(together(type('Freja '), readerStrokes('0027314141\n', 560, [9], 0.5), type('skrev 12', 600)));
    expect(field()).toBe('Freja skrev 12');
    expect(scans).toEqual(['0027314141']);
  });

  test('is one although the process stood still for a moment in it', () => {
    const { run, field, scans, down, stall } = openWindow();
    down(keyFor('0', 'us'));
    stall(150);
    for (const character of '02731') down(keyFor(character, 'us'));
    stall(80);
    for (const character of '4141\n') down(keyFor(character, 'us'));
    run([]);
    expect(field()).toBe('');
    expect(scans).toEqual(['0027314141']);
  });
});

test('while it is off every key passes at once', () => {
  const { run, capture, down, field, scans } = openWindow();
  capture.set(false);
  down(keyFor('1', 'us'));
  expect(field()).toBe('1');
  run(readerStrokes('0027314141', 10, [9], 0.5));
  expect(field()).toBe('10027314141');
  expect(scans).toEqual([]);
});

test('turned off, it gives back what it held', () => {
  const { capture, down, field } = openWindow();
  down(keyFor('1', 'us'));
  expect(field()).toBe('');
  capture.set(false);
  expect(field()).toBe('1');
});

test('a refused key stays refused, a staff chord acts, and neither overtakes what is held', () => {
  const { run, down, field, seen, acts } = openWindow();
  down(keyFor('a', 'us'));
  const plain = keyFor('s', 'us');
  down({ ...plain, key: 'F5', code: 'F5' });
  down({ ...plain, key: 'S', control: true, alt: true, shift: true });
  run([]);
  expect(acts).toEqual(['change-window']);
  expect(field()).toBe('a');
  expect(seen()).toEqual(['down a', 'up a']);
});
