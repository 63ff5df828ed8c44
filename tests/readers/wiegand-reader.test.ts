/** Bit formats in every shape in which readers send them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decoded } from '../../src/main/readers/formats/format-reader.ts';
import { formatReaders } from '../../src/main/readers/formats/formats.ts';
import { readBits } from '../../src/main/readers/formats/polled.ts';
import {
  encodeWiegand,
  lengthOf,
  type WiegandFormat,
  wiegandFormats,
} from '../../src/main/readers/formats/wiegand.ts';
import { wiegandCard, wiegandWidths } from './cards.ts';
import { written } from './drivers.ts';

const hexadecimal = (value: bigint, bits: number): string =>
  value
    .toString(16)
    .toUpperCase()
    .padStart(Math.ceil(bits / 4), '0');
function bytesOf(value: bigint, length: number): Uint8Array {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}
const read = (credential: object, parity: 'holds' | 'none') => ({ ok: true, credential, parity });

/** Lengths at which the whole card in hexadecimal may also be a plain number; there digits alone decide nothing. */
const mayBeDecimal = (format: WiegandFormat): boolean => wiegandWidths[format][0] === 0;

describe.each(wiegandFormats)('%s', (format) => {
  const reader = formatReaders[format];
  const length = lengthOf(format);
  const [facilityBits, numberBits] = wiegandWidths[format];
  const stripped = facilityBits + numberBits;

  function sample(facility: bigint | null, number: bigint) {
    const bits = encodeWiegand(format, facility, number);
    if (bits === null) throw new Error('does not fit');
    const bare = ((facility ?? 0n) << BigInt(numberBits)) | number;
    const credential = {
      format,
      facility: facility === null ? null : String(facility),
      number: String(number),
    };
    return { bits, bare, credential };
  }

  test('decode ∘ encode is the identity, in bits, bytes and digits, with parity and without', () => {
    fc.assert(
      fc.property(wiegandCard(format), ({ facility, number }) => {
        const { bits, bare, credential } = sample(facility, number);
        expect(reader.bits(bits)).toEqual(read(credential, 'holds'));
        expect(reader.bits({ length: stripped, value: bare })).toEqual(read(credential, 'none'));
        expect(reader.bytes(bytesOf(bits.value, Math.ceil(length / 8)))).toEqual(read(credential, 'holds'));
        expect(reader.bytes(bytesOf(bits.value, 8))).toEqual(read(credential, 'holds'));
        const typed = reader.typed(hexadecimal(bits.value, length));
        const digitsAlone = /^\d+$/.test(hexadecimal(bits.value, length));
        if (typed.ok) expect(typed).toEqual(read(credential, 'holds'));
        else expect([digitsAlone, typed.reason]).toEqual([true, 'ambiguous']);
        expect(reader.written(hexadecimal(bits.value, length))).toEqual(read(credential, 'holds'));
        if (facility !== null)
          for (const between of [',', '-', ':', ' '])
            expect(reader.typed(`${facility}${between}${number}`)).toEqual(read(credential, 'none'));
        else if (number > 999n) {
          const plain = reader.typed(String(number));
          if (plain.ok) expect(plain).toEqual(read(credential, 'none'));
          else expect(plain).toEqual({ ok: false, reason: 'ambiguous' });
        }
      }),
    );
  });

  test('one flipped bit is never another card, however it is sent', () => {
    fc.assert(
      fc.property(wiegandCard(format), ({ facility, number }) => {
        const { bits } = sample(facility, number);
        for (let place = 0; place < length; place += 1) {
          const value = bits.value ^ (1n << BigInt(place));
          const decoded: Decoded[] = [
            reader.bits({ length, value }),
            reader.bytes(bytesOf(value, 8)),
            reader.written(hexadecimal(value, length)),
          ];
          // A number without a facility in digits alone is told by nothing; it is ambiguous where it is all bits.
          if (!mayBeDecimal(format) || !/^\d+$/.test(hexadecimal(value, length)))
            decoded.push(reader.typed(hexadecimal(value, length)));
          for (const each of decoded) expect(each, `bit ${length - 1 - place}`).toMatchObject({ ok: false });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('bits beyond the format are refused, not cut off', () => {
    fc.assert(
      fc.property(wiegandCard(format), fc.nat(7), ({ facility, number }, beyond) => {
        const { bits } = sample(facility, number);
        const value = bits.value | (1n << BigInt(length + beyond));
        expect(reader.bytes(bytesOf(value, 8))).toEqual({ ok: false, reason: 'length' });
        expect(reader.bits({ length, value })).toEqual({ ok: false, reason: 'length' });
      }),
    );
  });

  test('other lengths are no card of it', () => {
    fc.assert(
      fc.property(fc.nat(63), (other) => {
        fc.pre(other !== length && other !== stripped);
        expect(reader.bits({ length: other, value: 0n })).toEqual({ ok: false, reason: 'length' });
      }),
    );
  });

  test('every printed form that is written for it reads as the card', () => {
    fc.assert(
      fc.property(wiegandCard(format), ({ facility, number }) => {
        const { credential } = sample(facility, number);
        const forms = reader.printed(credential);
        expect(forms[0]?.form).toBe(facility === null ? 'number' : 'facility-number');
        const whole = forms.find(({ form }) => form === 'hexadecimal');
        expect(reader.written(whole?.text ?? '')).toEqual(read(credential, 'holds'));
        if (facility !== null) expect(reader.written(forms[0]?.text ?? '')).toMatchObject({ credential });
      }),
    );
  });
});

describe('what is not decided', () => {
  test.each([
    ['H10301', '10060179', 'three digits and five run together, or a number in hexadecimal'],
    ['H10306', '0123456789', 'five and five run together'],
    ['H10302', '1008079020', 'all bits in hexadecimal, or the number in decimal'],
  ] as const)('%s typed %s: %s', (format, typed, _ways) => {
    expect(formatReaders[format].typed(typed)).toEqual({ ok: false, reason: 'ambiguous' });
  });

  test('37 bits are read as the site says, never as the program thinks', () => {
    const bits = { length: 37, value: 0x104d23039bn };
    expect(written(readBits(bits, 'H10304'))).toBe('H10304 1234 98765');
    expect(written(readBits(bits, 'H10302'))).toBe(`H10302 ${(1234n << 19n) | 98765n}`);
    expect(written(readBits(bits, null))).toBe('HEX 104D23039B');
    expect(written(readBits(bits, 'H10301'))).toBe('length');
  });
});

describe('without a format a polled card', () => {
  test.each([
    [26, 0x2f623aen, 'H10301 123 4567'],
    [24, 0x7b11d7n, 'H10301 123 4567'],
    [26, 0x2f623afn, 'parity'],
    [32, 0x1c78f2bfn, 'HEX 1C78F2BF'],
    [35, 0x69a5154a4n, 'HEX 69A5154A4'],
    [40, 0x0f0368568bn, 'HEX F0368568B'],
  ])('of %i bits %s reads as %s', (length, value, expected) => {
    expect(written(readBits({ length, value }, null))).toBe(expected);
  });
});

test('EM4100 and its forms out of the bits of a card', () => {
  const bits = { length: 40, value: 0x0f0368568bn };
  expect(written(readBits(bits, 'EM4100'))).toBe('EM4100 0F0368568B');
  expect(written(readBits(bits, 'DEZ10'))).toBe('DEZ10 57169547');
  expect(written(readBits(bits, 'DEZ8'))).toBe('DEZ8 6837899');
  expect(written(readBits(bits, '3D5D'))).toBe('3D5D 104 22155');
  expect(written(readBits({ length: 24, value: 0x68568bn }, 'DEZ10'))).toBe('length');
  expect(written(readBits({ length: 32, value: 0x1c78f2bfn }, 'UID-REVERSED'))).toBe('UID BFF2781C');
  expect(written(readBits({ length: 30, value: 1n }, 'UID'))).toBe('length');
  expect(written(readBits(bits, 'TRACK2'))).toBe('length');
});
