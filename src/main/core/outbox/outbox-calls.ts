/** The calls of the office about deliveries, mail and webhooks. */
import type { MailSettings } from '../../../shared/contract/mail.ts';
import type { Delivery } from '../../../shared/contract/outbox.ts';
import { mostWebhooks, type Webhook } from '../../../shared/contract/webhooks.ts';
import type { DeliveryId, WebhookId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import type { Inviter } from '../invitations/inviter.ts';
import type { Clock, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { createThrottle } from '../throttle.ts';
import type { Courier } from './courier.ts';
import type { StoredDelivery, StoredWebhook } from './outbox-store.ts';
import { givenUpAfterMs } from './retry.ts';

/** The longest list a screen gets. */
const longestList = 200;
/** Random bytes of a webhook's secret; as long as the hash it is used with (RFC 2104, section 3). */
const secretBytes = 32;

export interface OutboxCallParts {
  readonly stores: Pick<Stores, 'outbox' | 'invitations' | 'visits'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly site: Site;
  readonly newId: () => string;
  readonly inviter: Pick<Inviter, 'renew'>;
  readonly courier: Courier | null;
  /** Looks at the outbox at the next tick. */
  readonly wake: () => void;
}

type OutboxCalls =
  | 'outbox.deliveries'
  | 'outbox.resend'
  | 'outbox.cancel'
  | 'mail.settings'
  | 'mail.change'
  | 'mail.test'
  | 'webhooks.list'
  | 'webhooks.add'
  | 'webhooks.change'
  | 'webhooks.renewSecret'
  | 'webhooks.remove'
  | 'webhooks.test';

export function createOutboxCalls(parts: OutboxCallParts): Handlers<OutboxCalls> {
  const { stores, clock, random, site, newId, inviter, courier } = parts;
  const { outbox } = stores;
  const tests = createThrottle(5, 60_000, () => clock.monotonic());

  function refuseTooMany(connectionId: string): void {
    const wait = tests.attempt(connectionId);
    if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
  }

  const newSecret = (): string => `whsec_${Buffer.from(random(secretBytes)).toString('base64')}`;

  function deliveryById(id: DeliveryId): StoredDelivery {
    const delivery = outbox.byId(id);
    if (delivery === undefined) throw new Refusal('not-found');
    return delivery;
  }

  function webhookById(id: WebhookId): StoredWebhook {
    const webhook = outbox.webhooks().find((each) => each.id === id);
    if (webhook === undefined) throw new Refusal('not-found');
    return webhook;
  }

  function canResend(delivery: StoredDelivery): boolean {
    const { state, webhookSequence, body, invitationSequence, visitSequence } = delivery;
    if (state === 'waiting') return true;
    if (webhookSequence !== null) return body !== null;
    if (invitationSequence !== null)
      return stores.invitations.bySequence(invitationSequence)?.endedAt === null;
    const [visit] = visitSequence === null ? [] : stores.visits.bySequences([visitSequence]);
    return visit?.contact != null && visit.departedAt === null;
  }

  function toDelivery(stored: StoredDelivery): Delivery {
    const { id, kind, webhookName, state, madeAt, tries, lastTriedAt, nextAt, fault } = stored;
    const times = { madeAt, tries, lastTriedAt, nextAt };
    return {
      deliveryId: id,
      kind,
      webhook: webhookName,
      state,
      ...times,
      fault,
      canResend: canResend(stored),
    };
  }

  function settingsNow(): { settings: MailSettings; hasPassword: boolean } {
    const mail = outbox.mail();
    if (mail === undefined) throw new Refusal('not-found');
    return { settings: mail.settings, hasPassword: mail.password !== '' };
  }

  return {
    'outbox.deliveries'({ state }) {
      const { waiting, delivered, cancelled, ...counts } = outbox.counts();
      return {
        deliveries: outbox.list(state, longestList).map(toDelivery),
        counts: { waiting, delivered, cancelled, givenUp: counts['given-up'] },
      };
    },

    'outbox.resend'({ deliveryId }, context) {
      const delivery = deliveryById(deliveryId);
      context.note(delivery.id, delivery.kind);
      if (!canResend(delivery)) throw new Refusal('nothing-to-send');
      const invitation =
        delivery.invitationSequence === null
          ? undefined
          : stores.invitations.bySequence(delivery.invitationSequence);
      if (invitation !== undefined && delivery.body === null) {
        // The code went with the first delivery; another mail needs another code, and is a delivery of its own.
        if (!inviter.renew(invitation, 'mail').mailed) throw new Refusal('nothing-to-send');
      } else outbox.again(delivery.sequence, delivery.body, context.at, context.at + givenUpAfterMs);
      context.changed('outbox');
      context.afterCommit(parts.wake);
      return {};
    },

    'outbox.cancel'({ deliveryId }, context) {
      const delivery = deliveryById(deliveryId);
      if (delivery.state !== 'waiting') throw new Refusal('nothing-to-send');
      outbox.end(delivery.sequence, 'cancelled', delivery.fault, false);
      context.note(delivery.id, delivery.kind);
      context.changed('outbox');
      return {};
    },

    'mail.settings'() {
      const mail = outbox.mail();
      return { settings: mail?.settings ?? null, hasPassword: (mail?.password ?? '') !== '' };
    },

    'mail.change'({ password, ...settings }, context) {
      const before = outbox.mail();
      // A password belongs to one account on one machine: another one must not be told it.
      const isSameAccount =
        before?.settings.host === settings.host && before.settings.userName === settings.userName;
      outbox.setMail(settings, password ?? (isSameAccount ? before.password : ''));
      context.note(null, settings.enabled ? 'on' : 'off');
      context.changed('outbox');
      context.afterCommit(parts.wake);
      return settingsNow();
    },

    'mail.test': {
      async prepare({ to }, context) {
        refuseTooMany(context.connectionId);
        const mail = outbox.mail();
        if (mail === undefined) throw new Refusal('not-found');
        if (courier === null) throw new Refusal('unavailable');
        const { siteName } = site.require().settings;
        const text = `Foyer at ${siteName} can send mail.`;
        const fault = await courier.mail(mail, {
          to: { name: '', address: to },
          subject: text,
          text,
          html: '',
          qrText: null,
        });
        return () => {
          context.note(null, fault ?? 'delivered');
          return { fault };
        };
      },
    },

    'webhooks.list': () => ({ webhooks: outbox.webhooks().map(toWebhook) }),

    'webhooks.add'(details, context) {
      if (outbox.webhooks().length >= mostWebhooks) throw new Refusal('too-many');
      const id = newId() as WebhookId;
      const secret = newSecret();
      outbox.addWebhook({ id, madeAt: context.at, ...details, events: [...new Set(details.events)], secret });
      context.note(id);
      context.changed('outbox');
      return { webhook: toWebhook(webhookById(id)), secret };
    },

    'webhooks.change'({ webhookId, ...details }, context) {
      const webhook = webhookById(webhookId);
      outbox.changeWebhook(webhook.sequence, { ...details, events: [...new Set(details.events)] });
      context.note(webhookId, details.enabled ? 'on' : 'off');
      context.changed('outbox');
      context.afterCommit(parts.wake);
      return { webhook: toWebhook(webhookById(webhookId)) };
    },

    'webhooks.renewSecret'({ webhookId }, context) {
      const secret = newSecret();
      outbox.setSecret(webhookById(webhookId).sequence, secret);
      context.note(webhookId);
      return { secret };
    },

    'webhooks.remove'({ webhookId }, context) {
      outbox.removeWebhook(webhookById(webhookId).sequence);
      context.note(webhookId);
      context.changed('outbox');
      return {};
    },

    'webhooks.test': {
      async prepare({ webhookId }, context) {
        refuseTooMany(context.connectionId);
        const { address, secret } = webhookById(webhookId);
        if (courier === null) throw new Refusal('unavailable');
        const body = JSON.stringify({
          type: 'test',
          timestamp: new Date(context.at).toISOString(),
          data: {},
        });
        const fault = await courier.webhook({ address, secret, id: newId(), body });
        return () => {
          context.note(webhookId, fault ?? 'delivered');
          return { fault };
        };
      },
    },
  };
}

function toWebhook({ id, madeAt, name, address, events, enabled }: StoredWebhook): Webhook {
  return { webhookId: id, madeAt, name, address, events: [...events], enabled };
}
