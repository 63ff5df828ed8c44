/** A courier that keeps what it is given and answers what the test says. */
import type { Courier, Letter, WebhookMessage } from '../../../src/main/core/outbox/courier.ts';
import type { DeliveryFault } from '../../../src/shared/contract/outbox.ts';

export interface FakeCourier extends Courier {
  readonly letters: Letter[];
  readonly webhooks: WebhookMessage[];
  /** The answer from now on. */
  fault: DeliveryFault | null;
}

export function createFakeCourier(): FakeCourier {
  const courier: FakeCourier = {
    letters: [],
    webhooks: [],
    fault: null,
    async mail(_by, letter) {
      courier.letters.push(letter);
      return courier.fault;
    },
    async webhook(message) {
      courier.webhooks.push(message);
      return courier.fault;
    },
  };
  return courier;
}
