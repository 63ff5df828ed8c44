/** The reader page listens to a device: it is borrowed from its reader, heard, and given back. */
import { describe, expect, test } from 'vitest';
import type { DeviceAnswer, DeviceQuestion, ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import type { ReaderProfile } from '../../src/shared/contract/readers.ts';
import { cardReport, deskReader, kioskReader, path, setUp } from './supervised-desk.ts';
import { bootReports, type } from './typing.ts';

const device = '08FF:0009';
const question = (changes: Partial<DeviceQuestion & { readonly kind: 'test' }> = {}) =>
  ({ kind: 'test', device, profile: 'raw', forMs: 120_000, ...changes }) as const;
type Desk = ReturnType<typeof setUp>;

async function ask(desk: Desk, asked: DeviceQuestion): Promise<DeviceAnswer> {
  const answer = desk.supervisor.ask(asked);
  await desk.timing.advance(600);
  return answer;
}
const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex').toUpperCase();

describe('a test', () => {
  test('takes the device from its reader, hears whole reports, and gives it back at the end', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    expect(await ask(desk, question())).toEqual({ ok: true, devices: [] });
    expect(desk.state()).toBe('waiting testing');
    expect(reader.open()).toBe(1);
    reader.report(cardReport(4_567));
    expect(desk.heard).toEqual([{ kind: 'report', raw: hex(cardReport(4_567)), bits: null }]);
    expect(desk.reads).toEqual([]);
    expect(await ask(desk, { kind: 'end-test' })).toEqual({ ok: true, devices: [] });
    expect(desk.state()).toBe('ready none');
    expect(reader.open()).toBe(1);
    reader.report(cardReport(7));
    expect(desk.numbers()).toEqual(['7']);
    expect(desk.heard).toHaveLength(1);
  });

  test('ends by itself when its time is over', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    await ask(desk, question({ forMs: 10_000 }));
    await desk.timing.advance(9_000);
    expect(desk.state()).toBe('waiting testing');
    await desk.timing.advance(1_000);
    expect(desk.state()).toBe('ready none');
    reader.report(cardReport(7));
    expect([desk.numbers(), desk.heard]).toEqual([['7'], []]);
  });

  test('two in a row: the second ends the first, and one end gives the device back', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    await ask(desk, question({ forMs: 10_000 }));
    await ask(desk, question({ forMs: 60_000 }));
    expect(reader.open()).toBe(1);
    await desk.timing.advance(20_000);
    expect(desk.state()).toBe('waiting testing');
    reader.report(cardReport(1));
    expect(desk.heard).toHaveLength(1);
    await ask(desk, { kind: 'end-test' });
    expect(desk.state()).toBe('ready none');
  });

  test('asked for twice at once, the later one counts and nothing is opened twice', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    const answers = [question(), question(), { kind: 'end-test' } as const, question()].map((asked) =>
      desk.supervisor.ask(asked),
    );
    await desk.timing.advance(3_000);
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
    expect(reader.open()).toBe(1);
    reader.report(cardReport(1));
    expect(desk.heard).toHaveLength(1);
  });

  test('of a device that is not there, or that the profile does not take, is refused and disturbs nobody', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    expect(await ask(desk, question({ device: 'FFFF:0035' }))).toEqual({ ok: false, fault: 'gone' });
    expect(await ask(desk, question({ profile: 'pcprox' }))).toEqual({ ok: false, fault: 'gone' });
    expect(await ask(desk, question({ profile: 'simulated' }))).toEqual({ ok: false, fault: 'gone' });
    expect(desk.history).toEqual(['absent', 'opening', 'ready']);
    reader.report(cardReport(7));
    expect(desk.numbers()).toEqual(['7']);
  });

  test('that may not open the device gives it back', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    desk.port.refuse(path, 'denied');
    expect(await ask(desk, question())).toEqual({ ok: false, fault: 'denied' });
    desk.port.refuse(path, null);
    await desk.timing.advance(6_000);
    expect(desk.state()).toBe('ready none');
    expect(reader.open()).toBe(1);
  });

  test.each(['unavailable', 'failed'] as const)('with listing %s is refused', async (fault) => {
    const desk = setUp();
    await desk.ready();
    desk.port.failListing(fault);
    expect(await ask(desk, question())).toEqual({ ok: false, fault });
    expect(desk.state()).toBe('ready none');
  });

  test('of a device that no reader uses leaves the readers alone, even without any', async () => {
    for (const configuration of [[deskReader], []]) {
      const desk = setUp(configuration);
      const other = desk.port.plug({ path: '/dev/hidraw9', vendorId: 0x1234, productId: 0xabcd });
      await desk.timing.advance(1_000);
      const before = [...desk.history];
      expect(await ask(desk, question({ device: '1234:ABCD' }))).toMatchObject({ ok: true });
      other.report([1, 2, 3]);
      expect(desk.heard).toEqual([{ kind: 'report', raw: '010203', bits: null }]);
      expect(desk.history).toEqual(before);
      await ask(desk, { kind: 'end-test' });
      expect(other.open()).toBe(0);
      if (configuration.length === 0) expect(desk.port.watched()).toBe(false);
    }
  });

  test('pulled out meanwhile, the device is heard again once it is back, and its reader gets it in the end', async () => {
    const desk = setUp();
    await desk.ready();
    await ask(desk, question());
    desk.port.unplug(path);
    await desk.timing.advance(5_000);
    expect(desk.state()).toBe('waiting testing');
    const again = desk.port.plug({ path: '/dev/hidraw4' });
    await desk.timing.advance(1_000);
    again.report(cardReport(8));
    expect(desk.heard.map(({ raw }) => raw)).toEqual([hex(cardReport(8))]);
    await ask(desk, { kind: 'end-test' });
    expect(desk.state()).toBe('ready none');
    again.report(cardReport(9));
    expect(desk.numbers()).toEqual(['9']);
  });

  test('pulled out for good, its reader is absent after the end', async () => {
    const desk = setUp();
    await desk.ready();
    await ask(desk, question({ forMs: 10_000 }));
    desk.port.unplug(path);
    await desk.timing.advance(12_000);
    expect(desk.state()).toBe('absent plug-in');
    await desk.ready();
    expect(desk.state()).toBe('ready none');
  });

  test('of one of two readers of a kind listens to both, and each gets its own back', async () => {
    const desk = setUp([deskReader, kioskReader]);
    const first = desk.port.plug({ path: '/dev/hidraw0' });
    const second = desk.port.plug({ path: '/dev/hidraw1' });
    await desk.timing.advance(1_000);
    await ask(desk, question());
    expect(desk.state()).toBe('waiting testing, waiting testing');
    second.report(cardReport(2));
    expect(desk.heard).toHaveLength(1);
    await ask(desk, { kind: 'end-test' });
    first.report(cardReport(1));
    second.report(cardReport(2));
    expect(desk.reads.map(({ readerId }) => readerId)).toEqual(['desk', 'kiosk']);
  });

  test('of one reader leaves another one reading', async () => {
    const other: ReaderConfiguration = { ...kioskReader, device: '1234:ABCD' };
    const desk = setUp([deskReader, other]);
    await desk.ready();
    const slot = desk.port.plug({ path: '/dev/hidraw9', vendorId: 0x1234, productId: 0xabcd });
    await desk.timing.advance(1_000);
    await ask(desk, question());
    expect(desk.state()).toBe('waiting testing, ready none');
    slot.report(cardReport(3));
    expect(desk.reads.map(({ readerId }) => readerId)).toEqual(['kiosk']);
  });

  test('goes on when its reader is set differently, which gets the device afterwards', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    await ask(desk, question());
    desk.supervisor.configure([{ ...deskReader, raw: { offset: 1, length: 4, byteOrder: 'little' } }]);
    await desk.timing.advance(1_000);
    expect(desk.state()).toBe('waiting testing');
    reader.report(cardReport(1));
    expect(desk.heard).toHaveLength(1);
    await ask(desk, { kind: 'end-test' });
    reader.report([0, 7, 0, 0, 0, 0]);
    expect(desk.numbers()).toEqual(['7']);
  });

  test('goes on when its reader is given up', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    await ask(desk, question());
    desk.supervisor.configure([]);
    await desk.timing.advance(1_000);
    reader.report(cardReport(1));
    expect(desk.heard).toHaveLength(1);
    await ask(desk, { kind: 'end-test' });
    expect(reader.open()).toBe(0);
    expect(desk.statuses()).toEqual([]);
  });

  test('waits for a reader that is just opening the device', async () => {
    const desk = setUp();
    const release = desk.port.holdOpening();
    const reader = desk.port.plug({ path });
    await desk.timing.advance(10);
    expect(desk.state()).toBe('opening none');
    const answer = desk.supervisor.ask(question());
    await desk.timing.advance(50);
    expect(desk.state()).toBe('waiting testing');
    release();
    await desk.timing.advance(600);
    expect(await answer).toMatchObject({ ok: true });
    expect(reader.open()).toBe(1);
    reader.report(cardReport(1));
    expect([desk.heard.length, desk.reads.length]).toEqual([1, 0]);
  });

  test('ends with the process, the device closed and no timer left', async () => {
    const desk = setUp();
    const reader = await desk.ready();
    await ask(desk, question());
    await desk.supervisor.stop();
    await desk.timing.advance(10_000);
    expect(reader.open()).toBe(0);
    expect(desk.timing.pending()).toBe(0);
    expect(desk.port.watched()).toBe(false);
  });
});

describe('what is heard', () => {
  async function listening(profile: ReaderProfile, collections = [{ usagePage: 1, usage: 6 }]) {
    const desk = setUp([]);
    const reader = desk.port.plug({ path, collections });
    await ask(desk, question({ profile }));
    return { ...desk, reader };
  }

  test('from a keyboard it is the text up to Enter, whatever the format', async () => {
    const desk = await listening('keyboard');
    for (const report of type('0027314141\n', bootReports)) desk.reader.report(report);
    for (const report of type('12', bootReports)) desk.reader.report(report);
    expect(desk.heard).toEqual([{ kind: 'text', raw: '0027314141', bits: null }]);
  });

  test('the same again within a second and a half is the reader repeating itself', async () => {
    const desk = await listening('raw');
    desk.reader.report(cardReport(1));
    await desk.timing.advance(500);
    desk.reader.report(cardReport(1));
    desk.reader.report(cardReport(2));
    await desk.timing.advance(2_000);
    desk.reader.report(cardReport(1));
    expect(desk.heard.map(({ raw }) => raw)).toEqual([1, 2, 1].map((number) => hex(cardReport(number))));
  });

  test('reports of nothing, as when a card is taken away, are left out', async () => {
    const desk = await listening('raw');
    desk.reader.report([0, 0, 0, 0]);
    desk.reader.report([2, 0, 0, 0]);
    expect(desk.heard).toEqual([]);
  });

  test('reports that waited since before the test are not heard', async () => {
    const desk = setUp([]);
    const reader = desk.port.plug({ path });
    const answer = desk.supervisor.ask(question());
    await desk.timing.advance(10);
    reader.report(cardReport(9));
    await answer;
    await desk.timing.advance(200);
    reader.report(cardReport(1));
    expect(desk.heard.map(({ raw }) => raw)).toEqual([hex(cardReport(1))]);
  });

  test('a mouse taken for a reader does not flood the page', async () => {
    const desk = await listening('raw');
    for (let step = 1; step <= 1_000; step += 1) {
      desk.reader.report([0, step & 0xff, step >> 8, 1]);
      await desk.timing.advance(8);
    }
    expect(desk.heard.length).toBeGreaterThan(5);
    expect(desk.heard.length).toBeLessThanOrEqual(100);
  });
});

describe('pcProx', () => {
  test('is heard as the bits of the card, and its reader polls again afterwards', async () => {
    const pcprox: ReaderConfiguration = {
      ...deskReader,
      profile: 'pcprox',
      format: null,
      device: null,
      raw: null,
    };
    const desk = setUp([pcprox]);
    const reader = desk.port.plug({
      path,
      vendorId: 0x0c27,
      productId: 0x3bfa,
      collections: [{ usagePage: 1, usage: 6 }],
    });
    let asked = 0;
    let card: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];
    reader.features = {
      send: (report) => {
        asked = report[1] ?? 0;
      },
      get: () =>
        asked === 0x8f ? card : asked === 0x8e ? [24, 0, 0, 0, 0, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 0, 0x80],
    };
    await desk.timing.advance(1_000);
    expect(desk.state()).toBe('ready none');
    expect(await ask(desk, question({ device: '0C27:3BFA', profile: 'pcprox' }))).toMatchObject({ ok: true });
    card = [0xd7, 0x11, 0x7b, 0, 0, 0, 0, 0];
    await desk.timing.advance(500);
    expect(desk.heard).toEqual([{ kind: 'bits', raw: '7B11D7', bits: 24 }]);
    expect(desk.reads).toEqual([]);
    card = [0, 0, 0, 0, 0, 0, 0, 0];
    await ask(desk, { kind: 'end-test' });
    card = [0xd7, 0x11, 0x7b, 0, 0, 0, 0, 0];
    await desk.timing.advance(500);
    expect(desk.numbers()).toEqual(['4567']);
  });
});
