/** Who carries deliveries out of the house. Handed in by whoever composes the app; the core has no network. */
import type { MailSettings } from '../../../shared/contract/mail.ts';
import type { DeliveryFault } from '../../../shared/contract/outbox.ts';

/** A mail as it is written at the moment it is sent. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Drawn as a QR code, an inline PNG image with the content id `code`; null for none. */
  readonly qrText: string | null;
}

export interface WebhookMessage {
  readonly address: string;
  /** `whsec_` and base64. */
  readonly secret: string;
  /** The same in every try of one delivery. */
  readonly id: string;
  /** JSON, as it is sent and signed. */
  readonly body: string;
}

/** Both resolve to null when the other side has taken it, and never reject. */
export interface Courier {
  mail(
    by: { readonly settings: MailSettings; readonly password: string },
    letter: Letter,
  ): Promise<DeliveryFault | null>;
  webhook(message: WebhookMessage): Promise<DeliveryFault | null>;
}
