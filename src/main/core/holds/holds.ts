/**
 * Restriction and erasure of one visit. A hold ends when somebody lifts it, never by itself; an erasure is one
 * transaction, and what it leaves in free pages and the log goes with the next purge's compacting.
 */
import { mostHolds } from '../../../shared/contract/holds.ts';
import { maskedName } from '../../../shared/masked-name.ts';
import type { EpochMs, LocalDate, PersonId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import { day, localDate } from '../time.ts';
import { visitById } from '../visits/visits.ts';
import { isInHouse, toHold } from './restricted.ts';

/** A restriction that nobody looks at for a year has been forgotten. */
const furthestDays = 366;

export interface HoldParts {
  readonly stores: Stores;
  readonly site: Site;
  /** Takes erased visits out of the search memory. */
  readonly forget: (sequences: readonly number[]) => void;
  /** The evacuation list is written anew soon. */
  readonly renewEvacuationList: () => void;
}

export function createHolds(
  parts: HoldParts,
): Handlers<'visits.restrict' | 'visits.liftRestriction' | 'visits.erase' | 'holds.list'> {
  const { stores, site } = parts;
  const dateOf = (at: EpochMs): LocalDate => localDate(at, site.require().settings.timeZone);
  const latestReviewBy = (at: EpochMs): LocalDate => dateOf(at + furthestDays * day);

  function checkReview(reviewBy: LocalDate, at: EpochMs): void {
    const fault = reviewBy < dateOf(at) ? 'day-past' : reviewBy > latestReviewBy(at) ? 'day-far' : null;
    if (fault !== null) throw new Refusal('bad-input', { fields: { reviewBy: fault } });
  }

  /** Their line would lose its name while marshals look for them. */
  function isOnRollCall({ id }: StoredVisit): boolean {
    const open = stores.rollCalls.open();
    return (
      open !== undefined &&
      stores.rollCalls.personSequence(open.sequence, id as string as PersonId) !== undefined
    );
  }

  return {
    'visits.restrict'({ visitId, reason, reviewBy }, context) {
      if (context.staff === null) throw new Refusal('signed-out');
      const visit = visitById(stores, visitId);
      checkReview(reviewBy, context.at);
      const hold = {
        ...{ reason, reviewBy },
        restrictedAt: visit.hold?.restrictedAt ?? context.at,
        restrictedBy: visit.hold?.restrictedBy ?? context.staff.staffId,
      };
      stores.holds.set(visit.sequence, hold);
      context.note(visit.id, `${reason} ${reviewBy}`);
      context.changed('holds', 'visits', 'cards', 'retention');
      return { hold: toHold(hold, dateOf(context.at), stores.staff) };
    },

    'visits.liftRestriction'({ visitId }, context) {
      const visit = visitById(stores, visitId);
      if (visit.hold === null) throw new Refusal('not-found');
      stores.holds.lift(visit.sequence);
      context.note(visit.id, visit.hold.reason);
      context.changed('holds', 'visits', 'cards', 'retention');
      return {};
    },

    'visits.erase'({ visitId }, context) {
      const visit = visitById(stores, visitId);
      if (visit.hold !== null) throw new Refusal('visit-restricted');
      if (isInHouse(visit) || isOnRollCall(visit)) throw new Refusal('visit-on-site');
      stores.holds.erase(visit.sequence);
      context.note(visit.id);
      context.changed(
        ...(['visits', 'cards', 'watchlist', 'invitations'] as const),
        ...(['outbox', 'retention', 'roll-calls'] as const),
      );
      context.afterCommit(() => {
        parts.forget([visit.sequence]);
        parts.renewEvacuationList();
      });
      return {};
    },

    'holds.list'(_input, context) {
      const today = dateOf(context.at);
      const visits = stores.visits.bySequences(stores.holds.list(mostHolds));
      context.note(null);
      return {
        holds: visits.flatMap((visit) =>
          visit.hold === null
            ? []
            : [
                {
                  ...toHold(visit.hold, today, stores.staff),
                  visitId: visit.id,
                  maskedName: maskedName(visit.contact?.name ?? ''),
                  arrivedAt: visit.arrivedAt,
                  onSite: isInHouse(visit),
                },
              ],
        ),
        restricted: stores.holds.count(),
        today,
        latestReviewBy: latestReviewBy(context.at),
      };
    },
  };
}
