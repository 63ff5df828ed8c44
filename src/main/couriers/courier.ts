/** The couriers of a running Foyer: mail and webhooks. The only code of the core's process that opens connections. */
import type { Courier } from '../core/outbox/courier.ts';
import { createMailCourier } from './mail-courier.ts';
import { createWebhookCourier } from './webhook-courier.ts';

export interface CourierParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Certificates (PEM) beside those the system trusts; for tests. */
  readonly trusted?: readonly string[];
}

export function createCourier({ now, trusted = [] }: CourierParts): Courier {
  return { mail: createMailCourier(trusted), webhook: createWebhookCourier({ now, trusted }) };
}
