/** Serial numbers of chips: byte order and short parts are flagged, never guessed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../src/main/readers/formats/bytes.ts';
import { formatReaders } from '../../src/main/readers/formats/formats.ts';
import {
  faultOfUid,
  lookalikesOf,
  partOfLongerUid,
  reversedUid,
  uidCredential,
  uidDecimal,
} from '../../src/main/readers/formats/uid.ts';
import type { Credential } from '../../src/shared/contract/cards.ts';
import { written } from './drivers.ts';

const uid = (number: string): Credential => ({ format: 'UID', facility: null, number });
const plain = (format: 'DEC' | 'HEX', number: string): Credential => ({ format, facility: null, number });
const cards = (credentials: readonly Credential[]) =>
  credentials.map(({ format, number }) => `${format} ${number}`);
/** Four, seven or ten bytes that name a chip. */
const chip = fc
  .constantFrom(4, 7, 10)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
  .map((bytes) => Buffer.from(bytes).toString('hex').toUpperCase())
  .filter((number) => faultOfUid(number) === null && faultOfUid(reversedUid(number)) === null);

describe('the same chip', () => {
  test('is one card in either byte order, once the site says which', () => {
    fc.assert(
      fc.property(chip, (number) => {
        const bytes = Buffer.from(number, 'hex');
        fc.pre(bytes.some((byte) => byte !== 0));
        const reversed = Buffer.from(bytes).reverse();
        const card = { kind: 'credential', credential: uid(number) };
        expect(readBytes(bytes, 'big', 'UID')).toEqual(card);
        expect(readBytes(reversed, 'little', 'UID')).toEqual(card);
        expect(readBytes(reversed, 'big', 'UID-REVERSED')).toEqual(card);
        expect(formatReaders['UID-REVERSED'].typed(reversedUid(number))).toMatchObject({
          credential: uid(number),
        });
        expect(
          formatReaders.UID.written(formatReaders.UID.printed(uid(number))[0]?.text ?? ''),
        ).toMatchObject({ credential: uid(number) });
      }),
    );
  });

  test('3829098359 and 2003254244 are one card with its bytes reversed, and each flags the other', () => {
    const one = plain('DEC', '3829098359');
    const other = plain('DEC', '2003254244');
    expect(cards(lookalikesOf(one))).toContain('DEC 2003254244');
    expect(cards(lookalikesOf(other))).toContain('DEC 3829098359');
    expect(cards(lookalikesOf(uid('1C78F2BF')))).toEqual(
      expect.arrayContaining(['DEC 3220338716', 'DEC 477688511', 'UID BFF2781C', 'HEX 1C78F2BF']),
    );
  });

  test('flags are mutual, never the card itself, and hold whatever number form the other reader sends', () => {
    fc.assert(
      fc.property(chip, (number) => {
        fc.pre(number.length < 20 && reversedUid(number) !== number && !/^0|0.$/.test(number));
        const seen = [
          uid(number),
          uid(reversedUid(number)),
          plain('HEX', number),
          plain('DEC', uidDecimal(number, 'big')),
          plain('DEC', uidDecimal(number, 'little')),
        ];
        for (const one of seen) {
          expect(cards(lookalikesOf(one))).not.toContain(cards([one])[0]);
          for (const other of seen)
            if (other !== one) expect(cards(lookalikesOf(one))).toContain(cards([other])[0]);
        }
      }),
    );
  });

  test('formats that are no chip number have no lookalike', () => {
    expect(lookalikesOf({ format: 'H10301', facility: '1', number: '2' })).toEqual([]);
    expect(lookalikesOf({ format: 'EM4100', facility: null, number: '0F0368568B' })).toEqual([]);
    expect(partOfLongerUid({ format: 'H10301', facility: '1', number: '2' })).toBeNull();
  });
});

describe('four bytes of seven', () => {
  const whole = uid('04C43BC21C2680');

  test('are unreadable as a chip number in either byte order, and say why', () => {
    const bytes = Buffer.from('8804C43B', 'hex');
    for (const reading of [
      readBytes(bytes, 'big', 'UID'),
      readBytes(Buffer.from(bytes).reverse(), 'little', 'UID'),
      readBytes(Buffer.from(bytes).reverse(), 'big', 'UID-REVERSED'),
    ])
      expect(reading && written(reading)).toBe('partial-uid');
    expect(formatReaders.UID.typed('8804C43B')).toEqual({ ok: false, reason: 'partial-uid' });
    expect(formatReaders.UID.typed('08A1B2C3')).toEqual({ ok: false, reason: 'random-uid' });
  });

  test('as a plain number are flagged as the whole card, and the whole card as the short one', () => {
    for (const short of [
      plain('HEX', '8804C43B'),
      plain('HEX', '3BC40488'),
      plain('DEC', String(0x8804c43b)),
    ]) {
      expect(partOfLongerUid(short)?.(whole)).toBe(true);
      expect(partOfLongerUid(short)?.(plain('HEX', '4C43BC21C2680'))).toBe(true);
      expect(partOfLongerUid(short)?.(uid('04C43CC21C2680'))).toBe(false);
      expect(partOfLongerUid(short)?.(uid('04C43BC2'))).toBe(false);
      expect(partOfLongerUid(short)?.({ format: 'H10301', facility: '1', number: '2' })).toBe(false);
    }
    expect(cards(lookalikesOf(whole))).toEqual(expect.arrayContaining(['HEX 8804C43B', 'HEX 3BC40488']));
  });

  test('are nothing that could be longer without the tag', () => {
    expect(partOfLongerUid(plain('HEX', '1C78F2BF'))).toBeNull();
    expect(partOfLongerUid(whole)).toBeNull();
  });

  test('of every seven-byte chip are found again', () => {
    const seven = fc
      .uint8Array({ minLength: 7, maxLength: 7 })
      .map((bytes) => Buffer.from(bytes).toString('hex').toUpperCase());
    fc.assert(
      fc.property(seven, (number) => {
        const short = plain('HEX', `88${number.slice(0, 6)}`);
        expect(partOfLongerUid(short)?.(uid(number))).toBe(true);
        expect(uidCredential(number)).toEqual(uid(number));
      }),
    );
  });
});
