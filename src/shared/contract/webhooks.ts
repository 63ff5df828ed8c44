/** Webhooks: addresses of other programs that are told about visits and cards, without personal data. */
import { z } from 'zod';
import { Line } from '../text.ts';
import { CardId, EpochMs, VisitId, WebhookId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { isLoopback } from './mail.ts';
import { DeliveryFault, WebhookEvent } from './outbox.ts';
import { Departure } from './visits.ts';

/** The most endpoints of one site: every one is a row for every event. */
export const mostWebhooks = 10;

/**
 * Where a webhook goes: `https`, or `http` to this machine. Messages: `required`, `web-address`, `https-needed`.
 */
export const WebhookAddress = z
  .string('required')
  .trim()
  .max(500, 'too-long')
  .superRefine((text, context) => {
    const message = text === '' ? 'required' : faultOf(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

function faultOf(text: string): string | null {
  // `URL` is there in browsers and in Node, but the shared folder sees the types of neither.
  const parts = /^(https?):\/\/([^/?#\s@]+)([/?][^#\s]*)?$/i.exec(text);
  if (parts === null) return 'web-address';
  const machine = (parts[2] ?? '').replace(/:\d{1,5}$/, '');
  if (!/^(\[[0-9a-f:.]+\]|[\p{L}\p{N}.-]+)$/iu.test(machine)) return 'web-address';
  return parts[1]?.toLowerCase() === 'https' || isLoopback(machine) ? null : 'https-needed';
}

const details = z.strictObject({
  name: Line,
  address: WebhookAddress,
  events: z.array(WebhookEvent).min(1, 'required').max(WebhookEvent.options.length),
  enabled: z.boolean(),
});
export type WebhookDetails = z.output<typeof details>;

export const Webhook = details.extend({
  webhookId: WebhookId,
  address: z.string(),
  name: z.string(),
  madeAt: EpochMs,
});
export type Webhook = z.output<typeof Webhook>;

const body = <Type extends WebhookEvent | 'test', Data extends z.ZodType>(type: Type, data: Data) =>
  /** `timestamp`: when it happened, ISO 8601 in UTC. */
  z.strictObject({ type: z.literal(type), timestamp: z.iso.datetime(), data });

/** `visitId` null: no visit, or one that has been purged. */
const aboutCard = z.strictObject({ cardId: CardId, cardLabel: z.string(), visitId: VisitId.nullable() });

/** What an endpoint is sent: ids and times, and the label of a card. */
export const WebhookBody = z.discriminatedUnion('type', [
  body('visit.signed-in', z.strictObject({ visitId: VisitId })),
  body('visit.departed', z.strictObject({ visitId: VisitId, departure: Departure })),
  body('card.issued', aboutCard),
  body('card.returned', aboutCard),
  /** Blocked, or reported as lost. */
  body('card.blocked', aboutCard),
  body('test', z.strictObject({})),
]);
export type WebhookBody = z.output<typeof WebhookBody>;

const onWebhook = z.strictObject({ webhookId: WebhookId });
/** `whsec_` and 32 random bytes in base64, as Standard Webhooks writes it. */
const secret = z.string();

export const webhooks = {
  'webhooks.list': query({
    summary: 'The endpoints, without their secrets.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ webhooks: z.array(Webhook) }),
  }),
  'webhooks.add': command({
    summary: 'Adds an endpoint and answers with its secret, which is shown this once. `too-many` above ten.',
    access: ['administrator'],
    input: details,
    output: z.strictObject({ webhook: Webhook, secret }),
  }),
  'webhooks.change': command({
    summary: 'Changes an endpoint or switches it on or off; its secret stays.',
    access: ['administrator'],
    input: details.extend({ webhookId: WebhookId }),
    output: z.strictObject({ webhook: Webhook }),
  }),
  'webhooks.renewSecret': command({
    summary: 'A new secret, shown this once; deliveries from now on are signed with it.',
    access: ['administrator'],
    input: onWebhook,
    output: z.strictObject({ secret }),
  }),
  'webhooks.remove': command({
    summary: 'Removes an endpoint and its deliveries.',
    access: ['administrator'],
    input: onWebhook,
    output: z.strictObject({}),
  }),
  'webhooks.test': command({
    summary: 'Sends one message of the type `test` at once and says how it went. Five a minute.',
    access: ['administrator'],
    input: onWebhook,
    output: z.strictObject({ fault: DeliveryFault.nullable() }),
  }),
} as const;
