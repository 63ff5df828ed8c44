/** Track 2: each of its two checks finds what the other misses, and payment cards never pass. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReaders } from '../../src/main/readers/formats/formats.ts';
import { decodeStripe, tracksIn, withoutNames } from '../../src/main/readers/formats/stripe.ts';
import {
  decodeTrack2,
  decodeTrack2Bits,
  encodeTrack2Bits,
  track2Check,
} from '../../src/main/readers/formats/track2.ts';

/** Twelve digits at most: longer numbers may be payment cards. */
const stripe = fc
  .tuple(fc.stringMatching(/^\d{1,12}$/), fc.option(fc.stringMatching(/^\d{0,20}$/)))
  .map(([number, rest]) => ({ number, text: `;${number}${rest === null ? '' : `=${rest}`}?` }));
const characters = '0123456789:;<=>?';

test('the documented stripe has the check character 3', () => {
  const text = ';1111222233334444=000300440009000330?';
  expect(track2Check(text)).toBe('3');
  expect(decodeTrack2Bits(encodeTrack2Bits(text))).toBe(`${text}3`);
  expect(encodeTrack2Bits(';').slice(0, 5)).toEqual([1, 1, 0, 1, 0]);
});

test('with its check character every stripe is its number, zeros kept', () => {
  fc.assert(
    fc.property(stripe, ({ number, text }) => {
      const credential = { format: 'TRACK2', facility: null, number };
      expect(decodeTrack2(text + track2Check(text))).toEqual({ ok: true, credential, parity: 'holds' });
      expect(decodeTrack2(text)).toEqual({ ok: true, credential, parity: 'none' });
    }),
  );
});

test('one wrong character never passes the check character', () => {
  fc.assert(
    fc.property(stripe, fc.nat(), fc.nat(14), ({ text }, where, step) => {
      // A check character that looks like the end sentinel stands in for a sentinel that became a digit; there the
      // parity of that digit, which the reader checks, tells it.
      fc.pre(track2Check(text) !== '?');
      const whole = text + track2Check(text);
      const place = where % whole.length;
      const wrong = characters.charAt(
        (characters.indexOf(whole.charAt(place)) + 1 + step) % characters.length,
      );
      const changed = whole.slice(0, place) + wrong + whole.slice(place + 1);
      const decoded = decodeTrack2(changed);
      expect(decoded).toMatchObject({ ok: false });
    }),
    { numRuns: 500 },
  );
});

test('the check character is even parity over each of the four columns', () => {
  fc.assert(
    fc.property(stripe, ({ text }) => {
      const columns = [0, 0, 0, 0];
      for (const character of text + track2Check(text))
        for (const column of [0, 1, 2, 3])
          columns[column] = (columns[column] ?? 0) + ((characters.indexOf(character) >> column) & 1);
      expect(columns.every((ones) => ones % 2 === 0)).toBe(true);
    }),
  );
});

describe('a swipe', () => {
  test.each([
    ['', ';0012345=99?', '0012345'],
    ['%A12^DOE/JO?', ';0012345=99?', '0012345'],
    ['', ';4111111111111111=2512?', 'payment-card'],
    ['%B4111111111111111^DOE/JO?', '', 'payment-card'],
    ['%B4111111111111111^DOE/JO?', ';0012345=99?', 'payment-card'],
    ['%A12^DOE/JO?', '', 'characters'],
  ])('%s %s is %s', (first, second, expected) => {
    const decoded = decodeStripe(first, second);
    expect(decoded?.ok ? decoded.credential.number : decoded?.reason).toBe(expected);
  });

  test('of nothing is nothing', () => expect(decodeStripe('', '')).toBeNull());

  test('is found in a text with anything around it, and names are left out of what is heard', () => {
    const text = '\0%A12^DOE/JO?\0;0012345=99?\0';
    expect(tracksIn(text)).toEqual({ first: '%A12^DOE/JO?', second: ';0012345=99?' });
    expect(withoutNames('%A12^DOE/JO?', ';0012345=99?')).toBe('%?;0012345=99?');
    expect(withoutNames('%B123^DOE/JO?', '')).toBe('%B123^?');
    expect(withoutNames('', ';1?')).toBe(';1?');
  });

  test('no name of a first track is ever in what is heard', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{3,20}\/[A-Z]{2,10}$/), stripe, (name, { text }) => {
        for (const first of [`%B1234567^${name}^99?`, `%A${name}?`, `%${name}`])
          expect(withoutNames(first, text)).not.toContain(name);
      }),
    );
  });
});

test('as bytes of a report it is read up to the zeros, and as bits of a polled card not at all', () => {
  const field = Buffer.from(';0012345=99?\0\0\0', 'latin1');
  expect(formatReaders.TRACK2.bytes(field)).toMatchObject({ credential: { number: '0012345' } });
  expect(formatReaders.TRACK2.bits({ length: 26, value: 1n })).toEqual({ ok: false, reason: 'length' });
});
