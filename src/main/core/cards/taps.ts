/**
 * Cards tapped just now, by opaque reference. Events to screens carry only the reference, so a card number is
 * read by those who may ask for it and is forgotten two minutes later.
 */
import type { Credential, UnreadableReason } from '../../../shared/contract/cards.ts';
import type { EpochMs, TapReference } from '../../../shared/vocabulary.ts';
import type { Clock, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';

const lifetimeMs = 120_000;
/** More taps than anyone makes in two minutes; bounds the memory. */
const most = 200;

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
  const kept = new Map<string, { readonly tap: Tap; readonly at: number }>();
  function forgetOld(): void {
    for (const [reference, { at }] of kept) {
      if (at + lifetimeMs > clock.monotonic() && kept.size <= most) return;
      kept.delete(reference);
    }
  }
  return {
    keep(tap) {
      const reference = Buffer.from(random(16)).toString('hex');
      kept.set(reference, { tap, at: clock.monotonic() });
      forgetOld();
      return reference as TapReference;
    },
    find(reference) {
      forgetOld();
      const found = kept.get(reference);
      if (found === undefined) throw new Refusal('tap-expired');
      return found.tap;
    },
  };
}
