/** The outbox: what Foyer sends to the outside, mail or webhook, and the log of it. It holds no name and no address. */
import { z } from 'zod';
import { DeliveryId, EpochMs } from '../vocabulary.ts';
import { command, query } from './definition.ts';

/** What a site may tell another program about; the `type` of a webhook's body. */
export const WebhookEvent = z.enum([
  'visit.signed-in',
  'visit.departed',
  'card.issued',
  'card.returned',
  'card.blocked',
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** `invitation`: mail to the visitor with the code. `arrival`: mail to the host. The others are webhooks. */
export const DeliveryKind = z.enum(['invitation', 'arrival', ...WebhookEvent.options]);
export type DeliveryKind = z.infer<typeof DeliveryKind>;

/** Why a try failed: a class, never the words of the other side, which may quote an address. */
export const DeliveryFault = z.enum([
  /** The name of the machine is not known. */
  'unknown-machine',
  'no-connection',
  'timeout',
  /** No TLS, or a certificate that is not trusted. */
  'tls',
  /** User name or password are not taken. */
  'login',
  /** Refused for good (SMTP 5xx, RFC 5321): the recipient, the sender, or the message. */
  'recipient-refused',
  'sender-refused',
  'message-refused',
  /** Refused for now (SMTP 4xx). */
  'try-later',
  /** HTTP answers that are no success, by class (RFC 9110); redirects are not followed. */
  'redirect',
  'client-error',
  'server-error',
  /** 410: the endpoint asks to be left alone. */
  'endpoint-gone',
  /** What the delivery is about has been purged, cancelled or used. */
  'gone',
  /** Mail or the webhook is switched off. */
  'switched-off',
  /** Anything else; the log of Foyer says more. */
  'other',
]);
export type DeliveryFault = z.infer<typeof DeliveryFault>;

export const Delivery = z.strictObject({
  deliveryId: DeliveryId,
  kind: DeliveryKind,
  /** The name the office gave the webhook; null for mail. */
  webhook: z.string().nullable(),
  state: z.enum(['waiting', 'delivered', 'given-up', 'cancelled']),
  madeAt: EpochMs,
  tries: z.number().int(),
  lastTriedAt: EpochMs.nullable(),
  /** When it is tried again; null unless waiting. */
  nextAt: EpochMs.nullable(),
  fault: DeliveryFault.nullable(),
  /** Whether there is still something to send. */
  canResend: z.boolean(),
});
export type Delivery = z.output<typeof Delivery>;

const onDelivery = z.strictObject({ deliveryId: DeliveryId });

export const outbox = {
  'outbox.deliveries': query({
    summary: 'Deliveries, newest first, at most 200, and how many are in which state.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ state: z.enum(['all', 'waiting', 'given-up']) }),
    output: z.strictObject({
      deliveries: z.array(Delivery),
      counts: z.strictObject({
        waiting: z.number().int(),
        delivered: z.number().int(),
        givenUp: z.number().int(),
        cancelled: z.number().int(),
      }),
    }),
  }),
  'outbox.resend': command({
    summary:
      'Tries a delivery again at once, for a day from now. An invitation whose code is gone gets a new one, and the old one stops working; `nothing-to-send` where all it was about is gone.',
    access: ['privacy', 'administrator'],
    input: onDelivery,
    output: z.strictObject({}),
  }),
  'outbox.cancel': command({
    summary: 'A waiting delivery is not tried again, and what it would have sent is deleted.',
    access: ['privacy', 'administrator'],
    input: onDelivery,
    output: z.strictObject({}),
  }),
} as const;
