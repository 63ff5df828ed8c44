/** One reader at a time, from the kernel's HID layer to what the host is told. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import type { ReaderChild } from '../../src/main/readers/reader-link.ts';
import { sameCardMs } from '../../src/shared/same-card.ts';
import { bootReports, type } from '../readers/typing.ts';
import { keyboardDescriptor, vendorDescriptor } from '../readers/umockdev/device-files.ts';
import type { Checks } from './checks.ts';
import { plugInPcprox } from './pcprox-device.ts';
import { startReader, written } from './readers-under-test.ts';
import { plugIn, type VirtualDevice } from './virtual-device.ts';

const desk: ReaderConfiguration = {
  readerId: 'desk',
  name: '',
  place: 'desk',
  profile: 'raw',
  format: null,
  device: null,
  raw: null,
};
export const rawIds = { vendorId: 0x1209, productId: 0xf0e1 } as const;
/** A reader that sends a decimal number in bytes 2 to 5. */
export const rawReader: ReaderConfiguration = {
  ...desk,
  format: 'DEC',
  device: '1209:F0E1',
  raw: { offset: 2, length: 4, byteOrder: 'big' },
};
const keyboardReader: ReaderConfiguration = { ...desk, profile: 'keyboard', device: '08FF:0009' };

export const plugInRaw = (): Promise<VirtualDevice> =>
  plugIn({ ...rawIds, product: 'Invented raw reader', descriptor: vendorDescriptor });

/** The report of a card; the tail is what such readers leave in there. */
export function rawReport(number: number): readonly number[] {
  const bytes = [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff);
  return [0x5e, 0x00, ...bytes, ...Array<number>(10).fill(0xa5)];
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function checkReaders({ check, note }: Checks): Promise<void> {
  await check('a raw reader: found, ready, cards read, pulled out and plugged in again', async () => {
    await using readers = startReader(rawReader);
    await readers.untilState('absent plug-in');
    await using first = await plugInRaw();
    await readers.untilState('ready');
    first.send(rawReport(6_613_779));
    first.send(rawReport(57_169_547));
    await readers.until(() => readers.reads.length === 2, 'a second read');
    assert.deepEqual(readers.reads.map(written), ['DEC – 6613779', 'DEC – 57169547']);
    await first.unplug();
    await readers.untilState('lost plug-in');
    await using second = await plugInRaw();
    const plugged = performance.now();
    await readers.untilState('ready');
    note(`ready again ${(performance.now() - plugged).toFixed(0)} ms after it was plugged in`);
    second.send(rawReport(6_613_780));
    await readers.until(() => readers.reads.length === 3, 'a third read');
    assert.deepEqual(readers.states, [
      ...['opening', 'absent plug-in', 'opening', 'ready'],
      ...['lost plug-in', 'opening', 'ready'],
    ]);
  });

  await check('what was sent while its process stood still is not a tap', async () => {
    const reader = spawnProcess();
    await using readers = startReader(rawReader, { spawn: reader.spawn });
    await using device = await plugInRaw();
    await readers.untilState('ready');
    reader.signal('SIGSTOP');
    for (let card = 1; card <= 20; card += 1) device.send(rawReport(card));
    await pause(1_800);
    reader.signal('SIGCONT');
    // One that stood still for too long is replaced, which is as good.
    await pause(2_500);
    await readers.untilState('ready');
    device.send(rawReport(21));
    await readers.until(() => readers.reads.length > 0, 'a read');
    assert.deepEqual(readers.reads.map(written), ['DEC – 21']);
  });

  await check('a keyboard reader, read past the keyboard driver', async () => {
    await using device = await plugIn({
      ...{ vendorId: 0x08ff, productId: 0x0009, product: 'Invented keyboard reader' },
      descriptor: keyboardDescriptor,
    });
    await using readers = startReader(keyboardReader);
    await readers.untilState('ready');
    for (const report of type('0006613779\n0057169547\n', bootReports)) device.send(report);
    await readers.until(() => readers.reads.length === 2, 'a second read');
    assert.deepEqual(readers.reads.map(written), ['DEC – 6613779', 'DEC – 57169547']);
  });

  await checkPcprox({ check });
  await checkPermissions({ check });
}

async function checkPcprox({ check }: Pick<Checks, 'check'>): Promise<void> {
  await check(
    'pcProx: typing stopped in its memory alone, cards polled, its light green and red',
    async () => {
      await using device = await plugInPcprox();
      const before = device.page(0);
      const lightBefore = device.page(2).lasting;
      device.put([0x9b, 0x12], 16);
      assert.equal(device.typed(), '4763\n', 'the invented reader types until it is told not to');
      await using readers = startReader({ ...desk, profile: 'pcprox', format: 'H10301' });
      await readers.untilState('ready');
      await readers.until(() => device.page(0).memory !== before.memory, 'its new settings');
      // Bit 7 of byte 7, every other field kept, and nothing that outlives a power cut.
      assert.equal(device.page(0).memory, before.memory.slice(0, -2) + (0x80 | 0x21).toString(16));
      assert.equal(device.page(0).lasting, before.lasting);
      await pause(600);
      assert.equal(readers.reads.length, 0, 'a card that lay there at the start is no tap');

      const cards: readonly (readonly [card: readonly number[], bits: number])[] = [
        [[0xd7, 0x11, 0x7b], 24],
        [[0xae, 0x23, 0xf6, 0x02], 26],
        [[0xae, 0x23, 0xf6, 0x03], 26],
      ];
      for (const [card, bits] of cards) {
        const known = readers.reads.length;
        device.takeAway();
        // The first two are one card.
        await pause(sameCardMs + 200);
        device.put(card, bits);
        await readers.until(() => readers.reads.length > known, 'the next read');
        await readers.until(() => device.lights().length === 2 * (known + 1), 'its light back');
      }
      // Number 4567 of facility 123, stripped of its parity and with it; and with a parity that does not hold.
      assert.deepEqual(readers.reads.map(written), ['H10301 123 4567', 'H10301 123 4567', 'parity']);
      assert.deepEqual(device.lights(), ['green', 'own', 'green', 'own', 'red', 'own']);
      assert.equal(device.page(2).lasting, lightBefore);
      assert.equal(device.typed(), '4763\n', 'nothing typed since it was opened');
    },
  );
}

/** The reader process as the server host starts it, within reach of signals and as any user. */
function spawnProcess(user: { readonly uid?: number; readonly gid?: number } = {}) {
  let last: ChildProcess | null = null;
  return {
    signal: (signal: NodeJS.Signals) => void last?.kill(signal),
    spawn(): ReaderChild {
      const child = fork(fileURLToPath(new URL('../../out/main/reader.js', import.meta.url)), [], {
        ...user,
        execArgv: [],
        serialization: 'json',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      last = child;
      return {
        post: (message) => {
          if (child.connected) child.send(message, () => undefined);
        },
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void child.on('exit', () => listener()),
        kill: () => void child.kill('SIGKILL'),
      };
    },
  };
}

/** Somebody who is not the superuser and in no group of readers. */
const spawnAsStranger = (): (() => ReaderChild) => spawnProcess({ uid: 65_534, gid: 65_534 }).spawn;

async function newNode(known: readonly string[]): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const name = nodes().find((found) => !known.includes(found));
    if (name !== undefined) return `/dev/${name}`;
    await pause(10);
  }
  throw new Error('no hidraw node appeared');
}
const nodes = (): string[] => readdirSync('/dev').filter((name) => name.startsWith('hidraw'));

async function checkPermissions({ check }: Pick<Checks, 'check'>): Promise<void> {
  await check('without permission: denied with the advice for it, and ready once it is granted', async () => {
    await using readers = startReader(rawReader, { spawn: spawnAsStranger() });
    await readers.untilState('absent plug-in');
    const known = nodes();
    await using device = await plugInRaw();
    const node = await newNode(known);
    await readers.untilState('denied install-udev-rule');
    device.send(rawReport(1));
    chmodSync(node, 0o666);
    await readers.untilState('ready');
    device.send(rawReport(2));
    await readers.until(() => readers.reads.length > 0, 'a read');
    assert.deepEqual(readers.reads.map(written), ['DEC – 2']);
    assert.deepEqual(readers.states.slice(-3), ['opening', 'denied install-udev-rule', 'ready']);
  });

  await check(
    'permission that comes a moment after the node, as udev does it: never shown as denied',
    async () => {
      await using readers = startReader(rawReader, { spawn: spawnAsStranger() });
      await readers.untilState('absent plug-in');
      const known = nodes();
      await using device = await plugInRaw();
      const node = await newNode(known);
      await pause(300);
      chmodSync(node, 0o666);
      await readers.untilState('ready');
      device.send(rawReport(3));
      await readers.until(() => readers.reads.length > 0, 'a read');
      assert.ok(!readers.states.some((state) => state.startsWith('denied')), readers.states.join(', '));
    },
  );
}
