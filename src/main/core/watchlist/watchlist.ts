/**
 * The watchlist: who is on it, and what becomes of a visitor who seems to be. A match never decides anything: it
 * asks the visitor to speak to reception, and a person lets them in or not. How people are told apart stands in
 * `matching.ts`; the visit itself is made in `../visits/`.
 */
import type { WatchlistDetails, WatchlistRow } from '../../../shared/contract/watchlist.ts';
import type { EpochMs, VisitId, WatchlistEntryId } from '../../../shared/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { day, endOfLocalDate, localDate } from '../time.ts';
import { toVisitRow } from '../visit-row.ts';
import { visitById } from '../visits/visits.ts';
import type { WatchlistMatching } from './matching.ts';
import type { StoredEntry } from './watchlist-store.ts';

/** More alerts than any desk leaves open. */
const longestList = 100;

export interface WatchlistParts {
  readonly stores: Stores;
  readonly site: Site;
  readonly matching: WatchlistMatching;
  readonly newId: () => string;
}

type WatchlistCalls =
  | 'watchlist.list'
  | 'watchlist.get'
  | 'watchlist.add'
  | 'watchlist.change'
  | 'watchlist.end'
  | 'watchlist.erase'
  | 'watchlist.alerts'
  | 'watchlist.alert'
  | 'watchlist.decide';

export function createWatchlist(parts: WatchlistParts): Handlers<WatchlistCalls> {
  const { stores, site, matching, newId } = parts;

  function entryById(id: WatchlistEntryId): StoredEntry {
    const entry = stores.watchlist.byId(id);
    if (entry === undefined) throw new Refusal('not-found');
    return entry;
  }

  function toRow(entry: StoredEntry, at: EpochMs): WatchlistRow {
    const { id, name, email, phone, company, addedAt, addedBy, reviewAt, endedAt, mistakes } = entry;
    return {
      ...{ entryId: id, name, email, phone, company, addedAt, mistakes },
      addedBy: stores.staff.byId(addedBy)?.displayName ?? '',
      reviewOn: localDate(reviewAt - 1, site.require().settings.timeZone),
      ended: endedAt !== null || reviewAt <= at,
    };
  }
  const toFile = (entry: StoredEntry, at: EpochMs) => ({ ...toRow(entry, at), reason: entry.reason });

  function latestReviewOn(at: EpochMs): string {
    const { settings, retention } = site.require();
    return localDate(at + retention.watchlistDays * day, settings.timeZone);
  }

  /** The first instant after the review date. */
  function reviewAtOf(reviewOn: string, at: EpochMs): EpochMs {
    const { settings, retention } = site.require();
    const fields = (message: string) => ({ fields: { reviewOn: message } });
    if (reviewOn < localDate(at, settings.timeZone)) throw new Refusal('bad-input', fields('day-past'));
    if (reviewOn > latestReviewOn(at)) throw new Refusal('bad-input', fields('review-far'));
    return Math.min(endOfLocalDate(reviewOn, settings.timeZone), at + retention.watchlistDays * day);
  }

  function changed(context: Context): void {
    context.afterCommit(() => matching.forget());
    context.changed('watchlist', 'retention');
  }

  function openAlert(visitId: VisitId) {
    const visit = visitById(stores, visitId);
    const alert = stores.watchlist.alertOf(visit.sequence);
    if (alert === undefined) throw new Refusal('not-found');
    if (alert.decision !== null) throw new Refusal('alert-decided');
    return { visit, alert };
  }

  return {
    'watchlist.list'(_input, context) {
      context.note(null);
      return {
        entries: stores.watchlist.all().map((entry) => toRow(entry, context.at)),
        today: localDate(context.at, site.require().settings.timeZone),
        latestReviewOn: latestReviewOn(context.at),
        inNotice: matching.inNotice(),
      };
    },

    'watchlist.get'({ entryId }, context) {
      const entry = entryById(entryId);
      context.note(entry.id);
      return { entry: toFile(entry, context.at) };
    },

    'watchlist.add'({ reviewOn, ...details }, context) {
      const staff = context.staff;
      if (staff === null) throw new Refusal('signed-out');
      if (!matching.inNotice()) throw new Refusal('watchlist-not-in-notice');
      const { at } = context;
      const id = newId() as WatchlistEntryId;
      const dates = { addedAt: at, renewedAt: at, reviewAt: reviewAtOf(reviewOn, at) };
      stores.watchlist.insert({ ...details, ...dates, id, addedBy: staff.staffId });
      context.note(id);
      changed(context);
      return { entry: toFile(entryById(id), at) };
    },

    'watchlist.change'({ entryId, reviewOn, ...details }, context) {
      const { at } = context;
      const entry = entryById(entryId);
      if (entry.endedAt !== null || entry.reviewAt <= at) throw new Refusal('not-found');
      const renewed = reviewOn !== toRow(entry, at).reviewOn;
      const fields = (Object.keys(details) as (keyof Omit<WatchlistDetails, 'reviewOn'>)[]).filter(
        (field) => details[field] !== entry[field],
      );
      stores.watchlist.change(entry.sequence, {
        ...details,
        renewedAt: renewed ? at : entry.renewedAt,
        reviewAt: renewed ? reviewAtOf(reviewOn, at) : entry.reviewAt,
      });
      context.note(entry.id, [...fields, ...(renewed ? ['reviewOn'] : [])].join(' '));
      changed(context);
      return { entry: toFile(entryById(entryId), at) };
    },

    'watchlist.end'({ entryId }, context) {
      const entry = entryById(entryId);
      stores.watchlist.end(entry.sequence, context.at);
      context.note(entry.id);
      changed(context);
      return { entry: toRow(entryById(entryId), context.at) };
    },

    'watchlist.erase'({ entryId }, context) {
      const entry = entryById(entryId);
      stores.watchlist.delete(entry.sequence);
      context.note(entry.id);
      changed(context);
      return {};
    },

    'watchlist.alerts'() {
      const alerts = stores.watchlist.openAlerts(longestList);
      const visits = stores.visits.bySequences(alerts.map(({ visitSequence }) => visitSequence));
      return {
        alerts: visits.map(({ id, contact, host, chosenHost, arrivedAt }) => ({
          visitId: id,
          name: contact?.name ?? '',
          company: contact?.company ?? '',
          host: chosenHost?.name ?? host,
          raisedAt: arrivedAt,
        })),
      };
    },

    'watchlist.alert'({ visitId }, context) {
      const { visit, alert } = openAlert(visitId);
      const entry =
        alert.entrySequence === null ? undefined : stores.watchlist.bySequence(alert.entrySequence);
      context.note(visit.id, entry?.id);
      return {
        visit: toVisitRow(visit, context.at, site.require().settings.defaultLanguage),
        entry: entry === undefined ? null : toFile(entry, context.at),
        matched: [...alert.matched],
        raisedAt: alert.raisedAt,
      };
    },

    'watchlist.decide'({ visitId, decision }, context) {
      const { visit, alert } = openAlert(visitId);
      stores.watchlist.decide(visit.sequence, context.at, decision);
      stores.visits.decide(visit.sequence, decision === 'refused' ? 'refused' : 'admitted');
      if (decision === 'mistaken' && alert.entrySequence !== null)
        stores.watchlist.countMistake(alert.entrySequence);
      context.note(visit.id, decision);
      context.changed('visits', 'watchlist');
      return {
        visit: toVisitRow(visitById(stores, visitId), context.at, site.require().settings.defaultLanguage),
      };
    },
  };
}
