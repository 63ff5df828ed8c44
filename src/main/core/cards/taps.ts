/** Cards tapped just now, by opaque reference: a card number is read by those who may ask for it. */
import type { Credential, UnreadableReason } from '../../../shared/contract/cards.ts';
import type { EpochMs, TapReference } from '../../../shared/vocabulary.ts';
import type { Clock, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { createShortLived } from '../short-lived.ts';

export type TapReading =
  | { readonly kind: 'credential'; readonly credential: Credential }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

export interface Tap {
  readonly readerName: string;
  readonly tappedAt: EpochMs;
  readonly reading: TapReading;
}

export interface Taps {
  keep(tap: Tap): TapReference;
  /** Throws `Refusal('tap-expired')`. */
  find(reference: TapReference): Tap;
}

export function createTaps(clock: Clock, random: RandomBytes): Taps {
  const kept = createShortLived<Tap>(clock, random);
  return {
    keep: kept.keep,
    find(reference) {
      const tap = kept.find(reference);
      if (tap === undefined) throw new Refusal('tap-expired');
      return tap;
    },
  };
}
