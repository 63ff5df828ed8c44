/**
 * Codes that pair a device, in memory alone: a restart forgets them, as ten minutes do. A wrong code is nobody's in
 * particular, so it counts against every code that could be typed; what is left of a code after five is nothing.
 */
import type { DeviceDetails } from '../../../shared/contract/devices.ts';
import type { Door, EpochMs } from '../../../shared/vocabulary.ts';
import { createCode, readCode } from '../codes.ts';
import type { Clock, Digest, RandomBytes } from '../ports.ts';

/** 40 bits: five tries find one of ten codes once in 2 × 10^10. */
const codeLength = 8;
const validMs = 10 * 60_000;
const wrongTries = 5;
/** Nobody sets up more devices in ten minutes. */
const mostCodes = 10;

export interface Offer extends DeviceDetails {
  readonly role: Door;
  readonly validUntil: EpochMs;
}

export interface PairingCodes {
  /** Null when there are too many already. */
  make(
    offer: DeviceDetails & { readonly role: Door },
  ): { readonly code: string; readonly validUntil: EpochMs } | null;
  /** The offer behind what was typed, which is used up with this, or how many codes were lost by a wrong one. */
  redeem(typed: string): { readonly offer: Offer } | { readonly offer: null; readonly lost: number };
  /** Those that can still be typed, oldest first. */
  open(): readonly Offer[];
}

export function createPairingCodes(parts: {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly digest: Digest;
}): PairingCodes {
  const { clock, random, digest } = parts;
  const offers = new Map<string, { readonly offer: Offer; readonly until: number; wrong: number }>();
  const hashOf = (typed: string): string => digest.hmac('device', `code ${readCode(typed)}`);

  function forgetOld(): void {
    for (const [hash, { until }] of offers) if (clock.monotonic() >= until) offers.delete(hash);
  }

  return {
    make({ name, desk, role }) {
      forgetOld();
      if (offers.size >= mostCodes) return null;
      const code = createCode(random, codeLength);
      const validUntil = clock.now() + validMs;
      offers.set(hashOf(code), {
        offer: { name, desk, role, validUntil },
        until: clock.monotonic() + validMs,
        wrong: 0,
      });
      return { code, validUntil };
    },
    redeem(typed) {
      forgetOld();
      const hash = hashOf(typed);
      const found = offers.get(hash);
      if (found !== undefined) {
        offers.delete(hash);
        return { offer: found.offer };
      }
      let lost = 0;
      for (const [key, entry] of offers) {
        entry.wrong += 1;
        if (entry.wrong < wrongTries) continue;
        offers.delete(key);
        lost += 1;
      }
      return { offer: null, lost };
    },
    open() {
      forgetOld();
      return [...offers.values()].map(({ offer }) => offer);
    },
  };
}
