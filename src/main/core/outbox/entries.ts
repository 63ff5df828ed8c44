/**
 * Writes deliveries into the outbox, in the transaction of whatever causes them. Visits and cards are watched at the
 * store, so that no way of signing in or out, and none of handing a card over, can forget to tell.
 */
import type { MailSettings } from '../../../shared/contract/mail.ts';
import type { DeliveryKind, WebhookEvent } from '../../../shared/contract/outbox.ts';
import type { CardId, DeliveryId, EpochMs, VisitId } from '../../../shared/vocabulary.ts';
import type { Clock } from '../ports.ts';
import type { CardStore, Stores, VisitStore } from '../stores.ts';
import { announcesArrival } from './arrival-announcement.ts';
import { hears } from './outbox-store.ts';
import { givenUpAfterMs } from './retry.ts';

export interface EntryParts {
  readonly stores: Pick<Stores, 'outbox'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface Codes {
  readonly typedCode: string;
  readonly scannedCode: string;
}

/** How a code gets to its visitor: as the office's settings say, by mail because somebody asked for it, on paper. */
export type InvitedBy = 'settings' | 'mail' | 'paper';

export type OutboxEntries = ReturnType<typeof createOutboxEntries>;

type About = { readonly invitation?: number; readonly visit?: number | null; readonly webhook?: number };

export function createOutboxEntries({ stores, clock, newId }: EntryParts) {
  const { outbox } = stores;

  /** Counts from when it is written: a visit may be handed over days after it began. */
  function add(kind: DeliveryKind, about: About, body: string | null): void {
    const at = clock.now();
    outbox.insert({
      id: newId() as DeliveryId,
      kind,
      madeAt: at,
      untilAt: at + givenUpAfterMs,
      webhookSequence: about.webhook ?? null,
      invitationSequence: about.invitation ?? null,
      visitSequence: about.visit ?? null,
      body,
    });
  }

  const mail = (): MailSettings | null => outbox.mail()?.settings ?? null;

  const mayMail = (): boolean => mail()?.enabled === true;

  /** Whether visitors get their code by mail without being asked for. */
  const mailsInvitations = (): boolean => mayMail() && mail()?.invitationMail === true;

  function tell(
    event: WebhookEvent,
    at: EpochMs,
    visit: number | null,
    data: () => Readonly<Record<string, string | null>>,
  ): void {
    const listening = outbox.webhooks().filter((webhook) => hears(webhook, event));
    if (listening.length === 0) return;
    const timestamp = new Date(at).toISOString();
    const body = JSON.stringify({ type: event, timestamp, data: data() });
    for (const webhook of listening) add(event, { webhook: webhook.sequence, visit }, body);
  }

  function tellOfCard(event: WebhookEvent, at: EpochMs, cardSequence: number, visit: number | null): void {
    tell(event, at, visit, () => {
      const card = outbox.card(cardSequence);
      if (card === undefined) throw new Error('a card that is not there');
      const visitId = visit === null ? null : (outbox.visitId(visit) ?? null);
      return { cardId: card.id satisfies CardId, cardLabel: card.label, visitId };
    });
  }

  /** A visit that waits at the desk is told of when somebody lets the visitor in, and to nobody before. */
  function tellOfArrival(
    sequence: number,
    id: VisitId,
    at: EpochMs,
    hasHost: boolean,
    isHeld: boolean,
  ): void {
    if (!isHeld) tell('visit.signed-in', at, sequence, () => ({ visitId: id }));
    if (announcesArrival({ mail: mail(), hasHost, isHeld })) add('arrival', { visit: sequence }, null);
  }

  function watchVisits(visits: VisitStore): VisitStore {
    return {
      ...visits,
      insert(visit) {
        const sequence = visits.insert(visit);
        const { id, arrivedAt, hostSequence, waits } = visit;
        tellOfArrival(sequence, id, arrivedAt, hostSequence !== null, waits);
        return sequence;
      },
      decide(sequence, admission) {
        visits.decide(sequence, admission);
        const [visit] = admission === 'admitted' ? visits.bySequences([sequence]) : [];
        if (visit !== undefined)
          tellOfArrival(sequence, visit.id, clock.now(), visit.chosenHost !== null, false);
      },
      depart(sequence, at, departure) {
        visits.depart(sequence, at, departure);
        tell('visit.departed', at, sequence, () => ({
          visitId: outbox.visitId(sequence) ?? null,
          departure,
        }));
      },
    };
  }

  function watchCards(cards: CardStore): CardStore {
    return {
      ...cards,
      insertLoan(loan) {
        cards.insertLoan(loan);
        tellOfCard('card.issued', loan.issuedAt, loan.cardSequence, loan.visitSequence);
      },
      endLoan(sequence, at, outcome) {
        cards.endLoan(sequence, at, outcome);
        const loan = outcome === 'returned' ? outbox.loan(sequence) : undefined;
        if (loan !== undefined) tellOfCard('card.returned', at, loan.cardSequence, loan.visitSequence);
      },
      setState(sequence, state) {
        cards.setState(sequence, state);
        if (state === 'blocked' || state === 'lost') tellOfCard('card.blocked', clock.now(), sequence, null);
      },
    };
  }

  return {
    mayMail,
    /**
     * The codes are in the delivery until it has gone: nowhere else are they kept. What waits with older ones does not
     * go any more. True where a mail will go.
     */
    invited(invitationSequence: number, codes: Codes, by: InvitedBy = 'settings'): boolean {
      outbox.cancelFor(invitationSequence);
      if (by === 'paper' || !(by === 'mail' ? mayMail() : mailsInvitations())) return false;
      add('invitation', { invitation: invitationSequence }, JSON.stringify(codes));
      return true;
    },
    watch: (all: Stores): Stores => ({
      ...all,
      visits: watchVisits(all.visits),
      cards: watchCards(all.cards),
    }),
  };
}
