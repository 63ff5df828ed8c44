/**
 * Stripe readers that send a whole swipe in one report: a status and a length for each of three tracks, then the
 * tracks with their sentinels in ASCII.
 */
import type { CardReading, Heard } from '../card-read.ts';
import { readingOf } from '../formats/format-reader.ts';
import { decodeStripe, withoutNames } from '../formats/stripe.ts';
import { idsOf, type Profile } from './profile.ts';

interface SwipeLayout {
  /** Lengths of the whole report; another length is another model, such as one that encrypts. */
  readonly lengths: readonly number[];
  /** Where track `index` begins, given the lengths of all three. */
  readonly start: (index: number, lengths: readonly number[]) => number;
  readonly longestTrack: number;
}

const statusAt = 0;
const lengthsAt = 3;
const failedBit = 1;

interface Swipe {
  readonly first: string;
  readonly second: string;
  readonly secondFailed: boolean;
}

/** Null for a report of another model, such as one that encrypts, and for one whose lengths make no sense. */
function swipeIn(report: Uint8Array, layout: SwipeLayout): Swipe | null {
  if (!layout.lengths.includes(report.length)) return null;
  const lengths = [...report.subarray(lengthsAt, lengthsAt + 3)];
  if (lengths.some((length) => length > layout.longestTrack)) return null;
  const track = (index: number): string => {
    const from = layout.start(index, lengths);
    return Buffer.from(report.subarray(from, from + (lengths[index] ?? 0))).toString('latin1');
  };
  const secondFailed = ((report[statusAt + 1] ?? 0) & failedBit) !== 0;
  return { first: track(0), second: secondFailed ? '' : track(1), secondFailed };
}

/** Null for a swipe without any data. */
function readSwipe({ first, second, secondFailed }: Swipe): CardReading | null {
  const decoded = decodeStripe(first, second);
  const isPaymentCard = decoded?.ok === false && decoded.reason === 'payment-card';
  if (secondFailed && !isPaymentCard) return { kind: 'unreadable', reason: 'parity' };
  return decoded && readingOf(decoded);
}

/** Of a report that cannot be read only what says so: status and lengths, no track. */
function heardOf(report: Uint8Array, swipe: Swipe | null): Heard {
  if (swipe !== null) return { kind: 'text', raw: withoutNames(swipe.first, swipe.second), bits: null };
  const head = Buffer.from(report.subarray(0, lengthsAt + 3));
  return { kind: 'report', raw: head.toString('hex').toUpperCase(), bits: null };
}

function swipeProfile(profile: Profile['profile'], ids: readonly string[], layout: SwipeLayout): Profile {
  return {
    profile,
    device: {
      ids,
      finds: (device) => ids.includes(idsOf(device)),
      hears: 'text',
      start: ({ read, heard }) => ({
        report(bytes) {
          const swipe = swipeIn(bytes, layout);
          const reading: CardReading | null =
            swipe === null ? { kind: 'unreadable', reason: 'length' } : readSwipe(swipe);
          if (reading === null) return;
          heard?.(heardOf(bytes, swipe));
          read(reading);
        },
        reset: () => undefined,
        stop: () => undefined,
      }),
    },
  };
}

/** MagTek readers in HID mode: 110 bytes a track. Models that encrypt send longer reports and are refused. */
export const magtek = swipeProfile('magtek', ['0801:0002', '0801:0011'], {
  lengths: [337],
  start: (index) => 7 + 110 * index,
  longestTrack: 110,
});

/** ID TECH MiniMag in HID mode: after the total length the tracks stand one behind the other. */
export const idtech = swipeProfile('idtech', ['0ACD:2010'], {
  lengths: [500, 512],
  start: (index, lengths) => 9 + lengths.slice(0, index).reduce((sum, length) => sum + length, 0),
  longestTrack: 128,
});
