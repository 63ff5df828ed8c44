/** The tracks of one swipe as a card. */
import type { CardReading } from '../card-read.ts';
import { isPaymentCard } from './payment.ts';
import { decodeTrack2 } from './track2.ts';

/**
 * Tracks 1 and 2 with their sentinels, empty where the card or the reader has none; null for an empty swipe. The
 * card is on track 2. Track 1 holds names and is looked at only to drop payment cards.
 */
export function readStripe(first: string, second: string): CardReading | null {
  if (first === '' && second === '') return null;
  const [, number] = /^%B(\d+)\^/.exec(first) ?? [];
  if (number !== undefined && isPaymentCard(number)) return { kind: 'unreadable', reason: 'payment-card' };
  const track = decodeTrack2(second);
  if (track.ok) return { kind: 'credential', credential: track.credential };
  return { kind: 'unreadable', reason: track.fault };
}
