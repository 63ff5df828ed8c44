/** The test area: what came, read in every way a site could choose. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Heard } from '../../src/main/readers/card-read.ts';
import { interpret, isPaymentCardHeard } from '../../src/main/readers/formats/interpret.ts';
import { readBits } from '../../src/main/readers/formats/polled.ts';
import { readTyped } from '../../src/main/readers/formats/typed.ts';
import { encodeWiegand } from '../../src/main/readers/formats/wiegand.ts';
import { raw } from '../../src/main/readers/profiles/raw.ts';
import type { TestReading } from '../../src/shared/contract/readers.ts';
import { anyWiegandCard } from './cards.ts';
import { startDriver, written } from './drivers.ts';

const text = (typed: string): Heard => ({ kind: 'text', raw: typed, bits: null });
const report = (bytes: readonly number[]): Heard => ({
  kind: 'report',
  raw: Buffer.from(bytes).toString('hex').toUpperCase(),
  bits: null,
});
const card = ({ format, facility, number }: TestReading): string =>
  [format, ...(facility === null ? [] : [facility]), number].join(' ');
/** Credentials of a chip are the same in either byte order. */
const asRead = ({ format, facility, number }: TestReading): string =>
  card({ format: format === 'UID-REVERSED' ? 'UID' : format, facility, number } as TestReading);
const cards = (heard: Heard, printed: string | null) => interpret(heard, printed).map(card);

describe('what a keyboard reader typed', () => {
  test.each([
    ['0027314141', '0027314141', 'DEC 27314141'],
    ['0006613779', '100,60179', 'H10301 100 60179'],
    ['0006613779', '100-60179', 'H10301 100 60179'],
    ['0006613779', '0006613779 100,60179', 'H10301 100 60179'],
    ['0006613779', '10060179', 'H10301 100 60179'],
    ['0006613779', 'HID 60179', 'H10301 100 60179'],
    ['64EB13', '100 60179', 'H10301 100 60179'],
    ['2F623AE', '123-4567', 'H10301 123 4567'],
    ['0F0368568B', '0057169547', 'EM4100 0F0368568B'],
    ['0F0368568B', '06837899', 'DEZ8 6837899'],
    ['0F0368568B', '104,22155', '3D5D 104 22155'],
    ['0F0368568B', '00064481678987', 'EM4100 0F0368568B'],
    ['0F0368568B', '0F0368568B', 'EM4100 0F0368568B'],
    ['1C78F2BF', '3220338716', 'UID 1C78F2BF'],
    ['3220338716', '3220338716', 'DEC 3220338716'],
    [';0012345=99?', '0012345', 'TRACK2 0012345'],
    ['0057169547', 'No. 0057169547', 'DEZ10 57169547'],
  ])('%s, printed %s, can be read as %s', (typed, printed, expected) => {
    expect(cards(text(typed), printed)).toContain(expected);
  });

  test('another number is found in no way', () => {
    expect(interpret(text('0027314141'), '0027314142')).toEqual([]);
    expect(interpret(text('0027314141'), 'no number')).toEqual([]);
  });

  test('without a printed number every way is shown once, the certain ones first', () => {
    const readings = interpret(text('2F623AE'), null);
    expect(readings[0]).toMatchObject({ format: 'H10301', parity: 'holds', facility: '123', number: '4567' });
    expect(new Set(readings.map(card)).size).toBe(readings.length);
    expect(interpret(text('2F623AE'), '   ')).toEqual(readings);
  });

  test('a number whose parity fails is shown as such and comes last', () => {
    const readings = interpret(text('2F623AF'), null);
    expect(readings.at(-1)).toMatchObject({ format: 'H10301', parity: 'fails', number: '4567' });
    expect(readings[0]?.parity).not.toBe('fails');
  });
});

describe('a report', () => {
  test('the serial number of a chip in either byte order is found by its printed number, with its place', () => {
    const bytes = [0x01, 0xbf, 0xf2, 0x78, 0x1c, 0, 0, 0];
    for (const [printed, byteOrder, number] of [
      ['0477688511', 'little', '1C78F2BF'],
      ['3220338716', 'big', 'BFF2781C'],
    ] as const) {
      const readings = interpret(report(bytes), printed);
      const field = { offset: 1, length: 4, byteOrder };
      expect(readings[0]).toMatchObject({ field, number: String(BigInt(printed)) });
      expect(readings).toContainEqual(expect.objectContaining({ format: 'UID', field, number }));
    }
  });

  test('26 bits with their parity are found before anything that has none', () => {
    const readings = interpret(report([0xff, 0x02, 0xf6, 0x23, 0xae, 0, 0]), '123,04567');
    expect(readings[0]).toMatchObject({
      format: 'H10301',
      parity: 'holds',
      field: { offset: 1, length: 4, byteOrder: 'big' },
    });
  });

  test('of nothing but zeros has no reading', () => {
    expect(interpret(report(Array(64).fill(0)), null)).toEqual([]);
    expect(interpret(report(Array(64).fill(0)), '1234')).toEqual([]);
  });

  test('a card of any bit format anywhere in a report is found by facility and number', () => {
    fc.assert(
      fc.property(
        anyWiegandCard,
        fc.nat(20),
        fc.constantFrom('big', 'little'),
        (given, offset, byteOrder) => {
          const bits = encodeWiegand(given.format, given.facility, given.number);
          fc.pre(bits !== null && given.number > 999n);
          const length = Math.ceil(bits.length / 8);
          const field = Buffer.from(bits.value.toString(16).padStart(length * 2, '0'), 'hex');
          if (byteOrder === 'little') field.reverse();
          const bytes = [...Array(offset).fill(0xa5), ...field, ...Array(4).fill(0x5a)];
          const printed =
            given.facility === null ? String(given.number) : `${given.facility}-${given.number}`;
          const found = interpret(report(bytes), printed).find(
            (reading) =>
              reading.format === given.format &&
              reading.parity === 'holds' &&
              reading.field?.offset === offset &&
              reading.field.length === length &&
              reading.field.byteOrder === byteOrder,
          );
          expect(found).toMatchObject({ number: String(given.number) });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('whoever chooses a reading gets this card', () => {
  test('out of reports', () => {
    const bytes = fc.array(fc.nat(255), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(bytes, (given) => {
        for (const reading of interpret(report(given), null)) {
          const driven = startDriver(raw, { format: reading.format, raw: reading.field });
          driven.send([given]);
          expect(driven.written()).toEqual([reading.parity === 'fails' ? 'parity' : asRead(reading)]);
        }
      }),
    );
  });

  test('out of what was typed', () => {
    const typed = fc.oneof(
      fc.stringMatching(/^\d{4,14}$/),
      fc.stringMatching(/^[0-9A-F]{4,14}$/),
      fc.stringMatching(/^\d{1,5}[,-]\d{1,6}$/),
    );
    fc.assert(
      fc.property(typed, (given) => {
        for (const reading of interpret(text(given), null)) {
          const read = readTyped(given, reading.format);
          expect(read && written(read)).toBe(reading.parity === 'fails' ? 'parity' : asRead(reading));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('out of the bits of a polled card', () => {
    fc.assert(
      fc.property(anyWiegandCard, ({ format, facility, number }) => {
        const bits = encodeWiegand(format, facility, number);
        fc.pre(bits !== null);
        const heard: Heard = {
          kind: 'bits',
          raw: bits.value.toString(16).toUpperCase().padStart(1, '0'),
          bits: bits.length,
        };
        const readings = interpret(heard, null);
        expect(readings.some((reading) => reading.format === format && reading.parity === 'holds')).toBe(
          true,
        );
        for (const reading of readings)
          expect(written(readBits(bits, reading.format))).toBe(
            reading.parity === 'fails' ? 'parity' : asRead(reading),
          );
      }),
    );
  });

  test('and every form it says such a card is printed in finds it again', () => {
    fc.assert(
      fc.property(anyWiegandCard, ({ format, facility, number }) => {
        const bits = encodeWiegand(format, facility, number);
        fc.pre(bits !== null);
        const heard: Heard = { kind: 'bits', raw: bits.value.toString(16), bits: bits.length };
        const own = interpret(heard, null).find((reading) => reading.format === format);
        for (const form of own?.printed ?? [])
          expect(
            interpret(heard, form.text).some((reading) => reading.format === format),
            `${format} ${form.form} ${form.text}`,
          ).toBe(true);
      }),
    );
  });
});

describe('payment cards', () => {
  const first = '%B4111111111111111^DOE/JO ^2512101?';
  test.each([
    [text(';4111111111111111=2512?')],
    [text(first)],
    [text('4111 1111 1111 1111')],
    [text('4111-1111-1111-1111')],
    [report([...Buffer.from(`\0\0${first}\0`)])],
  ])('%o is one, and is read in no way', (heard) => {
    expect(isPaymentCardHeard(heard)).toBe(true);
    expect(interpret(heard, null)).toEqual([]);
    expect(interpret(heard, '4111111111111111')).toEqual([]);
  });

  test.each([[text('0006613779')], [text('00064481678987')], [text(';0012345=99?')]])('%o is none', (heard) =>
    expect(isPaymentCardHeard(heard)).toBe(false),
  );
});

test('nothing heard makes it throw, and there are never more than twenty readings', () => {
  const heard = fc.oneof(
    fc.string({ maxLength: 60 }).map(text),
    fc.array(fc.nat(255), { maxLength: 80 }).map(report),
    fc.record({
      kind: fc.constant('bits' as const),
      raw: fc.stringMatching(/^[0-9A-F]{0,20}$/),
      bits: fc.nat(80),
    }),
  );
  fc.assert(
    fc.property(heard, fc.option(fc.string({ maxLength: 40 })), (given, printed) => {
      expect(interpret(given, printed).length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 300 },
  );
});
