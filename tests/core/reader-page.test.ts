/** What the reader page asks the core: devices, the test area, the diagnostic. */
import { describe, expect, it } from 'vitest';
import type { DeviceAnswer, DeviceQuestion } from '../../src/main/readers/card-read.ts';
import type { FoundDevice } from '../../src/shared/contract/readers.ts';
import { administrator, createTestApp, siteSettings } from '../support/app.ts';

const device = '08FF:0009';
const listening = { device, profile: 'keyboard' } as const;
const found: FoundDevice = {
  device,
  product: 'USB Reader',
  collections: [{ usagePage: 1, usage: 6 }],
  access: 'granted',
  profiles: ['keyboard'],
};
const typed = (raw: string) => ({ kind: 'text', raw, bits: null }) as const;

async function setUp(answer: (question: DeviceQuestion) => DeviceAnswer = () => ({ ok: true, devices: [] })) {
  const asked: DeviceQuestion[] = [];
  const test = createTestApp({
    askReaders: async (question) => {
      asked.push(question);
      return answer(question);
    },
  });
  await test.setUp();
  await test.signIn();
  const heard = (printed: string | null = null, connection?: string) =>
    test.call('console', 'readers.heard', { printed }, connection);
  const kinds = () => asked.map(({ kind }) => kind);
  return { ...test, asked, kinds, heard };
}

describe('the list of devices', () => {
  it('is what the reader process answers', async () => {
    const desk = await setUp(() => ({ ok: true, devices: [found] }));
    expect(await desk.call('console', 'readers.devices', {})).toEqual({ devices: [found], fault: null });
    expect(desk.asked).toEqual([{ kind: 'list' }]);
  });

  it.each([
    ['unavailable', 'unavailable'],
    ['restarting', 'restarting'],
    ['failed', 'failed'],
    ['gone', 'failed'],
  ] as const)('says why there is none: %s', async (fault, shown) => {
    const desk = await setUp(() => ({ ok: false, fault }));
    expect(await desk.call('console', 'readers.devices', {})).toEqual({ devices: [], fault: shown });
  });
});

describe('the test area', () => {
  it('listens for two minutes and shows the last five, newest first', async () => {
    const desk = await setUp();
    const { endsAt } = await desk.call('console', 'readers.test', listening);
    expect(endsAt).toBe(desk.clock.now() + 120_000);
    expect(desk.asked).toEqual([{ kind: 'test', ...listening, forMs: 120_000 }]);
    const changes = () =>
      desk.events.filter(({ event }) => JSON.stringify(event).includes('"readers"')).length;
    const before = changes();
    for (const number of [1, 2, 3, 4, 5, 6]) desk.app.readerHeard(typed(`000661377${number}`));
    expect(changes() - before).toBe(6);
    const shown = await desk.heard();
    expect(shown.endsAt).toBe(endsAt);
    expect(shown.taps.map(({ raw }) => raw)).toEqual([6, 5, 4, 3, 2].map((number) => `000661377${number}`));
    expect(shown.taps[0]).toMatchObject({ at: desk.clock.now(), kind: 'text', bits: null });
  });

  it('forgets everything at the end of the time, and the device is given back', async () => {
    const desk = await setUp();
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed('0006613779'));
    desk.clock.advance(119_000);
    expect((await desk.heard()).taps).toHaveLength(1);
    desk.clock.advance(1_000);
    desk.settle();
    expect(await desk.heard()).toEqual({ endsAt: null, taps: [] });
    expect(desk.kinds()).toEqual(['test', 'end-test']);
  });

  it('forgets everything when it is ended, and hears nothing more', async () => {
    const desk = await setUp();
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed('0006613779'));
    await desk.call('console', 'readers.endTest', {});
    expect(desk.kinds()).toEqual(['test', 'end-test']);
    desk.app.readerHeard(typed('0006613779'));
    expect(await desk.heard()).toEqual({ endsAt: null, taps: [] });
  });

  it.each([
    ['signs out', (desk: Awaited<ReturnType<typeof setUp>>) => desk.call('console', 'staff.signOut', {})],
    [
      'closes the window',
      async (desk: Awaited<ReturnType<typeof setUp>>) => desk.app.connectionClosed('console-1'),
    ],
    [
      'is idle for too long',
      async (desk: Awaited<ReturnType<typeof setUp>>) => {
        desk.clock.advance(9 * 3_600_000);
        desk.settle();
      },
    ],
    [
      'signs in as somebody else',
      (desk: Awaited<ReturnType<typeof setUp>>) => desk.signIn('console-1', ['administrator']),
    ],
  ])('ends when the administrator %s', async (_what, leave) => {
    const desk = await setUp();
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed('0006613779'));
    await leave(desk);
    expect(desk.kinds()).toEqual(['test', 'end-test']);
    await desk.signIn();
    expect(await desk.heard()).toEqual({ endsAt: null, taps: [] });
  });

  it('is about the part of the device that was asked for', async () => {
    const desk = await setUp();
    const collection = { usagePage: 0xff00, usage: 1 };
    await desk.call('console', 'readers.test', { device, profile: 'raw', collection });
    expect(desk.asked).toEqual([{ kind: 'test', device, profile: 'raw', collection, forMs: 120_000 }]);
  });

  it('is for the session that began it; a second one takes it over', async () => {
    const desk = await setUp();
    await desk.signIn('console-2');
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed('0006613779'));
    expect(await desk.heard(null, 'console-2')).toEqual({ endsAt: null, taps: [] });
    await desk.call('console', 'readers.endTest', {}, 'console-2');
    expect((await desk.heard()).taps).toHaveLength(1);
    await desk.call('console', 'readers.test', listening, 'console-2');
    expect(await desk.heard()).toEqual({ endsAt: null, taps: [] });
    await desk.call('console', 'staff.signOut', {});
    expect((await desk.heard(null, 'console-2')).endsAt).not.toBeNull();
  });

  it('does not begin for somebody who left while the device was being opened', async () => {
    let leave = async (): Promise<void> => undefined;
    const test = createTestApp({
      askReaders: async ({ kind }) => {
        if (kind === 'test') await leave();
        return { ok: true, devices: [] };
      },
    });
    await test.setUp();
    await test.signIn();
    leave = async () => void (await test.call('console', 'staff.signOut', {}));
    expect(await test.reply('console', 'readers.test', listening)).toMatchObject({ code: 'signed-out' });
    await test.signIn();
    test.app.readerHeard(typed('0006613779'));
    expect(await test.call('console', 'readers.heard', { printed: null })).toEqual({
      endsAt: null,
      taps: [],
    });
  });

  it.each(['gone', 'denied', 'failed', 'unavailable', 'restarting'] as const)(
    'says at the device why it does not begin: %s',
    async (fault) => {
      const desk = await setUp(() => ({ ok: false, fault }));
      expect(await desk.reply('console', 'readers.test', listening)).toEqual({
        ok: false,
        code: 'bad-input',
        fields: { device: fault },
      });
      expect((await desk.heard()).endsAt).toBeNull();
    },
  );

  it('what comes while nobody listens sends the device back', async () => {
    const desk = await setUp();
    desk.app.readerHeard(typed('0006613779'));
    expect(desk.kinds()).toEqual(['end-test']);
  });

  it('reads what it hears and compares it with the printed number', async () => {
    const desk = await setUp();
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed('0006613779'));
    const [all] = (await desk.heard()).taps;
    expect(all?.readings.map(({ format }) => format)).toContain('H10301');
    const [matching] = (await desk.heard('100,60179')).taps;
    expect(matching?.readings).toContainEqual(
      expect.objectContaining({ format: 'H10301', facility: '100', number: '60179' }),
    );
  });

  it('drops a payment card and shows that something came', async () => {
    const desk = await setUp();
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed(';4111111111111111=30012010000?'));
    const { taps } = await desk.heard();
    const dropped = { kind: 'payment-card', raw: '', bits: null, readings: [] };
    expect(taps).toEqual([{ at: desk.clock.now(), ...dropped }]);
  });

  it('writes nothing of what it heard: not to the database, the audit, the log or the events', async () => {
    const desk = await setUp();
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed('7788990011'));
    await desk.heard('7788990011');
    await desk.call('console', 'readers.endTest', {});
    desk.settle();
    expect(JSON.stringify([desk.log, desk.events])).not.toContain('7788990011');
    expect(Buffer.from(desk.database.serialize()).includes('7788990011')).toBe(false);
  });
});

describe('the diagnostic', () => {
  it('holds versions, states, devices and counts, and no digit of a card and no name', async () => {
    const desk = await setUp(() => ({ ok: true, devices: [found] }));
    const reader = {
      readerId: 'desk',
      name: 'Anna at the desk',
      place: 'desk',
      profile: 'keyboard',
      format: 'DEZ10',
      device,
      raw: null,
    } as const;
    await desk.call('console', 'site.change', { ...siteSettings, readers: [reader] });
    const { format: _format, device: _device, raw: _raw, ...shown } = reader;
    desk.app.readersChanged([{ ...shown, state: 'ready', advice: 'none' }], 3);
    const credential = { format: 'DEZ10', facility: null, number: '7788990011' } as const;
    desk.tap({ kind: 'credential', credential });
    desk.tap({ kind: 'unreadable', reason: 'parity' });
    desk.tap({ kind: 'unreadable', reason: 'parity' });
    await desk.call('console', 'readers.test', listening);
    desk.app.readerHeard(typed('7788990011'));
    const { diagnostic } = await desk.call('console', 'readers.diagnostic', {});
    expect(JSON.parse(diagnostic)).toEqual({
      foyer: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      system: 'TestSystem 1.0 x64',
      readers: [
        {
          readerId: 'desk',
          place: 'desk',
          profile: 'keyboard',
          format: 'DEZ10',
          device,
          raw: null,
          state: 'ready',
          advice: 'none',
          cards: { read: 1, parity: 2 },
        },
      ],
      readerProcessRestarts: 3,
      devices: [found],
      devicesFault: null,
    });
    expect(diagnostic).not.toContain('7788990011');
    expect(diagnostic).not.toContain('Anna');
    expect(diagnostic).not.toContain(administrator.displayName);
  });

  it('says why there are no devices', async () => {
    const desk = await setUp(() => ({ ok: false, fault: 'unavailable' }));
    const { diagnostic } = await desk.call('console', 'readers.diagnostic', {});
    expect(JSON.parse(diagnostic)).toMatchObject({ devices: [], devicesFault: 'unavailable' });
  });
});
