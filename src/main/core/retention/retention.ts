/**
 * Retention: the clocks of personal data, the daily purge, and the calls of the office about both. How one purge
 * works stands in `purge.ts`, when it may run in `schedule.ts`.
 */
import type { PurgeCounts } from '../../../shared/contract/retention.ts';
import type { Handlers } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Site, SiteState } from '../site/site.ts';
import { day, minute } from '../time.ts';
import { createPurge, type Purge, type PurgeParts, type PurgeReason, sumOf } from './purge.ts';
import type { CutOffs } from './retention-store.ts';
import { clockTolerance, cutOffsAt, isLargeShare, nextPurgeAt, rollCallsBefore } from './schedule.ts';

export interface RetentionParts extends PurgeParts {
  readonly site: Site;
  /** Tells the screens that a purge moved on. */
  readonly changed: () => void;
  readonly renewNotice: (at: number) => void;
}

export interface Retention {
  /** Starts a purge when one is due and does one slice of a running one. True while more can be done at once. */
  tick(): boolean;
  readonly calls: Handlers<
    'retention.overview' | 'retention.change' | 'retention.purgeNow' | 'retention.certificates'
  >;
}

/** Why the scheduled purge waits for a person. */
type Wait = 'clock-jump' | 'large-share';

export function createRetention(parts: RetentionParts): Retention {
  const { stores, clock, site } = parts;
  /** Wall clock minus monotonic clock: constant unless somebody sets the wall clock. */
  const drift = (): number => clock.now() - clock.monotonic();
  let expectedDrift = drift();
  let clockJumped = false;
  let purge: Purge | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  let total = 0;

  /** Looks at the clock against the high-water mark and against the monotonic clock, once a minute. */
  function watchClock(): void {
    const now = clock.now();
    const { highWaterAt } = stores.retention.installation();
    if (Math.abs(drift() - expectedDrift) > clockTolerance) clockJumped = true;
    if (now < highWaterAt - clockTolerance) clockJumped = true;
    expectedDrift = drift();
    if (now > highWaterAt + minute) stores.transact(() => stores.retention.setHighWater(now));
  }

  function dueOf(cutOffs: CutOffs): PurgeCounts {
    const rollCalls = stores.rollCalls.due(cutOffs.contactsBefore, rollCallsBefore(clock.now()));
    return { ...stores.retention.due(cutOffs), ...rollCalls };
  }

  function waitOf({ retention }: SiteState): Wait | null {
    if (clockJumped) return 'clock-jump';
    const due = dueOf(cutOffsAt(clock.now(), retention));
    return isLargeShare(due.visits, stores.retention.kept().visits) ||
      isLargeShare(due.contacts, stores.retention.kept().contacts)
      ? 'large-share'
      : null;
  }

  function start(reason: PurgeReason, { retention }: SiteState): void {
    const cutOffs = cutOffsAt(clock.now(), retention);
    const due = dueOf(cutOffs);
    total = sumOf(due);
    purge = createPurge(parts, reason, retention, cutOffs);
    parts.changed();
  }

  function dueAt({ settings }: SiteState): number {
    const { lastPurgeAt, createdAt } = stores.retention.installation();
    return nextPurgeAt(lastPurgeAt, createdAt, settings.timeZone);
  }

  function startIfDue(): void {
    const state = site.current();
    if (state === null) return;
    const now = clock.now();
    const installation = stores.retention.installation();
    // A purge cut short has deleted already; finishing it needs no second permission.
    if (installation.purgeOpen) {
      start('overdue', state);
      return;
    }
    const due = dueAt(state);
    if (now < due || waitOf(state) !== null) return;
    start(now > due + 60 * minute ? 'overdue' : 'scheduled', state);
  }

  return {
    tick() {
      const now = clock.monotonic();
      if (purge === null) {
        if (now < checkedAt + minute) return false;
        checkedAt = now;
        watchClock();
        startIfDue();
        return purge !== null;
      }
      const before = purge.phase();
      const certificate = purge.step();
      if (certificate !== null) {
        purge = null;
        clockJumped = false;
        parts.changed();
        return false;
      }
      if (purge.phase() !== before || now > toldAt + 500) {
        toldAt = now;
        parts.changed();
      }
      return !purge.isWaiting();
    },

    calls: {
      'retention.overview'(_input, context) {
        const state = site.require();
        const [last] = stores.retention.certificates(1);
        const due = dueOf(cutOffsAt(context.at, state.retention));
        const isDue = context.at >= dueAt(state);
        return {
          settings: state.retention,
          due,
          kept: stores.retention.kept(),
          heldBack: stores.retention.heldBack(cutOffsAt(context.at, state.retention).contactsBefore),
          erased: stores.retention.installation().erased,
          last: last ?? null,
          nextAt: dueAt(state),
          running: purge === null ? null : { phase: purge.phase(), done: purge.done(), total },
          held: purge === null && (isDue || clockJumped) ? waitOf(state) : null,
        };
      },

      'retention.change'(settings, context) {
        const current = site.require();
        stores.site.write(current.settings, settings);
        stores.watchlist.shorten(settings.watchlistDays * day);
        parts.renewNotice(context.at);
        context.note(
          null,
          `contact ${settings.contactDays} visit ${settings.visitDays} card-link ${settings.cardLinkDays} watchlist ${settings.watchlistDays}`,
        );
        context.afterCommit(parts.watchlistGone);
        context.changed('retention', 'notice', 'site', 'watchlist');
        return { settings };
      },

      'retention.purgeNow'({ confirmed }, context) {
        if (purge !== null) throw new Refusal('purge-running');
        const state = site.require();
        const due = dueOf(cutOffsAt(context.at, state.retention));
        // What was erased is compacted away by a purge that deletes nothing itself.
        if (sumOf(due) === 0 && stores.retention.installation().erased === 0)
          throw new Refusal('nothing-to-purge');
        if (!confirmed && waitOf(state) !== null) throw new Refusal('purge-needs-confirmation');
        context.note(null, confirmed ? 'confirmed' : 'asked');
        context.afterCommit(() => start('manual', state));
        return { due };
      },

      'retention.certificates': () => ({ certificates: stores.retention.certificates(100) }),
    },
  };
}
