/** Devices of several parts: a reader that sends reports is often a keyboard too, with the same ids. */
import { describe, expect, test } from 'vitest';
import type { ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import { cardReport, deskReader, kioskReader, setUp } from './supervised-desk.ts';

const keys = { usagePage: 1, usage: 6 };
const own = { usagePage: 0xff00, usage: 1 };
const other = { usagePage: 0xff01, usage: 1 };

function withPart(part: typeof own, base: ReaderConfiguration = deskReader): ReaderConfiguration {
  return { ...base, raw: base.raw && { ...base.raw, collection: part } };
}

async function plugged(configuration: readonly ReaderConfiguration[], ...parts: (typeof own)[][]) {
  const desk = setUp(configuration);
  const devices = parts.map((collections, index) =>
    desk.port.plug({ path: `/dev/hidraw${index}`, collections }),
  );
  await desk.timing.advance(1_000);
  return { ...desk, devices, open: () => devices.map((device) => device.open()) };
}

describe('a raw reader', () => {
  test('is the part that may send bytes, wherever it stands in the list', async () => {
    expect((await plugged([deskReader], [keys], [own])).open()).toEqual([0, 1]);
    expect((await plugged([deskReader], [own], [keys])).open()).toEqual([1, 0]);
    expect((await plugged([deskReader], [keys, own])).open()).toEqual([1]);
  });

  test('is the part that the site names, and reads from no other', async () => {
    const desk = await plugged([withPart(other)], [keys], [own], [other]);
    expect(desk.open()).toEqual([0, 0, 1]);
    desk.devices[2]?.report(cardReport(7));
    expect(desk.numbers()).toEqual(['7']);
    const keyboard = await plugged([withPart(keys)], [own], [keys]);
    expect(keyboard.open()).toEqual([0, 1]);
  });

  test('is absent while the part that the site names is not there', async () => {
    const desk = await plugged([withPart(other)], [keys], [own]);
    expect(desk.open()).toEqual([0, 0]);
    expect(desk.state()).toBe('absent plug-in');
  });

  test('is a device that has but a keyboard, where the site says so', async () => {
    expect((await plugged([deskReader], [keys])).open()).toEqual([1]);
  });

  test('where the system tells no parts, is the first', async () => {
    expect((await plugged([withPart(other)], [], [])).open()).toEqual([1, 0]);
  });

  test('of each of two such devices is its own, and never a keyboard of the other', async () => {
    const desk = await plugged([deskReader, kioskReader], [keys], [own]);
    expect(desk.open()).toEqual([0, 1]);
    expect(desk.statuses().map(({ state }) => state)).toEqual(['ready', 'absent']);
    const both = await plugged([deskReader, kioskReader], [keys], [own], [keys], [own]);
    expect(both.open()).toEqual([0, 1, 0, 1]);
  });
});

describe('a test', () => {
  const question = { kind: 'test', device: '08FF:0009', profile: 'raw', forMs: 60_000 } as const;

  test('listens to the part it is asked about, else to the one that a reader would take', async () => {
    const desk = await plugged([], [keys], [own], [other]);
    await desk.supervisor.ask({ ...question, collection: other });
    await desk.timing.advance(200);
    expect(desk.open()).toEqual([0, 0, 1]);
    await desk.supervisor.ask(question);
    await desk.timing.advance(200);
    expect(desk.open()).toEqual([0, 1, 0]);
    desk.devices[1]?.report(cardReport(7));
    expect(desk.heard).toHaveLength(1);
  });

  test('of one part leaves a reader on another part reading', async () => {
    const desk = await plugged([withPart(own)], [own], [other]);
    await desk.supervisor.ask({ ...question, collection: other });
    await desk.timing.advance(200);
    expect(desk.state()).toBe('ready none');
    desk.devices[0]?.report(cardReport(7));
    expect(desk.numbers()).toEqual(['7']);
    await desk.supervisor.stop();
  });
});
