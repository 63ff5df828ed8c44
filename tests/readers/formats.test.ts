import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { em4100, em4100Credential } from '../../src/main/readers/formats/em4100.ts';
import { formatReaders, parseCardText } from '../../src/main/readers/formats/formats.ts';
import { decimalCredential, hexadecimalCredential } from '../../src/main/readers/formats/numbers.ts';
import { isPaymentCard, isTypedPaymentCard } from '../../src/main/readers/formats/payment.ts';
import {
  decodeTrack2,
  decodeTrack2Bits,
  encodeTrack2Bits,
  track2Check,
} from '../../src/main/readers/formats/track2.ts';
import { faultOfUid, reversedUid, uidCredential, uidDecimal } from '../../src/main/readers/formats/uid.ts';
import {
  credentialOf,
  decodeWiegand,
  encodeWiegand,
  lengthOf,
  type WiegandFormat,
} from '../../src/main/readers/formats/wiegand.ts';
import { type CardFormat, Credential } from '../../src/shared/contract/cards.ts';
import { anyWiegandCard } from './cards.ts';

interface Vector {
  readonly format: WiegandFormat;
  readonly hexadecimal: string;
  readonly facility: string | null;
  readonly number: string;
}

const vectors: readonly Vector[] = [
  { format: 'H10301', hexadecimal: '2F623AE', facility: '123', number: '4567' },
  { format: 'H10301', hexadecimal: '2EC0C86', facility: '118', number: '1603' },
  { format: 'H10301', hexadecimal: 'C9D627', facility: '100', number: '60179' },
  { format: 'H10306', hexadecimal: '209A5BBAA', facility: '1234', number: '56789' },
  { format: 'H10302', hexadecimal: '100EB79A2B', facility: null, number: '123456789' },
  { format: 'H10304', hexadecimal: '104D23039B', facility: '1234', number: '98765' },
  { format: 'C1K35', hexadecimal: '69A5154A4', facility: '1234', number: '567890' },
  { format: 'C1K48', hexadecimal: 'A4550148AB', facility: '42069', number: '42069' },
];

/** The printed forms of a card without a facility. */
function formsOf(format: CardFormat, number: string): Readonly<Record<string, string>> {
  const forms = formatReaders[format].printed({ format, facility: null, number });
  return Object.fromEntries(forms.map(({ form, text }) => [form, text]));
}

describe('bit formats', () => {
  test.each(vectors)('$format $hexadecimal', ({ format, hexadecimal, facility, number }) => {
    const bits = { length: lengthOf(format), value: BigInt(`0x${hexadecimal}`) };
    const credential = { format, facility, number };
    expect(decodeWiegand(format, bits)).toEqual({ ok: true, credential });
    expect(encodeWiegand(format, facility === null ? null : BigInt(facility), BigInt(number))).toEqual(bits);
    expect(parseCardText(`${format}:${hexadecimal}`)).toEqual({
      ok: true,
      reading: { kind: 'credential', credential },
    });
  });

  test('H10301 as a row of bits', () => {
    const bits = { length: 26, value: BigInt('0b00000101000000100101001001') };
    expect(decodeWiegand('H10301', bits)).toEqual({
      ok: true,
      credential: { format: 'H10301', facility: '10', number: '1188' },
    });
  });

  test('decoding what was encoded gives the card, as the contract writes it', () => {
    fc.assert(
      fc.property(anyWiegandCard, ({ format, facility, number }) => {
        const bits = encodeWiegand(format, facility, number);
        expect(bits).not.toBeNull();
        const decoded = decodeWiegand(format, bits as NonNullable<typeof bits>);
        const credential = {
          format,
          facility: facility === null ? null : String(facility),
          number: String(number),
        };
        expect(decoded).toEqual({ ok: true, credential });
        expect(Credential.parse(credential)).toEqual(credentialOf(format, facility, number));
      }),
    );
  });

  test('no single flipped bit passes', () => {
    fc.assert(
      fc.property(anyWiegandCard, ({ format, facility, number }) => {
        const bits = encodeWiegand(format, facility, number);
        if (bits === null) throw new Error('does not fit');
        for (let place = 0; place < bits.length; place += 1) {
          const flipped = { length: bits.length, value: bits.value ^ (1n << BigInt(place)) };
          expect(decodeWiegand(format, flipped), `${format} bit ${bits.length - 1 - place}`).toMatchObject({
            ok: false,
            fault: 'parity',
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('other lengths and numbers that do not fit are refused', () => {
    expect(decodeWiegand('H10302', { length: 26, value: 0x2f623aen })).toEqual({
      ok: false,
      fault: 'length',
    });
    expect(decodeWiegand('H10301', { length: 26, value: 1n << 26n })).toEqual({ ok: false, fault: 'length' });
    expect(encodeWiegand('H10301', 256n, 1n)).toBeNull();
    expect(encodeWiegand('H10301', 1n, 65_536n)).toBeNull();
    expect(encodeWiegand('H10301', null, 1n)).toBeNull();
    expect(encodeWiegand('H10302', 1n, 1n)).toBeNull();
  });
});

describe('plain numbers', () => {
  test('leading zeros do not make another card', () => {
    expect(decimalCredential('0006613779')).toEqual({ format: 'DEC', facility: null, number: '6613779' });
    expect(decimalCredential('0')?.number).toBe('0');
    expect(decimalCredential('000')?.number).toBe('0');
    expect(hexadecimalCredential('00aB')).toEqual({ format: 'HEX', facility: null, number: 'AB' });
  });

  test('equal numbers are equal strings, others are not', () => {
    const digits = fc.bigInt(0n, 99_999_999n);
    const zeros = fc.nat(8);
    fc.assert(
      fc.property(digits, digits, zeros, zeros, (left, right, leftZeros, rightZeros) => {
        const write = (number: bigint, count: number) => '0'.repeat(count) + String(number);
        const one = decimalCredential(write(left, leftZeros))?.number;
        const other = decimalCredential(write(right, rightZeros))?.number;
        expect(one === other).toBe(left === right);
        expect(decimalCredential(write(left, rightZeros))?.number).toBe(one);
      }),
    );
  });

  test.each(['', ' ', '12a', '-1', '1.5', '123456789012345678901', '１２'])(
    '%j is no decimal number',
    (text) => {
      expect(decimalCredential(text)).toBeNull();
    },
  );
});

describe('EM4100', () => {
  test('the printed forms of one card', () => {
    const card = em4100Credential('0f0368568b');
    expect(card).toEqual({ format: 'EM4100', facility: null, number: '0F0368568B' });
    expect(formsOf('EM4100', '0F0368568B')).toEqual({
      hexadecimal: '0F0368568B',
      DEZ14: '00064481678987',
      DEZ10: '0057169547',
      DEZ8: '06837899',
      '3D5D': '104,22155',
    });
    expect(em4100.typed('00064481678987')).toEqual({ ok: true, credential: card, parity: 'none' });
    expect(em4100Credential('0368568B')).toBeNull();
    expect(em4100.typed('99999999999999')).toEqual({ ok: false, reason: 'length' });
  });

  test('fourteen digits name every card', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 40n) - 1n), (value) => {
        const number = value.toString(16).toUpperCase().padStart(10, '0');
        expect(em4100.typed(formsOf('EM4100', number).DEZ14 ?? '')).toMatchObject({
          credential: { number },
        });
      }),
    );
  });
});

describe('serial numbers of chips', () => {
  test('byte order and printed decimals', () => {
    expect(uidDecimal('1C78F2BF', 'little')).toBe('3220338716');
    expect(reversedUid('1C78F2BF')).toBe('BFF2781C');
    const forwards = BigInt('3829098359').toString(16).toUpperCase();
    expect(uidDecimal(forwards, 'big')).toBe('3829098359');
    expect(uidDecimal(forwards, 'little')).toBe('2003254244');
  });

  test('length belongs to the number', () => {
    expect(uidCredential('04c43bc21c2680')?.number).toBe('04C43BC21C2680');
    expect(uidCredential('0000001C')?.number).toBe('0000001C');
    expect(uidCredential('04C43B')).toBeNull();
    expect(faultOfUid('8804C43B')).toBe('partial-uid');
    expect(faultOfUid('0812AB34')).toBe('random-uid');
    expect(faultOfUid('88C43BC21C2680')).toBeNull();
  });
});

describe('track 2', () => {
  const stripe = ';1111222233334444=000300440009000330?';

  test('the check character', () => {
    expect(track2Check(stripe)).toBe('3');
    expect(decodeTrack2(`;0012345=99?${track2Check(';0012345=99?')}`)).toEqual({
      ok: true,
      credential: { format: 'TRACK2', facility: null, number: '0012345' },
      parity: 'holds',
    });
    expect(decodeTrack2(';0012345=99?')).toMatchObject({ ok: true, parity: 'none' });
    expect(decodeTrack2(`${stripe}4`)).toEqual({ ok: false, reason: 'payment-card' });
    expect(decodeTrack2(';0012345=99?0')).toEqual({ ok: false, reason: 'parity' });
    expect(decodeTrack2('0012345')).toEqual({ ok: false, reason: 'characters' });
  });

  test('bits and back, and no flipped bit passes', () => {
    const digits = fc.stringMatching(/^\d{1,19}$/);
    fc.assert(
      fc.property(digits, digits, fc.nat(), (number, rest, where) => {
        const text = `;${number}=${rest}?`;
        const bits = encodeTrack2Bits(text);
        expect(decodeTrack2Bits(bits)).toBe(text + track2Check(text));
        const place = where % bits.length;
        expect(
          decodeTrack2Bits(bits.map((bit, index) => (index === place ? ((1 - bit) as 0 | 1) : bit))),
        ).toBeNull();
      }),
    );
  });
});

describe('payment cards', () => {
  test('numbers that schemes publish for testing are recognised', () => {
    for (const number of ['4111111111111111', '5555555555554444', '378282246310005', '4222222222222']) {
      expect(isPaymentCard(number)).toBe(true);
      expect(isTypedPaymentCard(number)).toBe(true);
    }
    expect(isPaymentCard('4111111111111112')).toBe(false);
  });

  test('fourteen printed digits of an EM4100 card are never taken for one', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 40n) - 1n), (value) => {
        expect(isTypedPaymentCard(String(value).padStart(14, '0'))).toBe(false);
      }),
    );
  });
});
