/** Profiles of makers, against what their readers are documented to send. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { track2Check } from '../../src/main/readers/formats/track2.ts';
import { hidPosScanner } from '../../src/main/readers/profiles/hid-pos-scanner.ts';
import { pcprox } from '../../src/main/readers/profiles/pcprox.ts';
import { profileOf, profiles } from '../../src/main/readers/profiles/profiles.ts';
import { idtech, magtek } from '../../src/main/readers/profiles/swipe.ts';
import { device, plainConfiguration, startDriver } from './drivers.ts';

const second = (digits: string): string => `;${digits}=99?${track2Check(`;${digits}=99?`)}`;
const paymentFirst = '%B4111111111111111^DOE/JO ^2512101?';

describe('pcProx', () => {
  /** A reader with settings in its memory and a card on it or not. */
  function createPcProx() {
    const settings = [2, 5, 0x11, 16, 26, 0, 0x28, 0x23];
    const reader = {
      card: null as { readonly bytes: readonly number[]; readonly bits: number } | null,
      settings,
      lastingWrites: 0,
      asked: 0,
      refuses: false,
    };
    let asked = 0;
    let page: 'closed' | 'chosen' = 'closed';
    return {
      reader,
      async sendFeature(message: Uint8Array) {
        if (reader.refuses) throw new Error('refused');
        expect(message).toHaveLength(9);
        expect(message[0]).toBe(0);
        const [code = 0, ...parameters] = message.subarray(1);
        if (page === 'chosen' && code !== 0x80 && code !== 0x90 && code !== 0x8f) {
          settings.splice(0, 8, code, ...parameters);
          page = 'closed';
          return;
        }
        page = code === 0x80 ? 'chosen' : 'closed';
        if (code === 0x90 && parameters[0] !== 0) reader.lastingWrites += 1;
        asked = code;
        reader.asked += 1;
      },
      async getFeature() {
        // A Buffer, as node-hid gives: its `slice` does not copy.
        const padded = (bytes: readonly number[]) =>
          Buffer.from([...bytes, ...Array(8).fill(0)]).subarray(0, 8);
        if (asked === 0x80) return padded(settings);
        if (asked === 0x8f) return padded(reader.card?.bytes ?? []);
        return padded(reader.card === null ? [] : [reader.card.bits, reader.card.bits]);
      },
    };
  }
  const h10301 = { bytes: [0xd7, 0x11, 0x7b], bits: 24 };

  test('is silenced in its memory alone, everything else kept', async () => {
    const { reader, ...features } = createPcProx();
    const { timing } = startDriver(pcprox, {}, features);
    await timing.advance(500);
    expect(reader.settings).toEqual([2, 5, 0x11, 16, 26, 0, 0x28, 0xa3]);
    expect(reader.lastingWrites).toBe(0);
  });

  test('reports a card when it comes, once however long it lies there, and again after it was away', async () => {
    const { reader, ...features } = createPcProx();
    const driven = startDriver(pcprox, {}, features);
    await driven.timing.advance(500);
    reader.card = h10301;
    await driven.timing.advance(5_000);
    expect(driven.written()).toEqual(['H10301 123 4567']);
    reader.card = null;
    await driven.timing.advance(500);
    reader.card = h10301;
    await driven.timing.advance(500);
    reader.card = { bytes: [0x43, 0x06, 0x76], bits: 24 };
    await driven.timing.advance(500);
    expect(driven.written()).toEqual(['H10301 123 4567', 'H10301 123 4567', 'H10301 118 1603']);
  });

  test('a card that lies there from the start, or since the process stood still, is no tap', async () => {
    const { reader, ...features } = createPcProx();
    reader.card = h10301;
    const driven = startDriver(pcprox, {}, features);
    await driven.timing.advance(1_000);
    expect(driven.readings).toEqual([]);
    reader.card = null;
    await driven.timing.advance(500);
    driven.timing.standStill(60_000);
    reader.card = h10301;
    await driven.timing.advance(500);
    expect(driven.readings).toEqual([]);
  });

  test.each([
    [{ bytes: [0xae, 0x23, 0xf6, 0x02], bits: 26 }, null, 'H10301 123 4567'],
    [{ bytes: [0xaf, 0x23, 0xf6, 0x02], bits: 26 }, null, 'parity'],
    [h10301, 'DEC', 'DEC 8065495'],
    [{ bytes: [0xbf, 0xf2, 0x78, 0x1c], bits: 32 }, null, 'HEX 1C78F2BF'],
    [{ bytes: [0xbf, 0xf2, 0x78, 0x1c], bits: 32 }, 'H10301', 'length'],
    [{ bytes: [1], bits: 200 }, null, 'length'],
  ] as const)('%o set to %s reads as %s', async (card, format, expected) => {
    const { reader, ...features } = createPcProx();
    const driven = startDriver(pcprox, { format }, features);
    await driven.timing.advance(500);
    reader.card = card;
    await driven.timing.advance(500);
    expect(driven.written()).toEqual([expected]);
  });

  test('one that refuses is reported failed once and asked no more', async () => {
    const { reader, ...features } = createPcProx();
    const driven = startDriver(pcprox, {}, features);
    await driven.timing.advance(500);
    reader.refuses = true;
    await driven.timing.advance(500);
    expect(driven.failures()).toBe(1);
    expect(driven.timing.pending()).toBe(0);
  });

  test('stopped, it asks no more and reports nothing', async () => {
    const { reader, ...features } = createPcProx();
    const driven = startDriver(pcprox, {}, features);
    await driven.timing.advance(500);
    driven.driver.stop();
    const before = reader.asked;
    reader.card = h10301;
    await driven.timing.advance(2_000);
    expect(reader.asked).toBe(before);
    expect(driven.readings).toEqual([]);
    expect(driven.failures()).toBe(0);
  });
});

describe('swipe readers', () => {
  function report(
    size: number,
    tracks: readonly string[],
    starts: readonly number[],
    status: readonly number[],
  ) {
    const bytes = Array<number>(size).fill(0);
    for (const [index, track] of tracks.entries()) {
      bytes[index] = status[index] ?? 0;
      bytes[3 + index] = track.length;
      for (const [place, character] of Array.from(track).entries())
        bytes[(starts[index] ?? 0) + place] = character.charCodeAt(0);
    }
    return bytes;
  }
  const magtekReport = (tracks: readonly string[], status: readonly number[] = []) =>
    report(337, tracks, [7, 117, 227], status);
  const idtechReport = (tracks: readonly string[], status: readonly number[] = []) => {
    const first = tracks[0]?.length ?? 0;
    return report(512, tracks, [9, 9 + first, 9 + first + (tracks[1]?.length ?? 0)], status);
  };

  test.each([
    ['an access card', ['', second('0012345'), ''], [], 'TRACK2 0012345'],
    ['an access card with a name', ['%A12^DOE/JO?', second('0012345'), ''], [], 'TRACK2 0012345'],
    ['a payment card', [paymentFirst, second('4111111111111111'), ''], [], 'payment-card'],
    ['a payment card whose second track failed', [paymentFirst, '', ''], [0, 1], 'payment-card'],
    ['a track that failed', ['', second('0012345'), ''], [0, 1], 'parity'],
    ['a swipe that failed altogether', ['', '', ''], [1, 1, 1], 'parity'],
    ['a card with a first track alone', ['%A12^DOE/JO?', '', ''], [], 'characters'],
  ] as const)('%s', (_what, tracks, status, expected) => {
    for (const [profile, bytes] of [
      [magtek, magtekReport(tracks, status)],
      [idtech, idtechReport(tracks, status)],
    ] as const) {
      const driven = startDriver(profile);
      driven.send([bytes]);
      expect(driven.written(), profile.profile).toEqual([expected]);
    }
  });

  test('an empty swipe is nothing, and a report of another model is refused', () => {
    const driven = startDriver(magtek);
    driven.send([magtekReport(['', '', '']), Array(343).fill(0), magtekReport(['', 'x'.repeat(200), ''])]);
    expect(driven.written()).toEqual(['length', 'length']);
  });

  test('no payment card gets through, whatever is on the other track', () => {
    const issuer = fc.stringMatching(/^[2-6]\d{11,17}$/);
    const withCheckDigit = (digits: string): string => {
      for (let digit = 0; digit < 10; digit += 1) {
        const number = `${digits}${digit}`;
        const sum = Array.from(number)
          .reverse()
          .reduce((total, character, index) => {
            const value = Number(character) * (index % 2 === 0 ? 1 : 2);
            return total + (value > 9 ? value - 9 : value);
          }, 0);
        if (sum % 10 === 0) return number;
      }
      throw new Error('no check digit');
    };
    fc.assert(
      fc.property(issuer, fc.boolean(), (digits, onFirst) => {
        const number = withCheckDigit(digits);
        const driven = startDriver(magtek);
        driven.send([
          magtekReport(onFirst ? [`%B${number}^X^?`, second('77'), ''] : ['', second(number), '']),
        ]);
        expect(driven.written()).toEqual(['payment-card']);
        expect(JSON.stringify(driven.readings)).not.toContain(number);
      }),
    );
  });
});

describe('code scanners', () => {
  function scan(text: string, continued = false): readonly number[] {
    const bytes = Array<number>(64).fill(0);
    bytes.splice(0, 5, 2, text.length, 0x5d, 0x51, 0x31);
    bytes.splice(5, text.length, ...Array.from(text, (character) => character.charCodeAt(0)));
    bytes[63] = continued ? 1 : 0;
    return bytes;
  }

  test('a code is read, in one report or several', () => {
    const driven = startDriver(hidPosScanner);
    driven.send([scan('0006613779'), scan('00066', true), scan('13780'), scan('https://example.org/')]);
    expect(driven.written()).toEqual(['DEC 6613779', 'DEC 6613780', 'characters']);
  });

  test("an invitation's code is no card, whatever the format of the cards", () => {
    const code = 'FC:0123456789ABCDEF0123456789ABCDEF';
    for (const format of [null, 'HEX', 'DEC'] as const) {
      const driven = startDriver(hidPosScanner, { format });
      driven.send([scan(code), scan(`${code}\r`), scan(code.slice(3))]);
      expect(driven.written().slice(0, 2)).toEqual([`code ${code}`, `code ${code}`]);
      expect(driven.written()[2]).not.toContain('code');
    }
  });

  test('reports of other kinds are ignored, wrong lengths are unreadable', () => {
    const driven = startDriver(hidPosScanner);
    driven.send([
      [2, 5],
      [9, ...scan('123456').slice(1)],
      [2, 60, ...Array<number>(62).fill(0x31)],
    ]);
    expect(driven.written()).toEqual(['length']);
  });

  test('one is recognised by its usage, or is the one the site names', () => {
    const finds = hidPosScanner.device?.finds;
    const scanner = device({ collections: [{ usagePage: 0x8c, usage: 2 }] });
    expect(finds?.(scanner, { ...plainConfiguration, device: null })).toBe(true);
    expect(finds?.(scanner, { ...plainConfiguration, device: '1111:2222' })).toBe(false);
    expect(finds?.(device({}), { ...plainConfiguration, device: null })).toBe(false);
  });
});

describe('the list', () => {
  test('names each profile once', () => {
    expect(new Set(profiles.map(({ profile }) => profile)).size).toBe(profiles.length);
    expect(profileOf('keyboard')?.profile).toBe('keyboard');
  });

  test('no report whatever makes a driver throw', () => {
    const lengths = fc.constantFrom(0, 1, 8, 9, 64, 337, 500, 512);
    const report = lengths.chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
        for (const profile of [magtek, idtech, hidPosScanner])
          startDriver(profile).send(reports.map((bytes) => [...bytes]));
      }),
    );
  });

  test('the udev rules open every device that is recognised by its ids', async () => {
    const rules = await readFile(
      new URL('../../resources/udev/70-foyer-readers.rules', import.meta.url),
      'utf8',
    );
    const opened = [
      ...rules.matchAll(/^KERNEL=="hidraw\*".*idVendor}=="(\w+)", ATTRS\{idProduct}=="(\w+)"/gm),
    ].map(([, vendor, product]) => `${vendor}:${product}`.toUpperCase());
    for (const { device: known } of profiles)
      for (const ids of known?.ids ?? []) expect(opened).toContain(ids);
    for (const line of rules.split('\n')) expect(line).toMatch(/^(#.*|\s*|(KERNEL|SUBSYSTEM)==.*)$/);
  });
});
