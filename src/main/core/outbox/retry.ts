/** When a delivery is tried again, and when it never is. Pure. */
import type { DeliveryFault } from '../../../shared/contract/outbox.ts';
import { day, hour, second } from '../time.ts';

/** A delivery is given up this long after it was made or sent again. */
export const givenUpAfterMs = day;
const firstDelayMs = 30 * second;
const longestDelayMs = hour;

/**
 * Milliseconds until the next try after `tries` of them (1, 2, …): 30 s doubling to an hour, of which half is left
 * to chance so that what failed together does not come back together. `chance` is in [0, 1).
 */
export function retryDelay(tries: number, chance: number): number {
  const full = Math.min(firstDelayMs * 2 ** Math.min(tries - 1, 20), longestDelayMs);
  return Math.round(full / 2 + (full / 2) * chance);
}

/** Another try would be answered the same. */
export function isFinal(fault: DeliveryFault): boolean {
  return fault === 'recipient-refused' || fault === 'endpoint-gone' || fault === 'gone';
}
