/**
 * Access cards: the inventory, and who holds which. A card is linked to one visit at most at any moment (the
 * database's own constraint); the ledger of loans outlives the visitor without identity.
 */
import type { CardRow, CardState, Credential } from '../../../shared/contract/cards.ts';
import type { CardId, EpochMs } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import type { CardNumbers } from '../readers/readers.ts';
import { Refusal } from '../refusal.ts';
import { fold } from '../search/fold.ts';
import type { Site } from '../site/site.ts';
import type { StoredCard, Stores } from '../stores.ts';
import { endOfLocalDay } from '../time.ts';
import { toVisitRow } from '../visit-row.ts';
import { visitById } from '../visits/visits.ts';
import type { Taps } from './taps.ts';

export interface CardParts {
  readonly stores: Stores;
  readonly site: Site;
  readonly taps: Taps;
  readonly numbers: Pick<CardNumbers, 'lookalikesOf' | 'partOfLongerUid'>;
  readonly newId: () => string;
}

type CardCalls =
  | 'cards.list'
  | 'cards.read'
  | 'cards.register'
  | 'cards.issue'
  | 'cards.return'
  | 'cards.block'
  | 'cards.unblock'
  | 'cards.retire'
  | 'cards.recent';

function stateOf(card: StoredCard, now: EpochMs): CardState {
  if (card.openLoan === null || card.state !== 'in-stock') return card.state;
  return card.openLoan.dueAt < now ? 'overdue' : 'issued';
}

function toCardRow(card: StoredCard, now: EpochMs): CardRow {
  const loan = card.openLoan;
  return {
    cardId: card.id,
    label: card.label,
    type: card.type,
    state: stateOf(card, now),
    credential: card.credential,
    registeredAt: card.registeredAt,
    issuedAt: loan?.issuedAt ?? null,
    holder:
      loan?.visitId == null || loan.holderName === null
        ? null
        : {
            visitId: loan.visitId,
            name: loan.holderHidden ? '' : loan.holderName,
            restricted: loan.holderHidden,
          },
  };
}

/** `Card 7` and `card 7` are one label. */
function labelKey(label: string): string {
  return fold(label);
}

export function createCards({ stores, site, taps, numbers, newId }: CardParts): Handlers<CardCalls> {
  function cardById(id: CardId): StoredCard {
    const card = stores.cards.byId(id);
    if (card === undefined) throw new Refusal('not-found');
    return card;
  }
  function lookalikeOf(credential: Credential): { cardId: CardId; label: string } | null {
    for (const other of numbers.lookalikesOf(credential)) {
      const card = stores.cards.byCredential(other);
      if (card !== undefined) return { cardId: card.id, label: card.label };
    }
    const isPartOf = numbers.partOfLongerUid(credential);
    const whole = isPartOf && stores.cards.all().find((card) => isPartOf(card.credential));
    return whole ? { cardId: whole.id, label: whole.label } : null;
  }
  const rowOf = (id: CardId, now: EpochMs): CardRow => toCardRow(cardById(id), now);

  return {
    'cards.list'(_input, context) {
      const collator = new Intl.Collator('en', { numeric: true });
      const cards = stores.cards.all().map((card) => toCardRow(card, context.at));
      return { cards: cards.sort((left, right) => collator.compare(left.label, right.label)) };
    },

    'cards.read'({ tap }, context) {
      const read = taps.find(tap);
      const waiting = stores.visits.latestWaitingForCard();
      const next =
        waiting === undefined
          ? null
          : toVisitRow(waiting, context.at, site.require().settings.defaultLanguage);
      const about = { readerName: read.readerName, tappedAt: read.tappedAt, next };
      if (read.reading.kind === 'unreadable')
        return { ...about, reading: { kind: 'unreadable', reason: read.reading.reason } };
      const { credential } = read.reading;
      const card = stores.cards.byCredential(credential);
      if (card === undefined)
        return { ...about, reading: { kind: 'unknown', credential, lookalike: lookalikeOf(credential) } };
      const holderSequence = card.openLoan?.visitSequence;
      const [holder] = holderSequence == null ? [] : stores.visits.bySequences([holderSequence]);
      context.note(card.id);
      return {
        ...about,
        reading: {
          kind: 'known',
          card: toCardRow(card, context.at),
          holder:
            holder === undefined
              ? null
              : toVisitRow(holder, context.at, site.require().settings.defaultLanguage),
        },
      };
    },

    'cards.register'({ label, type, source }, context) {
      let credential = source.by === 'number' ? source.credential : null;
      if (source.by === 'tap') {
        const { reading } = taps.find(source.tap);
        if (reading.kind === 'unreadable') throw new Refusal('tap-unreadable');
        credential = reading.credential;
      }
      if (credential === null) throw new Refusal('bad-input');
      if (stores.cards.byCredential(credential) !== undefined) throw new Refusal('card-known');
      const key = labelKey(label);
      if (stores.cards.labelTaken(key))
        throw new Refusal('label-taken', { fields: { label: 'label-taken' } });
      const id = newId() as CardId;
      stores.cards.insert({ id, label, labelKey: key, type, credential, registeredAt: context.at });
      context.note(id);
      context.changed('cards');
      return { card: rowOf(id, context.at) };
    },

    'cards.issue'({ cardId, visitId }, context) {
      const { settings } = site.require();
      const card = cardById(cardId);
      const visit = visitById(stores, visitId);
      if (card.openLoan !== null) throw new Refusal('card-issued');
      if (card.state !== 'in-stock') throw new Refusal('card-not-in-stock');
      if (visit.departedAt !== null) throw new Refusal('visit-closed');
      if (visit.openLoan !== null) throw new Refusal('visit-has-card');
      const id = newId();
      stores.cards.insertLoan({
        id,
        cardSequence: card.sequence,
        visitSequence: visit.sequence,
        issuedAt: context.at,
        dueAt: endOfLocalDay(context.at, settings.timeZone),
      });
      context.note(card.id, visit.id);
      context.changed('cards', 'visits');
      return { loanId: id as never, card: rowOf(card.id, context.at) };
    },

    'cards.return'({ cardId, signOut }, context) {
      const card = cardById(cardId);
      const loan = card.openLoan;
      if (loan === null) throw new Refusal('card-not-issued');
      stores.cards.endLoan(loan.sequence, context.at, 'returned');
      const [holder] = loan.visitSequence === null ? [] : stores.visits.bySequences([loan.visitSequence]);
      const signedOut = signOut && holder !== undefined && holder.departedAt === null;
      if (signedOut) stores.visits.depart(holder.sequence, context.at, 'card-returned');
      context.note(card.id, signedOut ? 'signed-out' : 'kept');
      context.changed('cards', 'visits');
      return { card: rowOf(card.id, context.at), signedOut };
    },

    'cards.block'({ cardId, reason }, context) {
      const card = cardById(cardId);
      if (card.state === 'retired') throw new Refusal('card-not-in-stock');
      if (card.openLoan !== null) stores.cards.endLoan(card.openLoan.sequence, context.at, 'lost');
      stores.cards.setState(card.sequence, reason);
      context.note(card.id, reason);
      context.changed('cards', 'visits');
      return { card: rowOf(card.id, context.at) };
    },

    'cards.unblock'({ cardId }, context) {
      const card = cardById(cardId);
      if (card.state !== 'lost' && card.state !== 'blocked') throw new Refusal('card-not-in-stock');
      stores.cards.setState(card.sequence, 'in-stock');
      context.note(card.id);
      context.changed('cards');
      return { card: rowOf(card.id, context.at) };
    },

    'cards.retire'({ cardId }, context) {
      const card = cardById(cardId);
      if (card.openLoan !== null) throw new Refusal('card-issued');
      stores.cards.setState(card.sequence, 'retired');
      context.note(card.id);
      context.changed('cards');
      return { card: rowOf(card.id, context.at) };
    },

    'cards.recent'() {
      const events = stores.audit.recentCardActs(5).flatMap(({ at, act, subject, detail }) => {
        const card = subject === null ? undefined : stores.cards.byId(subject as CardId);
        return card === undefined
          ? []
          : [{ at, act: actOf(act, detail), cardId: card.id, label: card.label }];
      });
      return { events };
    },
  };
}

/** A card's act as the pad words it, from the audit's call name and code. */
function actOf(act: string, detail: string | null) {
  if (act === 'cards.issue') return 'issued' as const;
  if (act === 'cards.return')
    return detail === 'signed-out' || detail === 'kiosk-signed-out'
      ? ('returned-signed-out' as const)
      : ('returned' as const);
  if (act === 'cards.block') return detail === 'lost' ? ('lost' as const) : ('blocked' as const);
  if (act === 'cards.unblock') return 'unblocked' as const;
  return act === 'cards.retire' ? ('retired' as const) : ('registered' as const);
}
