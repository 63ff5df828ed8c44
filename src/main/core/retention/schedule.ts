/** When a purge is due and whether it may run by itself. */
import type { RetentionSettings } from '../../../shared/contract/retention.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';
import { day, nextLocalHour } from '../time.ts';
import type { CutOffs } from './retention-store.ts';

/** A quiet hour everywhere in Europe that exists on every day of the year but one; then the next hour counts. */
const purgeHour = 3;

/** Days that the report of a roll call is kept: it holds numbers and ids of staff, and drills are yearly. */
const rollCallDays = 400;

export function rollCallsBefore(at: EpochMs): EpochMs {
  return Math.max(0, at - rollCallDays * day);
}

/** More than this part of all visits in one unattended purge is a reason to ask a person. */
const largeShare = 0.2;
/** Below this many rows a large part is ordinary: a small site may well have one visitor a month. */
const alwaysAllowed = 50;

/** How far the clock may leave the high-water mark or the monotonic clock before a purge asks. */
export const clockTolerance = day;

export function cutOffsAt(at: EpochMs, retention: RetentionSettings): CutOffs {
  return {
    contactsBefore: at - retention.contactDays * day,
    visitsBefore: at - retention.visitDays * day,
    cardLinksBefore: at - retention.cardLinkDays * day,
    // An entry carries the date of its own.
    watchlistBefore: at,
  };
}

/** The next scheduled instant: at once where none ever ran, else at the quiet hour after the last. */
export function nextPurgeAt(lastPurgeAt: EpochMs | null, createdAt: EpochMs, zone: string): EpochMs {
  return nextLocalHour(lastPurgeAt ?? createdAt, zone, purgeHour);
}

/** True where deleting `due` of `kept` visits should wait for a person. */
export function isLargeShare(due: number, kept: number): boolean {
  return due > alwaysAllowed && due > kept * largeShare;
}
