/** `npm run reader` on a port that the test plays; tests/readers/umockdev-command.test.ts runs the real command. */
import { describe, expect, test } from 'vitest';
import { type CommandLine, parseArguments } from '../../scripts/reader/arguments.ts';
import { list } from '../../scripts/reader/list.ts';
import { probe } from '../../scripts/reader/probe.ts';
import type { Terminal } from '../../scripts/reader/terminal.ts';
import { watch } from '../../scripts/reader/watch.ts';
import { createFakePort, type FakeDevice } from '../readers/fake-port.ts';
import { createFakeTiming } from '../readers/fake-timing.ts';
import { bootReports, type } from '../readers/typing.ts';

const keyboardUsage = { usagePage: 0x01, usage: 0x06 };
const vendorUsage = { usagePage: 0xff00, usage: 0x01 };
const keyboardReader = {
  path: '/dev/hidraw3',
  product: 'Invented keyboard reader',
  collections: [keyboardUsage],
};
const rawReader = {
  ...{ path: '/dev/hidraw4', vendorId: 0x1209, productId: 0xf0e1, product: 'Invented raw reader' },
  collections: [vendorUsage],
};
/** An invented payment card: its number passes the Luhn check. */
const payment = ';4111111111111111=30122010000000000000?\n';

function commandLine(text: string): CommandLine {
  const parsed = parseArguments(text.split(' '));
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.commandLine;
}
function faultOf(text: string): string {
  const parsed = parseArguments(text.split(' '));
  return parsed.ok ? '' : parsed.fault;
}

function setUp(platform = 'linux') {
  const port = createFakePort();
  const timing = createFakeTiming();
  const printed: string[] = [];
  const said: string[] = [];
  const ended = Promise.withResolvers<void>();
  const terminal: Terminal = {
    ...{ port, timing, platform, ended: ended.promise },
    print: (line) => void printed.push(line),
    say: (sentence) => void said.push(sentence),
    clock: () => Date.UTC(2026, 0, 5, 9, 30),
  };
  function start(text: string): Promise<number> {
    const asked = commandLine(text);
    if (asked.command === 'list') return list(asked, terminal);
    if (asked.command === 'watch') return watch(asked, terminal);
    if (asked.command === 'probe') return probe(asked, terminal);
    throw new Error('no command');
  }
  return { port, timing, printed, said, start, end: ended.resolve };
}

function typeOn(device: FakeDevice, text: string): void {
  for (const report of type(text, bootReports)) device.report(report);
}

describe('arguments', () => {
  test('commands and options, in any order and either spelling', () => {
    expect(commandLine('list --json')).toEqual({ command: 'list', json: true });
    const choice = { json: false, device: '08FF:0009', profile: 'keyboard', format: 'DEZ10' };
    expect(commandLine('watch --format=dez10 --device 08ff:0009 --profile keyboard')).toEqual({
      ...{ command: 'watch', field: null },
      ...choice,
    });
    expect(commandLine('probe --device 08ff:0009 --printed=0006613779 --json')).toEqual({
      ...{ command: 'probe', json: true, device: '08FF:0009', profile: null, format: null },
      printed: '0006613779',
    });
    expect(commandLine('watch --device 1209:f0e1 --profile raw --field 2:4:big')).toMatchObject({
      field: { offset: 2, length: 4, byteOrder: 'big' },
    });
    expect(commandLine('probe --device 1209:f0e1 --profile raw --part ff00:1')).toMatchObject({
      part: { usagePage: 0xff00, usage: 1 },
    });
    for (const text of ['--help', '-h', 'list --help'])
      expect(commandLine(text)).toEqual({ command: 'help' });
    expect(parseArguments([])).toEqual({ ok: true, commandLine: { command: 'help' } });
  });

  test.each([
    ['listen', 'the command is list, watch or probe'],
    ['list --device 08FF:0009', '--device is not for list'],
    ['watch --printed 1', '--printed is not for watch'],
    ['probe --field 2:4:big', '--field is not for probe'],
    ['watch --data x', 'unknown option --data'],
    ['watch --json=yes', 'unknown option --json'],
    ['watch --device', '--device needs a value'],
    ['watch --device --json', '--device needs a value'],
    ['watch --device=', '--device needs a value'],
    ['watch --device 8ff:9', '--device is two hexadecimal numbers'],
    ['watch --device 08FF:0009 --device 08FF:0009', '--device is given twice'],
    ['watch --profile simulated', '--profile is keyboard'],
    ['watch --format H1', '--format is H10301'],
    ['watch --profile keyboard', 'the profile keyboard needs --device'],
    ['watch --profile raw --device 1209:F0E1', 'the profile raw needs --field'],
    ['watch --profile raw --device 1209:F0E1 --field 2:0:big', '--field is FROM:LENGTH'],
    ['watch --profile keyboard --device 1209:F0E1 --field 2:4:big', '--field is for --profile raw'],
    ['probe --profile raw --device 1209:F0E1 --part FF00', '--part is page and usage'],
    ['probe --profile raw --device 1209:F0E1 --part 1FF00:1', '--part is page and usage'],
    ['watch --profile keyboard --device 1209:F0E1 --part FF00:1', '--part is for --profile raw'],
    ['probe --printed none', '--printed needs the number'],
  ])('refused: %s', (text, fault) => expect(faultOf(text)).toContain(fault));
});

describe('list', () => {
  test('devices with ids, usages, access and profiles', async () => {
    const { port, start, printed, said } = setUp();
    port.plug(keyboardReader);
    port.plug({ path: '/dev/hidraw0', vendorId: 1, productId: 2, collections: [{ usagePage: 1, usage: 2 }] });
    expect(await start('list')).toBe(0);
    expect(printed).toEqual([
      '08FF:0009  Invented keyboard reader',
      '  usages    0001:0006 keyboard',
      '  access    granted',
      '  profiles  keyboard',
      '0001:0002  (no name)',
      '  usages    0001:0002 mouse',
      '  access    granted',
      '  profiles  none fits: not a card reader Foyer knows',
    ]);
    expect(said).toEqual([]);
  });

  test('without permission: what to do, with the lines for a reader that the rules do not name', async () => {
    const { port, start, printed } = setUp();
    port.plug(keyboardReader);
    port.plug(rawReader);
    port.refuse(keyboardReader.path, 'denied');
    port.refuse(rawReader.path, 'denied');
    expect(await start('list')).toBe(0);
    const [known, other] = printed.join('\n').split(/^1209:F0E1/m);
    expect(known).toContain('sudo cp resources/udev/70-foyer-readers.rules /etc/udev/rules.d/');
    expect(known).not.toContain('ATTRS{idVendor}');
    expect(other).toContain(
      'ATTRS{idVendor}=="1209", ATTRS{idProduct}=="f0e1", MODE="0660", GROUP="plugdev"',
    );
    expect(other).not.toContain('LIBINPUT_IGNORE_DEVICE');
  });

  test('as JSON, with the udev lines', async () => {
    const { port, start, printed } = setUp();
    port.plug(keyboardReader);
    expect(await start('list --json')).toBe(0);
    expect(printed).toHaveLength(1);
    const { devices, fault } = JSON.parse(printed[0] ?? '');
    expect(fault).toBeNull();
    expect(devices).toMatchObject([{ device: '08FF:0009', access: 'granted', profiles: ['keyboard'] }]);
    expect(devices[0].udevRules).toEqual([
      expect.stringMatching(/^KERNEL=="hidraw\*".*"08ff".*"0009"/),
      expect.stringMatching(/^SUBSYSTEM=="input".*LIBINPUT_IGNORE_DEVICE/),
    ]);
  });

  test('no devices, a missing library, a failed listing', async () => {
    const { port, start, said, printed } = setUp();
    expect(await start('list')).toBe(0);
    port.failListing('unavailable');
    expect(await start('list')).toBe(1);
    expect(await start('list --json')).toBe(1);
    port.failListing('failed');
    expect(await start('list')).toBe(1);
    expect(said).toEqual([
      'no HID device is plugged in',
      expect.stringContaining('apt-get install libusb-1.0-0'),
      expect.stringContaining('could not be listed'),
    ]);
    expect(printed).toEqual(['{"devices":[],"fault":"unavailable"}']);
  });
});

describe('watch', () => {
  test('states and cards as they come; a payment card is dropped', async () => {
    const { port, timing, start, printed, said, end } = setUp();
    const device = port.plug(keyboardReader);
    const done = start('watch --device 08FF:0009');
    await timing.advance(1_000);
    typeOn(device, '0006613779\n');
    typeOn(device, payment);
    port.unplug(keyboardReader.path);
    await timing.advance(1_000);
    end();
    expect(await done).toBe(0);
    expect(printed.map((line) => line.replace(/^\d\d:30:00 {2}/, ''))).toEqual([
      'keyboard  not plugged in',
      'keyboard  found, being opened',
      'keyboard  ready: tap a card',
      'keyboard  tap: DEC, number 6613779',
      'keyboard  dropped: a payment card',
      'keyboard  pulled out or failed',
    ]);
    expect([...printed, ...said].join()).not.toContain('4111');
    expect(said[0]).toBe('a Foyer that runs here may go on using the reader: both get every card');
    expect(device.open()).toBe(0);
    expect(timing.pending()).toBe(0);
  });

  test('as JSON, a line each', async () => {
    const { port, timing, start, printed, end } = setUp();
    const device = port.plug(rawReader);
    const done = start('watch --device 1209:F0E1 --profile raw --field 1:4:big --format H10301 --json');
    await timing.advance(1_000);
    device.report([0x5e, 0x02, 0xf6, 0x23, 0xae]);
    device.report([0x5e, 0x02, 0xf6, 0x23, 0xaf]);
    end();
    expect(await done).toBe(0);
    const lines = printed.map((line) => JSON.parse(line));
    expect(lines.at(-3)).toEqual({
      at: Date.UTC(2026, 0, 5, 9, 30),
      profile: 'raw',
      kind: 'state',
      state: 'ready',
    });
    expect(lines.at(-2)).toMatchObject({ kind: 'tap', format: 'H10301', facility: '123', number: '4567' });
    expect(lines.at(-1)).toMatchObject({ kind: 'tap', unreadable: 'parity' });
  });

  test('without a device: only readers that are known, and nothing about those that are not there', async () => {
    const { port, timing, start, printed, said, end } = setUp();
    const keyboard = port.plug(keyboardReader);
    const done = start('watch');
    await timing.advance(1_000);
    expect(printed).toEqual([]);
    expect(keyboard.open()).toBe(0);
    expect(said.at(-1)).toMatch(/^watching for pcprox, magtek, .*; Ctrl\+C ends it$/);
    port.refuse('/dev/hidraw7', 'denied');
    port.plug({ path: '/dev/hidraw7', vendorId: 0x0801, productId: 0x0002, collections: [vendorUsage] });
    await timing.advance(10_000);
    expect(printed.join('\n')).toMatch(
      /magtek {2}found, but the system refuses access\n.*list` says what to do/,
    );
    end();
    expect(await done).toBe(0);
  });

  test('a device that is not there needs its profile named, and is then waited for', async () => {
    const { port, timing, start, said, printed, end } = setUp();
    expect(await start('watch --device 08FF:0009')).toBe(1);
    expect(said.at(-1)).toContain('name a --profile to wait for it all the same');
    port.plug(rawReader);
    expect(await start('watch --device 1209:F0E1')).toBe(1);
    expect(said.at(-1)).toContain('needs --profile raw and --field');
    const done = start('watch --device 08FF:0009 --profile keyboard');
    await timing.advance(100);
    port.plug(keyboardReader);
    await timing.advance(2_000);
    expect(printed.at(-1)).toContain('ready');
    end();
    expect(await done).toBe(0);
  });
});

describe('probe', () => {
  test('finds format, place and byte order by the number printed on the card', async () => {
    const { port, timing, start, printed } = setUp();
    const device = port.plug(rawReader);
    const done = start('probe --printed 123-04567');
    await timing.advance(500);
    device.report([0x5e, 0x00, 0x02, 0xf6, 0x23, 0xae, 0, 0]);
    expect(await done).toBe(0);
    expect(printed[0]).toBe('raw       5E 00 02 F6 23 AE 00 00');
    expect(printed[1]).toBe(
      'reading   H10301, bytes 2–5, big end first, parity holds: facility 123, number 4567',
    );
    expect(printed[2]).toMatch(/^ {10}printed as .*, as printed\)/);
    expect(printed.at(-1)).toBe('settings  profile raw, format H10301, field 2:4:big');
    expect(device.open()).toBe(0);
    expect(timing.pending()).toBe(0);
  });

  test('what a keyboard reader types, and only in the format asked for', async () => {
    const { port, timing, start, printed } = setUp();
    const device = port.plug(keyboardReader);
    const done = start('probe --device 08FF:0009 --format DEZ10');
    await timing.advance(500);
    typeOn(device, '0006613779\n');
    expect(await done).toBe(0);
    expect(printed[0]).toBe('raw       0006613779');
    const readings = printed.filter((line) => line.startsWith('reading'));
    expect(readings).toEqual([expect.stringMatching(/^reading {3}DEZ10, no parity: /)]);
  });

  test('as JSON, all of it in one line', async () => {
    const { port, timing, start, printed } = setUp();
    const device = port.plug(keyboardReader);
    const done = start('probe --json --printed 6613779');
    await timing.advance(500);
    typeOn(device, '0006613779\n');
    expect(await done).toBe(0);
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      ...{ profile: 'keyboard', printed: '6613779', heard: { kind: 'text', raw: '0006613779' } },
      readings: expect.arrayContaining([expect.objectContaining({ format: 'DEC', number: '6613779' })]),
    });
  });

  test('a number that is not in it fails; a payment card is dropped and the next card awaited', async () => {
    const { port, timing, start, printed, said } = setUp();
    const device = port.plug(keyboardReader);
    const done = start('probe --printed 999');
    await timing.advance(500);
    typeOn(device, payment);
    await timing.advance(500);
    expect(printed).toEqual([]);
    expect(said.at(-1)).toContain('a payment card');
    typeOn(device, '0006613779\n');
    expect(await done).toBe(1);
    expect(said.at(-1)).toContain('cannot be read as 999');
    expect([...printed, ...said].join()).not.toContain('4111');
  });

  test.each([
    ['nothing plugged in', 'probe', [], 'a reader is not plugged in'],
    ['another device', 'probe --device 0001:0002', [keyboardReader], '0001:0002 is not plugged in'],
    ['two that may be', 'probe', [keyboardReader, rawReader], 'name one with --device: 08FF:0009, 1209:F0E1'],
    [
      'a profile that does not fit',
      'probe --device 08FF:0009 --profile pcprox',
      [keyboardReader],
      'does not fit',
    ],
  ])('not clear: %s', async (_name, text, devices, words) => {
    const { port, start, said } = setUp();
    for (const device of devices) port.plug(device);
    expect(await start(text)).toBe(1);
    expect(said.join()).toContain(words);
  });

  test('without permission it says what to do', async () => {
    const { port, timing, start, said } = setUp();
    port.plug(keyboardReader);
    port.refuse(keyboardReader.path, 'denied');
    const done = start('probe');
    await timing.advance(5_000);
    expect(await done).toBe(1);
    expect(said[0]).toBe('the system refuses access to 08FF:0009:');
    expect(said.join()).toContain('70-foyer-readers.rules');
    expect(timing.pending()).toBe(0);
  });

  test('nobody taps for two minutes, or Ctrl+C', async () => {
    const { port, timing, start, said, end } = setUp('darwin');
    const device = port.plug(keyboardReader);
    const late = start('probe');
    await timing.advance(121_000);
    expect(await late).toBe(1);
    expect(said).toContain('stop a Foyer that runs here if no card arrives');
    expect(said.at(-1)).toContain('no card came within 2 minutes');
    const stopped = start('probe');
    await timing.advance(500);
    expect(device.open()).toBe(1);
    end();
    expect(await stopped).toBe(1);
    expect(device.open()).toBe(0);
  });
});

test('of a device of several parts the one that is named, else the one that is no keyboard', async () => {
  const keys = { ...rawReader, path: '/dev/hidraw3', collections: [keyboardUsage] };
  const other = { ...rawReader, path: '/dev/hidraw5', collections: [{ usagePage: 0xff01, usage: 1 }] };
  for (const [text, open] of [
    ['probe --device 1209:f0e1 --profile raw', [0, 1, 0]],
    ['probe --device 1209:f0e1 --profile raw --part FF01:0001', [0, 0, 1]],
    ['watch --device 1209:f0e1 --profile raw --field 2:4:big', [0, 1, 0]],
    ['watch --device 1209:f0e1 --profile raw --field 2:4:big --part ff01:1', [0, 0, 1]],
  ] as const) {
    const { port, timing, start, end } = setUp();
    const devices = [keys, rawReader, other].map((device) => port.plug(device));
    const code = start(text);
    await timing.advance(1_000);
    expect(
      devices.map((device) => device.open()),
      text,
    ).toEqual(open);
    end();
    await timing.advance(1_000);
    await code;
  }
});
