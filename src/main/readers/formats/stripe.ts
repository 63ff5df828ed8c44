/** The tracks of one swipe as a card. */
import { type Decoded, type FormatReader, unreadable } from './format-reader.ts';
import { isPaymentCard } from './payment.ts';
import { decodeTrack2 } from './track2.ts';

/**
 * Tracks 1 and 2 with their sentinels, empty where the card or the reader has none; null for an empty swipe. The
 * card is on track 2. Track 1 holds names and is looked at only to drop payment cards.
 */
export function decodeStripe(first: string, second: string): Decoded | null {
  if (first === '' && second === '') return null;
  const [, number] = /^%B(\d+)\^/.exec(first) ?? [];
  if (number !== undefined && isPaymentCard(number)) return unreadable('payment-card');
  return decodeTrack2(second);
}

/** Tracks 1 and 2 out of a text, whatever else is around them; empty where there is none. */
export function tracksIn(text: string): { readonly first: string; readonly second: string } {
  const [first = ''] = /%[^?]*\?/.exec(text) ?? [];
  const [second = ''] = /;[\d=]*\?[0-?]?/.exec(text) ?? [];
  return { first, second };
}

function decodeText(text: string): Decoded {
  const { first, second } = tracksIn(text);
  return decodeStripe(first, second) ?? unreadable('characters');
}

/** The tracks as the reader page may hear them: of the first, which holds names, at most the number. */
export function withoutNames(first: string, second: string): string {
  const [number = '%'] = /^%B\d+\^/.exec(first) ?? [];
  return first === '' ? second : `${number}?${second}`;
}

export const track2: FormatReader = {
  typed: decodeText,
  /** Characters, the first byte first; zeros at the end only fill the field. */
  bytes: (field) => decodeText(Buffer.from(field).toString('latin1').replace(/\0+$/, '')),
  bits: () => unreadable('length'),
  written: decodeTrack2,
  printed: ({ number }) => [{ form: 'number', text: number }],
};
