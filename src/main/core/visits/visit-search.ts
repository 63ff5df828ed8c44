/**
 * Searching visits: the memory finds, the store gives the rows, the audit learns that somebody looked, by a keyed
 * hash of the text once typing has stopped.
 */
import type { SearchField } from '../../../shared/contract/visits.ts';
import type { Audit } from '../audit.ts';
import type { Handler } from '../context.ts';
import type { Clock, Digest } from '../ports.ts';
import { fold } from '../search/fold.ts';
import { createSearchMemory, type SearchEntry } from '../search/search-memory.ts';
import type { Site } from '../site/site.ts';
import type { SearchRow, StoredVisit, Stores } from '../stores.ts';
import { day, startOfLocalDay } from '../time.ts';
import { toVisitRow } from '../visit-row.ts';

const mostResults = 20;
/** How far back departures nobody confirmed are looked at, in days; contact details rarely live longer. */
const unconfirmedDays = 30;
/** Rows read from the store for one slice of filling the memory: about 2 ms. */
const fillBatch = 400;
/** Typing that pauses this long has ended; what stands there then is one search. */
const typingPauseMs = 1500;
/** A search never blocks longer than this; what it found by then is the answer, marked incomplete. */
const budgetMs = 40;

export interface VisitSearch {
  readonly handler: Handler<'visits.search'>;
  arrived(visit: SearchRow): void;
  corrected(visit: SearchRow): void;
  forget(sequences: readonly number[]): void;
  /** The hosts of these visits have another name, or none any more; done in slices. */
  renew(sequences: readonly number[]): void;
  /** Fills the memory after a start, renews it, and audits finished searches; true while there is more to do. */
  tick(): boolean;
  /** Audits every search still pending. */
  flush(): void;
}

/** A visit is found by what was said about the host and by the name behind it. */
function toEntry({ sequence, host, hostName, ...rest }: SearchRow): SearchEntry {
  const words = hostName === '' || hostName === host ? host : `${host} ${hostName}`;
  return { key: sequence, host: words, ...rest };
}

export function createVisitSearch(parts: {
  readonly stores: Stores;
  readonly site: Site;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly digest: Digest;
}): VisitSearch {
  const { stores, site, audit, clock, digest } = parts;
  const memory = createSearchMemory(clock);
  /** Below this sequence nothing is in the memory yet; 0 once it is filled. */
  let unfilledBelow = stores.visits.highestSequence() + 1;
  let unrenewed: number[] = [];
  const pending = new Map<
    string,
    { readonly staffId: string | null; readonly hash: string; readonly at: number }
  >();

  function write(connectionId: string): void {
    const search = pending.get(connectionId);
    if (search === undefined) return;
    pending.delete(connectionId);
    audit.defer({
      at: clock.now(),
      act: 'visits.search',
      staffId: search.staffId as never,
      subject: null,
      detail: search.hash,
    });
  }

  function remember(connectionId: string, staffId: string | null, text: string): void {
    const before = pending.get(connectionId);
    if (before !== undefined && clock.monotonic() > before.at + typingPauseMs) write(connectionId);
    if (text === '') return;
    pending.set(connectionId, {
      staffId,
      hash: digest.hmac('search', text).slice(0, 16),
      at: clock.monotonic(),
    });
  }

  const handler: Handler<'visits.search'> = ({ text, scope }, context) => {
    const folded = fold(text);
    remember(context.connectionId, context.staff?.staffId ?? null, folded);
    const { settings } = site.require();
    const today = startOfLocalDay(context.at, settings.timeZone);
    const row = (visit: StoredVisit, matched: readonly SearchField[]) => ({
      ...toVisitRow(visit, context.at, site.require().settings.defaultLanguage),
      matched: [...matched],
      today: visit.arrivedAt >= today,
    });
    const complete = unfilledBelow === 0;

    if (folded === '') {
      const visits =
        scope === 'unconfirmed'
          ? stores.visits.unconfirmedSince(context.at - unconfirmedDays * day, mostResults + 1)
          : stores.visits
              .onSite(mostResults + 1)
              .filter((visit) => scope !== 'today' || visit.arrivedAt >= today);
      return {
        results: visits.slice(0, mostResults).map((visit) => row(visit, [])),
        more: visits.length > mostResults,
        complete: true,
      };
    }
    const among =
      scope === 'on-site'
        ? stores.visits.openSequences()
        : scope === 'unconfirmed'
          ? stores.visits.unconfirmedSequencesSince(context.at - unconfirmedDays * day)
          : null;
    const hidden = new Set(stores.holds.hidden());
    const found = memory.search(text, {
      limit: mostResults,
      ...(scope === 'today' && { from: today }),
      ...(among && { among }),
      ...(hidden.size > 0 && { accept: (sequence: number) => !hidden.has(sequence) }),
      deadline: clock.monotonic() + budgetMs,
    });
    const matched = new Map<number, SearchField[]>();
    // Holders of a card first: whoever types a card's label has the card in their hand.
    for (const sequence of stores.cards.visitsByCardLabel(folded, mostResults))
      if (among === null || among.includes(sequence)) matched.set(sequence, ['card']);
    for (const { key, matched: fields } of found.hits)
      matched.set(key, [...(matched.get(key) ?? []), ...fields]);
    const visits = stores.visits
      .bySequences([...matched.keys()])
      .filter((visit) => scope !== 'today' || visit.arrivedAt >= today);
    return {
      results: visits.slice(0, mostResults).map((visit) => row(visit, matched.get(visit.sequence) ?? [])),
      more: found.more || visits.length > mostResults,
      complete: complete && found.complete,
    };
  };

  return {
    handler,
    arrived: (visit) => memory.add(toEntry(visit)),
    corrected: (visit) => memory.replace(toEntry(visit)),
    forget: (sequences) => memory.remove(sequences),
    renew(sequences) {
      unrenewed = [...unrenewed, ...sequences];
    },
    tick() {
      for (const [connectionId, { at }] of pending)
        if (clock.monotonic() > at + typingPauseMs) write(connectionId);
      if (unrenewed.length > 0) {
        const sequences = unrenewed.splice(0, fillBatch);
        for (const visit of stores.visits.searchRowsOf(sequences)) memory.replace(toEntry(visit));
        return true;
      }
      if (unfilledBelow === 0) return false;
      const rows = stores.visits.searchRows(unfilledBelow, fillBatch);
      for (const visit of rows) memory.add(toEntry(visit));
      unfilledBelow = rows.at(-1)?.sequence ?? 0;
      return unfilledBelow !== 0;
    },
    flush() {
      for (const connectionId of [...pending.keys()]) write(connectionId);
    },
  };
}
