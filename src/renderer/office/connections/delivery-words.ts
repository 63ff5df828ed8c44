/** Words of deliveries. Their keys have a dash where the contract's names have a dot, which starts a level there. */
import type { DeliveryKind, WebhookEvent } from '../../../shared/contract/outbox.ts';

type Dashed<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}-${Verb}` : Name;

export function kindKey<Kind extends DeliveryKind>(kind: Kind): `deliveries.kinds.${Dashed<Kind>}` {
  return `deliveries.kinds.${kind.replace('.', '-') as Dashed<Kind>}`;
}

export function eventKey<Event extends WebhookEvent>(
  event: Event,
): `connections.webhooks.event.${Dashed<Event>}` {
  return `connections.webhooks.event.${event.replace('.', '-') as Dashed<Event>}`;
}
