/** `npm run reader` as a person starts it, with the real node-hid on a device that umockdev plays. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { vendorDescriptor } from './umockdev/device-files.ts';
import { playDevice } from './umockdev/played-device.ts';

const command = fileURLToPath(new URL('../../scripts/reader.mjs', import.meta.url));
const patience = { timeout: 60_000, interval: 20 };
const card = [0x5e, 0x00, 0x02, 0xf6, 0x23, 0xae, ...Array<number>(10).fill(0)];

vi.setConfig({ testTimeout: 180_000 });

/** `out` and `err` are what it has printed so far. */
function start(...given: readonly string[]) {
  const device = playDevice({
    ...{ vendorId: 0x1209, productId: 0xf0e1, product: 'Invented raw reader' },
    descriptor: vendorDescriptor,
  });
  const [program, ...before] = device.under;
  const child = spawn(program, [...before, process.execPath, command, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seen = { out: '', err: '' };
  for (const [name, stream] of [['out', child.stdout] as const, ['err', child.stderr] as const])
    stream.on('data', (piece) => {
      seen[name] += piece;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let isPlaying = true;
  /** The player ends once the command has, and its script. */
  function end(): Promise<number | null> {
    if (isPlaying) device.remove();
    isPlaying = false;
    return ended;
  }
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await end();
  });
  return { device, child, seen, end };
}

describe.skipIf(process.platform !== 'linux')('on a mocked device (Linux only)', () => {
  test('list shows the reader', async () => {
    const { seen, end } = start('list');
    await vi.waitFor(() => expect(seen.out).toContain('profiles'), patience);
    expect(await end()).toBe(0);
    expect(seen.out).toBe(
      '1209:F0E1  Invented raw reader\n' +
        "  usages    FF00:0001 maker's own\n  access    granted\n  profiles  raw\n",
    );
  });

  test('watch shows its state and its cards until Ctrl+C', async () => {
    const field = ['--field', '2:4:big', '--format', 'H10301'];
    const { device, child, seen, end } = start(
      'watch',
      '--device',
      '1209:F0E1',
      '--profile',
      'raw',
      ...field,
    );
    await vi.waitFor(() => expect(seen.out).toContain('ready: tap a card'), patience);
    device.send(card);
    await vi.waitFor(() => expect(seen.out).toContain('tap: H10301, facility 123, number 4567'), patience);
    child.kill('SIGINT');
    expect(await end()).toBe(0);
  });

  test('probe finds the card in the report by the number printed on it', async () => {
    const { device, seen, end } = start('probe', '--printed', '123,04567');
    await vi.waitFor(() => expect(seen.err).toContain('tap a card'), patience);
    // What comes within the first moments was read before anybody listened, so nobody taps only once in a hurry.
    await vi.waitFor(
      () => {
        device.send(card);
        expect(seen.out).toContain('settings');
      },
      { timeout: 60_000, interval: 500 },
    );
    expect(await end()).toBe(0);
    expect(seen.out).toContain('settings  profile raw, format H10301, field 2:4:big\n');
  });
});
