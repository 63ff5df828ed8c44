/**
 * Stripe readers that send a whole swipe in one report: a status and a length for each of three tracks, then the
 * tracks with their sentinels in ASCII.
 */
import type { CardReading } from '../card-read.ts';
import { readStripe } from '../formats/stripe.ts';
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

/** Null for a swipe without any data. */
function readSwipe(report: Uint8Array, layout: SwipeLayout): CardReading | null {
  if (!layout.lengths.includes(report.length)) return { kind: 'unreadable', reason: 'length' };
  const lengths = [...report.subarray(lengthsAt, lengthsAt + 3)];
  if (lengths.some((length) => length > layout.longestTrack)) return { kind: 'unreadable', reason: 'length' };
  const track = (index: number): string => {
    const from = layout.start(index, lengths);
    return Buffer.from(report.subarray(from, from + (lengths[index] ?? 0))).toString('latin1');
  };
  const failed = ((report[statusAt + 1] ?? 0) & failedBit) !== 0;
  const second = failed ? '' : track(1);
  const reading = readStripe(track(0), second);
  if (failed && reading?.kind !== 'credential' && !isPaymentCard(reading))
    return { kind: 'unreadable', reason: 'parity' };
  return reading;
}

function isPaymentCard(reading: CardReading | null): boolean {
  return reading?.kind === 'unreadable' && reading.reason === 'payment-card';
}

function swipeProfile(profile: Profile['profile'], ids: readonly string[], layout: SwipeLayout): Profile {
  return {
    profile,
    device: {
      ids,
      finds: (device) => ids.includes(idsOf(device)),
      start: ({ read }) => ({
        report(bytes) {
          const reading = readSwipe(bytes, layout);
          if (reading !== null) read(reading);
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
