/** What the core asks of the store about deliveries, mail and webhooks. */
import type { MailSettings } from '../../../shared/contract/mail.ts';
import type { Delivery, DeliveryFault, DeliveryKind, WebhookEvent } from '../../../shared/contract/outbox.ts';
import type { WebhookDetails } from '../../../shared/contract/webhooks.ts';
import type { CardId, DeliveryId, EpochMs, VisitId, WebhookId } from '../../../shared/vocabulary.ts';

export type DeliveryState = Delivery['state'];

export interface StoredDelivery {
  readonly sequence: number;
  readonly id: DeliveryId;
  readonly kind: DeliveryKind;
  readonly state: DeliveryState;
  readonly madeAt: EpochMs;
  /** Tries end here. */
  readonly untilAt: EpochMs;
  readonly webhookSequence: number | null;
  readonly webhookName: string | null;
  readonly invitationSequence: number | null;
  readonly visitSequence: number | null;
  readonly body: string | null;
  readonly tries: number;
  readonly lastTriedAt: EpochMs | null;
  readonly nextAt: EpochMs | null;
  readonly fault: DeliveryFault | null;
}

export interface NewDelivery {
  readonly id: DeliveryId;
  readonly kind: DeliveryKind;
  readonly madeAt: EpochMs;
  readonly untilAt: EpochMs;
  readonly webhookSequence: number | null;
  readonly invitationSequence: number | null;
  readonly visitSequence: number | null;
  readonly body: string | null;
}

export interface StoredWebhook extends WebhookDetails {
  readonly sequence: number;
  readonly id: WebhookId;
  readonly madeAt: EpochMs;
  readonly secret: string;
}

export interface OutboxStore {
  insert(delivery: NewDelivery): void;
  byId(id: DeliveryId): StoredDelivery | undefined;
  /** Waiting and due, the longest due first. */
  due(now: EpochMs, limit: number): StoredDelivery[];
  /** One more try begins; `nextAt` is when another may. */
  tried(sequence: number, at: EpochMs, nextAt: EpochMs): void;
  /** A try failed; false where the delivery waits no more. */
  failed(sequence: number, fault: DeliveryFault): boolean;
  /** Ends a delivery in any state but delivered; `keepBody` only for what holds no personal data. */
  end(
    sequence: number,
    state: Exclude<DeliveryState, 'waiting'>,
    fault: DeliveryFault | null,
    keepBody: boolean,
  ): void;
  /** Looks again later, without a try. */
  postpone(sequence: number, nextAt: EpochMs): void;
  again(sequence: number, body: string | null, at: EpochMs, untilAt: EpochMs): void;
  list(state: DeliveryState | 'all', limit: number): StoredDelivery[];
  counts(): Readonly<Record<DeliveryState, number>>;
  /** Ended deliveries made before `before`; how many went. */
  forget(before: EpochMs, limit: number): number;
  /** The state of the latest mail of each invitation that has one, by its sequence. */
  invitationMails(): ReadonlyMap<number, DeliveryState>;
  /** Waiting mails about an invitation. */
  cancelFor(invitationSequence: number): void;

  mail(): { readonly settings: MailSettings; readonly password: string } | undefined;
  setMail(settings: MailSettings, password: string): void;

  webhooks(): StoredWebhook[];
  addWebhook(webhook: Omit<StoredWebhook, 'sequence'>): void;
  changeWebhook(sequence: number, details: WebhookDetails): void;
  setSecret(sequence: number, secret: string): void;
  removeWebhook(sequence: number): void;

  /** What a webhook says about a visit, a card, and a loan. */
  visitId(sequence: number): VisitId | undefined;
  card(sequence: number): { readonly id: CardId; readonly label: string } | undefined;
  loan(
    sequence: number,
  ): { readonly cardSequence: number; readonly visitSequence: number | null } | undefined;
}

/** The events a webhook is told about, when it is on. */
export function hears(webhook: StoredWebhook, event: WebhookEvent): boolean {
  return webhook.enabled && webhook.events.includes(event);
}
