/** What the drivers of the profiles make of reports. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyboard } from '../../src/main/readers/profiles/keyboard.ts';
import { raw } from '../../src/main/readers/profiles/raw.ts';
import { plainConfiguration as configuration, device, startDriver as start } from './drivers.ts';
import { bootReports, numberedReports, type } from './typing.ts';

describe('keyboard', () => {
  test('usages 27 27 1F 24 20 1E 21 1E 21 1E 28 are the card 0027314141', () => {
    const reader = start(keyboard);
    const usages = [0x27, 0x27, 0x1f, 0x24, 0x20, 0x1e, 0x21, 0x1e, 0x21, 0x1e, 0x28];
    reader.send(usages.flatMap((usage) => [[0, 0, usage, 0, 0, 0, 0, 0], Array<number>(8).fill(0)]));
    expect(reader.written()).toEqual(['DEC 27314141']);
  });

  test('only the device that the site names is one', () => {
    const finds = keyboard.device?.finds;
    expect(finds?.(device({}), configuration)).toBe(true);
    expect(finds?.(device({ collections: [] }), configuration)).toBe(true);
    expect(finds?.(device({}), { ...configuration, device: null })).toBe(false);
    expect(finds?.(device({ productId: 0x000a }), configuration)).toBe(false);
    expect(finds?.(device({ collections: [{ usagePage: 1, usage: 2 }] }), configuration)).toBe(false);
  });

  test.each([
    ['0006613779\n', null, 'DEC 6613779'],
    ['0006613779\n', 'H10301', 'H10301 100 60179'],
    ['100,60179\n', 'H10301', 'H10301 100 60179'],
    ['64EB13\n', 'H10301', 'H10301 100 60179'],
    ['2F623AE\n', 'H10301', 'H10301 123 4567'],
    ['2f623ae\n', 'H10301', 'H10301 123 4567'],
    ['2F623AF\n', 'H10301', 'parity'],
    ['10060179\n', 'H10301', 'ambiguous'],
    ['4294967295\n', 'H10301', 'length'],
    ['300,1\n', 'H10301', 'length'],
    ['123\n', 'H10301', 'length'],
    ['0F0368568B\n', null, 'HEX F0368568B'],
    ['0F0368568B\n', 'DEC', 'characters'],
    ['hello world\n', null, 'characters'],
    ['12\n', null, 'length'],
    ['123456789012345678901\n', null, 'length'],
    [';0012345=99?\n', null, 'TRACK2 0012345'],
    ['%B4111111111111111^DOE/JO ^2512?;4111111111111111=2512?\n', null, 'payment-card'],
    ['%B4111111111111111^DOE/JO ^2512?\n', null, 'payment-card'],
    ['%A0012345^DOE/JO?\n', null, 'characters'],
    [';4111111111111111=25121010000012345678?\n', 'DEC', 'payment-card'],
    ['4111111111111111\n', 'DEC', 'payment-card'],
    ['6613779\t', null, 'DEC 6613779'],
  ] as const)('%j set to %s reads as %s', (text, format, written) => {
    const reader = start(keyboard, { format });
    reader.send(type(text, bootReports));
    expect(reader.written()).toEqual([written]);
  });

  test('numbered reports and the short ones without a reserved byte read alike', () => {
    for (const reserved of [true, false]) {
      const reader = start(keyboard);
      reader.send(type('00aB12\n', numberedReports(reserved)));
      expect(reader.written()).toEqual(['HEX AB12']);
    }
  });

  test('digits of the number pad are digits', () => {
    const reader = start(keyboard);
    reader.send(
      [0x59, 0x62, 0x5a, 0x5b, 0x58].flatMap((usage) => [[0, 0, usage, 0, 0, 0, 0, 0], Array(8).fill(0)]),
    );
    expect(reader.written()).toEqual(['DEC 1023']);
  });

  test('a key that is still down while the next is pressed counts once', () => {
    const reader = start(keyboard);
    const down = [[0x1e], [0x1e, 0x1f], [0x1f], [0x1f, 0x20], [0x20], [0x21], [], [0x21], [], [0x28], []];
    reader.send(down.map((keys) => [0, 0, ...keys, ...Array<number>(6 - keys.length).fill(0)]));
    expect(reader.written()).toEqual(['DEC 12344']);
  });

  test('Enter alone is nothing', () => {
    const reader = start(keyboard);
    reader.send(type('\n\n', bootReports));
    expect(reader.readings).toEqual([]);
  });

  test('what was typed before a silence does not run into the next card', async () => {
    const reader = start(keyboard);
    reader.send(type('999', bootReports));
    await reader.timing.advance(1_100);
    reader.send(type('6613779\n', bootReports));
    expect(reader.written()).toEqual(['DEC 6613779']);
  });

  test('what was typed before a reset is forgotten, with its rest', async () => {
    const reader = start(keyboard);
    reader.send(type('999', bootReports));
    reader.driver.reset();
    await reader.timing.advance(20);
    reader.send(type('13779\n', bootReports));
    expect(reader.readings).toEqual([]);
    await reader.timing.advance(20);
    reader.send(type('6613779\n', bootReports));
    expect(reader.written()).toEqual(['DEC 6613779']);
  });

  test('too many keys at once and reports of other kinds are ignored', () => {
    const reader = start(keyboard);
    reader.send([[0, 0, 1, 1, 1, 1, 1, 1], [2, 0x40], [3, 0, 0, 0, 0, 0, 0, 0, 0], [], [1]]);
    reader.send(type('6613779\n', bootReports));
    expect(reader.written()).toEqual(['DEC 6613779']);
  });

  test('every number typed is the number read', () => {
    fc.assert(
      fc.property(fc.bigInt(1_000n, 99_999_999_999n), fc.nat(5), (number, zeros) => {
        const reader = start(keyboard, { format: 'DEC' });
        reader.send(type(`${'0'.repeat(zeros)}${number}\n`, bootReports));
        expect(reader.written()).toEqual([`DEC ${number}`]);
      }),
    );
  });

  test('no row of reports whatever makes it throw', () => {
    const report = fc.array(fc.nat(255), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 60 }), (reports) => {
        start(keyboard).send(reports);
        start(raw, { raw: { offset: 2, length: 4, byteOrder: 'big' } }).send(reports);
      }),
    );
  });
});

describe('raw', () => {
  const bytes = [0xab, 0xc9, 0xd6, 0x27, 0x00];
  test.each([
    ['DEC', { offset: 1, length: 3, byteOrder: 'big' }, 'DEC 13227559'],
    ['DEC', { offset: 1, length: 3, byteOrder: 'little' }, 'DEC 2610889'],
    [null, { offset: 1, length: 3, byteOrder: 'big' }, 'HEX C9D627'],
    ['H10301', { offset: 1, length: 3, byteOrder: 'big' }, 'H10301 201 54823'],
    ['DEC', { offset: 3, length: 3, byteOrder: 'big' }, 'length'],
  ] as const)('%s from %o reads as %s', (format, place, written) => {
    const reader = start(raw, { format, raw: place });
    reader.send([bytes]);
    expect(reader.written()).toEqual([written]);
  });

  test('26 bits in four bytes are checked', () => {
    const place = { offset: 0, length: 4, byteOrder: 'big' } as const;
    const reader = start(raw, { format: 'H10301', raw: place });
    reader.send([
      [0x02, 0xf6, 0x23, 0xae],
      [0x02, 0xf6, 0x23, 0xaf],
      [0xff, 0xf6, 0x23, 0xae],
    ]);
    expect(reader.written()).toEqual(['H10301 123 4567', 'parity', 'length']);
  });

  test('nothing but zeros is a card taken away', () => {
    const reader = start(raw, { raw: { offset: 1, length: 4, byteOrder: 'big' } });
    reader.send([[1, 0, 0, 0, 0, 9]]);
    expect(reader.readings).toEqual([]);
  });

  test('a payment card in a report is dropped, whatever the format and wherever the number is said to stand', () => {
    const stripe = [0, ...Buffer.from(';4111111111111111=2512?'), 0];
    for (const format of [null, 'HEX', 'UID', 'TRACK2'] as const) {
      const reader = start(raw, { format, raw: { offset: 2, length: 10, byteOrder: 'big' } });
      reader.send([stripe]);
      expect(reader.written()).toEqual(['payment-card']);
    }
  });

  test('a field wider than any credential is unreadable', () => {
    const reader = start(raw, { format: 'DEC', raw: { offset: 0, length: 64, byteOrder: 'big' } });
    reader.send([Array<number>(64).fill(0xff)]);
    expect(reader.written()).toEqual(['length']);
  });

  test('only the device that the site names, and only when it says where the number stands', () => {
    const finds = raw.device?.finds;
    const set = { ...configuration, raw: { offset: 0, length: 4, byteOrder: 'big' } } as const;
    expect(finds?.(device({}), set)).toBe(true);
    expect(finds?.(device({}), configuration)).toBe(false);
    expect(finds?.(device({ vendorId: 1 }), set)).toBe(false);
  });
});
