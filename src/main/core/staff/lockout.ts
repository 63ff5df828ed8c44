/**
 * Waiting after wrong passphrases: five free tries, then 30 s that double up to 15 minutes. At the tenth, only an
 * administrator unlocks; an administrator's own account goes on with 15 minutes, because nobody might be left to
 * unlock it.
 */
import type { EpochMs } from '../../../shared/vocabulary.ts';
import { minute, second } from '../time.ts';

const freeTries = 5;
const triesUntilLocked = 10;
const longestWait = 15 * minute;
/** The last instant a Date can hold (ECMA-262): locked until somebody unlocks. */
const untilUnlocked: EpochMs = 8_640_000_000_000_000;

/** Until when sign-in is locked after `tries` failures, or null for not at all. */
export function afterFailure(tries: number, at: EpochMs, isAdministrator: boolean): EpochMs | null {
  if (tries < freeTries) return null;
  if (tries >= triesUntilLocked && !isAdministrator) return untilUnlocked;
  return at + Math.min(30 * second * 2 ** (tries - freeTries), longestWait);
}

/** Whole seconds to wait at `at`; a day at most, for screens. */
export function secondsLocked(lockedUntilAt: EpochMs | null, at: EpochMs): number {
  if (lockedUntilAt === null || lockedUntilAt <= at) return 0;
  return Math.min(Math.ceil((lockedUntilAt - at) / second), 86_400);
}
