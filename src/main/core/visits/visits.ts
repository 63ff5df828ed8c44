/**
 * Visits from arrival to departure. Finding them again lives in `visit-search.ts`, taking them away in
 * `../retention/`. A visit exists only with the notice its visitor saw.
 */

import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { VisitId } from '../../../shared/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import { isHidden, toHold } from '../holds/restricted.ts';
import { chosenHost } from '../hosts/chosen-host.ts';
import type { Notices } from '../notice/notices.ts';
import type { Digest } from '../ports.ts';
import type { Badges } from '../recognition/badges.ts';
import type { EarlierVisits } from '../recognition/earlier-visit.ts';
import type { Recognition } from '../recognition/recognition.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import type { Throttle } from '../throttle.ts';
import { localDate, startOfLocalDay } from '../time.ts';
import { toVisitRow, toWholeVisitRow } from '../visit-row.ts';
import { checkedAnswers, checkedType } from '../visitor-types/offered-types.ts';
import { shownRules } from '../visitor-types/shown-rules.ts';
import type { WatchlistMatching } from '../watchlist/matching.ts';
import { createSameAnswer } from './same-answer.ts';
import type { VisitSearch } from './visit-search.ts';

/** The longest list a screen gets; a front desk with more people on site at once needs the search. */
const longestList = 1000;
/** How far back unconfirmed departures are counted, in local days. */
const unconfirmedDays = 7;

export interface VisitParts {
  readonly stores: Stores;
  readonly digest: Digest;
  readonly site: Site;
  readonly notices: Notices;
  readonly search: VisitSearch;
  readonly recognition: Recognition;
  readonly earlier: EarlierVisits;
  readonly badges: Pick<Badges, 'recognised'>;
  readonly signOutTries: Throttle;
  readonly matching: WatchlistMatching;
}

/** Names and addresses are compared as people mean them: letter case and doubled spaces do not matter. */
function sameText(left: string, right: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(left) === plain(right);
}

/** The visit, or the refusal a handler answers with. */
export function visitById(stores: Stores, id: VisitId): StoredVisit {
  const visit = stores.visits.byId(id);
  if (visit === undefined) throw new Refusal('not-found');
  return visit;
}

type VisitCalls =
  | 'visits.arrive'
  | 'visits.signOut'
  | 'visits.signOutByBadge'
  | 'visits.depart'
  | 'visits.correct'
  | 'visits.setAside'
  | 'visits.onSite'
  | 'visits.get';

export function createVisits(parts: VisitParts): Handlers<VisitCalls> {
  const { stores, site, notices, search, recognition, earlier, badges, signOutTries, matching } = parts;

  /** A miss commits its audit entry as a hit does, so that neither takes longer. */
  function signOut(open: readonly StoredVisit[], context: Context): CallOutput<'visits.signOut'> {
    const wait = signOutTries.attempt(context.connectionId);
    if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
    const [visit] = open;
    if (visit === undefined) {
      context.note(null, 'miss');
      throw new Refusal('not-found', { keep: true });
    }
    for (const { sequence } of open) stores.visits.depart(sequence, context.at, 'signed-out');
    signOutTries.forget(context.connectionId);
    context.note(visit.id);
    context.changed('visits');
    return { departedAt: context.at, cardToReturn: open.some(({ openLoan }) => openLoan !== null) };
  }
  const onSite = createSameAnswer<CallOutput<'visits.onSite'>>(() => stores.maintenance.changes());

  /** What the visit's type asked, answered anew; names of the fields for the audit. */
  function correctAnswers(visit: StoredVisit, answers: Readonly<Record<string, string>>): string[] {
    const { visitorType } = visit;
    if (visitorType === null) throw new Refusal('bad-input', { fields: { answers: 'shape' } });
    const after = checkedAnswers(visitorType, answers, 'answers');
    stores.visits.setAnswers(visit.sequence, after);
    return visitorType.fields.flatMap(({ fieldId }) =>
      (after[fieldId] ?? '') === (visit.answers[fieldId] ?? '') ? [] : `answers.${fieldId}`,
    );
  }

  return {
    'visits.arrive'(input, context) {
      const { settings } = site.require();
      const again = stores.visits.byId(input.visitId);
      if (again !== undefined) {
        context.note(again.id, 'repeated');
        const seeReception = stores.watchlist.alertOf(again.sequence) !== undefined;
        return { visitId: again.id, arrivedAt: again.arrivedAt, cardDue: again.cardDue, seeReception };
      }
      const notice = notices.shown(input.noticeId, input.language, input.visitId, context.at);
      const { host } = input;
      const contact = earlier.contactOf(input, context.at, context.connectionId);
      const type = checkedType(parts, input.visitorType, input);
      const chosen = chosenHost(stores.hosts, input.hostId, host);
      const hit = matching.find(contact, context.at);
      const visit = {
        id: input.visitId,
        arrivedAt: context.at,
        host,
        hostSequence: chosen?.sequence ?? null,
        language: input.language,
        noticeSequence: notice.sequence,
        cardDue: type?.cardDue ?? settings.cardForEveryone,
        visitorType: type,
        contact,
        recognition: recognition.keyOf(contact.name, contact.email),
        waits: hit !== null,
      };
      const sequence = stores.visits.insert(visit);
      if (hit !== null) stores.watchlist.raise({ ...hit, visitSequence: sequence, raisedAt: context.at });
      const hostName = chosen?.name ?? '';
      const invitation = input.invitationId && stores.invitations.byId(input.invitationId);
      if (invitation !== undefined) stores.invitations.end(invitation.sequence, context.at, 'used', sequence);
      context.note(visit.id, invitation ? 'invited' : input.earlier && 'returning');
      context.changed('visits', ...(invitation ? (['invitations'] as const) : []));
      context.afterCommit(() =>
        search.arrived({ sequence, arrivedAt: context.at, host, hostName, ...contact }),
      );
      const { id: visitId, arrivedAt, cardDue } = visit;
      return { visitId, arrivedAt, cardDue, seeReception: hit !== null };
    },

    'visits.signOut'({ name, email }, context) {
      const known = recognition.visitsOf(name, email);
      return signOut(
        known.filter(({ departedAt, contact }) => departedAt === null && sameText(contact?.name ?? '', name)),
        context,
      );
    },

    'visits.signOutByBadge'({ badge }, context) {
      const visit = badges.recognised(badge, context.connectionId);
      return signOut(visit === undefined || visit.departedAt !== null ? [] : [visit], context);
    },

    'visits.depart'({ visitId }, context) {
      const visit = visitById(stores, visitId);
      if (visit.departedAt !== null) throw new Refusal('visit-closed');
      stores.visits.depart(visit.sequence, context.at, 'by-staff');
      context.note(visit.id);
      context.changed('visits');
      return { departedAt: context.at };
    },

    'visits.correct'({ visitId, host, hostId, answers, ...contact }, context) {
      const visit = visitById(stores, visitId);
      if (visit.contact === null) throw new Refusal('not-found');
      // What a list does not show would be written over unseen.
      if (isHidden(visit)) throw new Refusal('visit-restricted');
      const before = { ...visit.contact, host: visit.host };
      const after = { ...contact, host };
      const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
        (key) => after[key] !== before[key],
      );
      // A host who has left stays the one who was chosen.
      const kept = visit.chosenHost !== null && visit.chosenHost.id === hostId && visit.host === host;
      const chosen = kept ? stores.hosts.byId(hostId) : chosenHost(stores.hosts, hostId, host);
      stores.visits.correct(visit.sequence, host, chosen?.sequence ?? null, contact);
      recognition.remember(visit.sequence, contact.name, contact.email);
      const corrected = answers === undefined ? [] : correctAnswers(visit, answers);
      context.note(visit.id, [...fields, ...corrected].join(' '));
      context.changed('visits', 'cards');
      context.afterCommit(() =>
        search.corrected({
          sequence: visit.sequence,
          arrivedAt: visit.arrivedAt,
          host,
          hostName: chosen?.name ?? '',
          ...contact,
        }),
      );
      return {
        visit: toVisitRow(visitById(stores, visitId), context.at, site.require().settings.defaultLanguage),
      };
    },

    'visits.setAside'({ visitId, cardDue }, context) {
      const visit = visitById(stores, visitId);
      if (visit.departedAt !== null) throw new Refusal('visit-closed');
      stores.visits.setCardDue(visit.sequence, cardDue);
      context.note(visit.id, cardDue ? 'card-due' : 'no-card');
      context.changed('visits');
      return {
        visit: toVisitRow(visitById(stores, visitId), context.at, site.require().settings.defaultLanguage),
      };
    },

    'visits.onSite'(_input, context) {
      const { settings } = site.require();
      return onSite(context.at, () => {
        const loans = stores.cards.loanCounts(context.at);
        return {
          visits: stores.visits
            .onSite(longestList)
            .map((visit) => toVisitRow(visit, context.at, settings.defaultLanguage)),
          counts: {
            ...stores.visits.onSiteCounts(),
            cardsOut: loans.out,
            overdue: loans.overdue,
            arrivedToday: stores.visits.arrivedSince(startOfLocalDay(context.at, settings.timeZone)),
            unconfirmedDepartures: stores.visits.unconfirmedCountSince(
              startOfLocalDay(context.at, settings.timeZone, -unconfirmedDays),
            ),
          },
        };
      });
    },

    'visits.get'({ visitId }, context) {
      const { settings, retention } = site.require();
      const visit = visitById(stores, visitId);
      const notice = stores.notices.bySequence(visit.noticeSequence);
      if (notice === undefined) throw new Error('a visit without its notice');
      context.note(visit.id, visit.hold === null ? undefined : 'restricted');
      const ended =
        visit.departedAt === null || visit.departure === 'unconfirmed' ? visit.arrivedAt : visit.departedAt;
      return {
        visit: toWholeVisitRow(visit, context.at, settings.defaultLanguage),
        notice: {
          noticeId: notice.id,
          version: notice.version,
          language: notice.language,
          hash: notice.hash,
          publishedAt: notice.publishedAt,
          shownAt: visit.arrivedAt,
        },
        rules: shownRules(visit, parts.digest),
        contactPurgedAt: visit.contact === null ? null : ended + retention.contactDays * 86_400_000,
        hold:
          visit.hold === null
            ? null
            : toHold(visit.hold, localDate(context.at, settings.timeZone), stores.staff),
      };
    },
  };
}
