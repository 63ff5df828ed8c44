/** A clock that can be set, for living through the past weeks in a few seconds. */

import type { EpochMs } from '../../shared/vocabulary.ts';
import type { Clock } from '../core/ports.ts';

export interface MovableClock extends Clock {
  /** Sets the wall clock. */
  moveTo(at: EpochMs): void;
  /** Lets idle time pass: the monotonic clock goes on by so many milliseconds. */
  pass(milliseconds: number): void;
}

export function createMovableClock(start: EpochMs, monotonic: () => number): MovableClock {
  let at = start;
  let passed = 0;
  return {
    now: () => at,
    monotonic: () => monotonic() + passed,
    moveTo(next) {
      at = next;
    },
    pass(milliseconds) {
      passed += milliseconds;
    },
  };
}
