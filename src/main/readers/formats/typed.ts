/** What keyboard readers and code scanners type, up to Enter, as a card. */
import type { CardReading, ReaderConfiguration } from '../card-read.ts';
import { type Decoded, decimalDigits, readingOf, unreadable } from './format-reader.ts';
import { formatReaders } from './formats.ts';
import { isTypedPaymentCard } from './payment.ts';

/**
 * Null for an empty text. A stripe says for itself what it is, whatever the format. `format` null: digits are
 * `DEC`, other hexadecimal digits `HEX`.
 */
export function decodeTyped(text: string, format: ReaderConfiguration['format']): Decoded | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (/[;%]/.test(typed)) return formatReaders.TRACK2.typed(typed);
  if (isTypedPaymentCard(typed)) return unreadable('payment-card');
  return formatReaders[format ?? (decimalDigits.test(typed) ? 'DEC' : 'HEX')].typed(typed);
}

/** As `decodeTyped`, told as a reading. */
export function readTyped(text: string, format: ReaderConfiguration['format']): CardReading | null {
  const decoded = decodeTyped(text, format);
  return decoded && readingOf(decoded);
}
