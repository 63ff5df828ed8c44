/**
 * Exports of visits. The core hands out pages, a screen makes the file of them; Foyer keeps no copy. The start is a
 * command, so that its audit entry is on disk before the first visit leaves; the last page adds how many left.
 *
 * An export is no snapshot of every field: it holds the visits that were registered when it started, each as it is
 * when its page is read. A correction made meanwhile shows, a visit purged or restricted meanwhile does not.
 */
import {
  type ExportColumn,
  type ExportedVisit,
  exportPageVisits,
  mostSheetVisits,
} from '../../../shared/contract/exports.ts';
import type { LocalDate } from '../../../shared/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import type { Clock, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import { endOfLocalDate, minute, startOfLocalDate } from '../time.ts';
import { typeName } from '../visitor-types/given-answers.ts';
import type { ExportPlace, ExportSpan } from './export-store.ts';

/** Visits counted before whoever waits at the desk has their turn; a few milliseconds. */
const countedAtOnce = 10_000;
/** An export that nobody reads on is forgotten after this many milliseconds. */
const idleMs = 10 * minute;

interface Running {
  readonly span: ExportSpan;
  readonly columns: readonly ExportColumn[];
  readonly connectionId: string;
  readonly staffId: string | null;
  /** The page that may be asked for again, where it begins, and the visits handed over before it. */
  page: number;
  begin: ExportPlace;
  before: number;
  /** Behind the page: where the next one begins, and its visits. Null until it was read. */
  read: { readonly end: ExportPlace; readonly visits: number } | null;
  usedAt: number;
}

function exported(visit: StoredVisit, columns: readonly ExportColumn[], language: string): ExportedVisit {
  const whole: Required<ExportedVisit> = {
    arrivedAt: visit.arrivedAt,
    departedAt: visit.departedAt,
    departure: visit.departure,
    admission: visit.admission,
    name: visit.contact?.name ?? '',
    company: visit.contact?.company ?? '',
    email: visit.contact?.email ?? '',
    phone: visit.contact?.phone ?? '',
    host: visit.chosenHost?.name || visit.host,
    visitorType: visit.visitorType === null ? '' : typeName(visit.visitorType, language),
    language: visit.language,
    visitId: visit.id,
  };
  return Object.fromEntries(columns.map((column) => [column, whole[column]]));
}

/** Before every visit of the span: sequences begin at one. */
const beginOf = ({ from }: ExportSpan): ExportPlace => ({ arrivedAt: from, sequence: 0 });

export function createExports(parts: {
  readonly stores: Pick<Stores, 'exports' | 'visits'>;
  readonly site: Site;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Lets other calls go first. */
  readonly pause: () => Promise<void>;
}) {
  const { stores, site, clock } = parts;
  const running = new Map<string, Running>();

  function spanOf({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): ExportSpan {
    const { timeZone } = site.require().settings;
    return {
      from: startOfLocalDate(from, timeZone),
      until: endOfLocalDate(to, timeZone),
      through: stores.visits.highestSequence(),
    };
  }

  async function count(span: ExportSpan): Promise<number> {
    let visits = 0;
    for (let after = beginOf(span); ; await parts.pause()) {
      const counted = stores.exports.count(span, after, countedAtOnce);
      visits += counted.visits;
      if (counted.last === null) return visits;
      after = counted.last;
    }
  }

  function forgetIdle(): void {
    for (const [id, { usedAt }] of running) if (usedAt + idleMs <= clock.monotonic()) running.delete(id);
  }

  /** The export at the page asked for, or the refusal: pages are read in order, and only the last one again. */
  function at(exportId: string, page: number, { connectionId, staff }: Context): Running {
    forgetIdle();
    const found = running.get(exportId);
    if (
      found === undefined ||
      found.connectionId !== connectionId ||
      found.staffId !== (staff?.staffId ?? null)
    )
      throw new Refusal('not-found');
    if (page === found.page + 1 && found.read !== null) {
      found.page = page;
      found.begin = found.read.end;
      found.before += found.read.visits;
      found.read = null;
    }
    if (page !== found.page) throw new Refusal('bad-input', { fields: { page: 'order' } });
    found.usedAt = clock.monotonic();
    return found;
  }

  function begin(
    exportId: string,
    span: ExportSpan,
    columns: readonly ExportColumn[],
    { connectionId, staff }: Context,
  ): void {
    forgetIdle();
    // One at a time for each screen: what is begun anew is not read on.
    for (const [id, other] of running) if (other.connectionId === connectionId) running.delete(id);
    const staffId = staff?.staffId ?? null;
    const position = { page: 0, begin: beginOf(span), before: 0, read: null };
    running.set(exportId, { span, columns, connectionId, staffId, ...position, usedAt: clock.monotonic() });
  }

  return {
    'exports.count': {
      async prepare(span) {
        const counted = spanOf(span);
        const visits = await count(counted);
        return () => ({ visits, restricted: stores.exports.restricted(counted) });
      },
    },

    'exports.start': {
      async prepare({ from, to, purpose, format, columns }, context) {
        const span = spanOf({ from, to });
        const visits = await count(span);
        return () => {
          if (format === 'xlsx' && visits > mostSheetVisits)
            throw new Refusal('bad-input', { fields: { format: 'sheet-full' } });
          const exportId = Buffer.from(parts.random(16)).toString('hex');
          const restricted = stores.exports.restricted(span);
          const numbers = `visits=${visits} restricted=${restricted}`;
          context.note(exportId, `${purpose} ${format} ${from} ${to} ${numbers} ${columns.join(' ')}`);
          context.afterCommit(() => begin(exportId, span, columns, context));
          return { exportId, startedAt: context.at, visits, restricted };
        };
      },
    },

    'exports.page'({ exportId, page }, context) {
      const found = at(exportId, page, context);
      const places = stores.exports.next(found.span, found.begin, exportPageVisits);
      const language = site.require().settings.defaultLanguage;
      const visits = stores.visits
        .bySequences(places.map(({ sequence }) => sequence))
        .map((visit) => exported(visit, found.columns, language));
      const end = places.at(-1) ?? found.begin;
      found.read = { end, visits: visits.length };
      const more = places.length === exportPageVisits;
      if (!more) context.note(exportId, `visits=${found.before + visits.length}`);
      return { visits, more };
    },
  } satisfies Pick<Handlers, 'exports.count' | 'exports.start' | 'exports.page'>;
}
