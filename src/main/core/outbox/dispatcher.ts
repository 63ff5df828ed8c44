/**
 * Takes what is due from the outbox to the courier, a few at a time, and writes down how it went. A try is written
 * before it begins, so that a core which dies in the middle neither forgets one nor tries without end; the other side
 * may then get it twice and knows it by its id.
 */
import type { Area } from '../../../shared/contract/events.ts';
import type { DeliveryFault } from '../../../shared/contract/outbox.ts';
import type { Audit } from '../audit.ts';
import type { Clock, RandomBytes } from '../ports.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { day, hour } from '../time.ts';
import type { Courier } from './courier.ts';
import type { Codes } from './entries.ts';
import { arrivalLetter, type House, invitationLetter } from './letters.ts';
import type { StoredDelivery } from './outbox-store.ts';
import { isFinal, retryDelay } from './retry.ts';

/** Deliveries on their way at once: enough for a morning, too few to keep the core from its desk. */
const most = 4;
/** Monotonic milliseconds between two looks at the outbox. */
const lookEveryMs = 500;
/** Later than this after a sign-in nobody is waiting any more, whatever kept the mail: a kiosk or a server away. */
const arrivalNewsMs = 12 * hour;
/** How long the log of a delivery that is over stays. */
export const logDays = 30;

export interface DispatcherParts {
  readonly stores: Pick<Stores, 'outbox' | 'invitations' | 'visits' | 'hosts'>;
  readonly transact: <Result>(work: () => Result) => Result;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly site: Site;
  readonly audit: Pick<Audit, 'record'>;
  /** Left out where nothing may leave: then deliveries wait. */
  readonly courier?: Courier;
  readonly changed: (areas: readonly Area[]) => void;
}

/** What a delivery turns into at the moment of sending. */
type Sending = { readonly fault: DeliveryFault } | { readonly send: () => Promise<DeliveryFault | null> };

export function createDispatcher(parts: DispatcherParts) {
  const { stores, transact, clock, site, audit, courier = null } = parts;
  const underWay = new Set<number>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let tidiedAt = Number.NEGATIVE_INFINITY;
  let isClosed = false;

  /** In [0, 1). */
  function chance(): number {
    const [high = 0, low = 0] = parts.random(2);
    return (high * 256 + low) / 65_536;
  }

  function house(): House & { readonly language: string } {
    const { settings } = site.require();
    const { siteName, timeZone, controller, defaultLanguage } = settings;
    return { siteName, timeZone, contactEmail: controller.contactEmail, language: defaultLanguage };
  }

  function prepare(delivery: StoredDelivery, by: Courier): Sending {
    if (delivery.webhookSequence !== null) return prepareWebhook(delivery, by);
    const mail = stores.outbox.mail();
    const isArrival = delivery.kind === 'arrival';
    // A code may also be sent because somebody asked for it, so only mail as such must be on.
    if (mail === undefined || !mail.settings.enabled || (isArrival && !mail.settings.arrivalMail))
      return { fault: 'switched-off' };
    const letter = isArrival ? arrival(delivery) : invitation(delivery);
    return letter === null ? { fault: 'gone' } : { send: () => by.mail(mail, letter) };
  }

  function prepareWebhook({ id, webhookSequence, body }: StoredDelivery, by: Courier): Sending {
    const webhook = stores.outbox.webhooks().find(({ sequence }) => sequence === webhookSequence);
    if (webhook === undefined || body === null) return { fault: 'gone' };
    if (!webhook.enabled) return { fault: 'switched-off' };
    const { address, secret } = webhook;
    return { send: () => by.webhook({ address, secret, id, body }) };
  }

  function invitation({ invitationSequence, body }: StoredDelivery) {
    if (invitationSequence === null || body === null) return null;
    const invited = stores.invitations.bySequence(invitationSequence);
    if (invited === undefined || invited.endedAt !== null || invited.contact.email === '') return null;
    const codes = JSON.parse(body) as Codes;
    const { contact, host, validOn } = invited;
    const from = house();
    return invitationLetter(from, {
      language: invited.language ?? from.language,
      name: contact.name,
      email: contact.email,
      host,
      validOn,
      starts: invited.event?.starts ?? '',
      ends: invited.event?.ends ?? '',
      ...codes,
    });
  }

  function arrival({ visitSequence }: StoredDelivery) {
    const [visit] = visitSequence === null ? [] : stores.visits.bySequences([visitSequence]);
    const host = visit?.chosenHost ? stores.hosts.byId(visit.chosenHost.id) : undefined;
    // A host who left, and a visitor who has gone again, wait for nobody.
    if (visit?.contact == null || visit.hold !== null) return null;
    if (visit.departedAt !== null || host === undefined || host.leftAt !== null) return null;
    if (clock.now() >= visit.arrivedAt + arrivalNewsMs) return null;
    const from = house();
    return arrivalLetter(from, {
      language: from.language,
      hostName: host.name,
      hostEmail: host.email,
      visitorName: visit.contact.name,
      arrivedAt: visit.arrivedAt,
    });
  }

  function begin(delivery: StoredDelivery, by: Courier): void {
    const at = clock.now();
    const sending = prepare(delivery, by);
    const mayTry = 'send' in sending;
    transact(() => {
      // What is switched off is looked at again in a while, without counting as a try.
      if (mayTry)
        stores.outbox.tried(
          delivery.sequence,
          at,
          Math.min(at + retryDelay(delivery.tries + 1, chance()), delivery.untilAt),
        );
      else conclude(delivery, sending.fault);
    });
    if (!mayTry) {
      parts.changed(['outbox']);
      return;
    }
    underWay.add(delivery.sequence);
    void sending
      .send()
      .catch((): DeliveryFault => 'other')
      .then((fault) => arrived(delivery, fault));
  }

  function arrived(delivery: StoredDelivery, fault: DeliveryFault | null): void {
    underWay.delete(delivery.sequence);
    if (isClosed) return;
    transact(() => conclude(delivery, fault));
    // What waited for this place goes at the next tick.
    lookedAt = Number.NEGATIVE_INFINITY;
    parts.changed(['outbox']);
  }

  /** Inside a transaction. A webhook that was given up keeps its ids, so that it can be sent again. */
  function conclude(delivery: StoredDelivery, fault: DeliveryFault | null): void {
    const { sequence, id, kind } = delivery;
    const at = clock.now();
    const record = (act: string, detail: string): void =>
      audit.record({ at, act, staffId: null, subject: id, detail });
    if (fault === null) {
      stores.outbox.end(sequence, 'delivered', null, false);
      record('outbox.delivered', kind);
      return;
    }
    if (fault === 'gone') {
      stores.outbox.end(sequence, 'cancelled', fault, false);
      return;
    }
    const waits = stores.outbox.failed(sequence, fault);
    if (!waits) return;
    if (isFinal(fault) || at >= delivery.untilAt) {
      stores.outbox.end(sequence, 'given-up', fault, delivery.webhookSequence !== null);
      record('outbox.gaveUp', `${kind} ${fault}`);
    } else if (fault === 'switched-off') {
      stores.outbox.postpone(sequence, Math.min(at + hour, delivery.untilAt));
    }
  }

  return {
    /** Starts what is due. True while more can be done at once. */
    tick(): boolean {
      const now = clock.monotonic();
      if (courier === null || isClosed || site.current() === null) return false;
      if (now >= tidiedAt + hour) {
        const gone = transact(() => stores.outbox.forget(clock.now() - logDays * day, 200));
        if (gone === 200) return true;
        tidiedAt = now;
      }
      if (now < lookedAt + lookEveryMs || underWay.size >= most) return false;
      const due = stores.outbox.due(clock.now(), most + 1).filter(({ sequence }) => !underWay.has(sequence));
      const [next] = due;
      if (next === undefined) {
        lookedAt = now;
        return false;
      }
      // A last look after the end: a core that was off for a day gives up without a further try.
      if (clock.now() >= next.untilAt && next.tries > 0) {
        transact(() => conclude(next, next.fault ?? 'other'));
        parts.changed(['outbox']);
        return true;
      }
      begin(next, courier);
      return underWay.size < most;
    },
    /** The next tick looks, whatever the time. */
    wake(): void {
      lookedAt = Number.NEGATIVE_INFINITY;
    },
    close(): void {
      isClosed = true;
    },
  };
}
