/** The description of the HTTP interface: valid, and true of what the interface does. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { contract } from '../../src/shared/contract/contract.ts';
import { WebhookEvent } from '../../src/shared/contract/outbox.ts';
import { WebhookBody } from '../../src/shared/contract/webhooks.ts';
import { openApiDocument } from '../../src/shared/openapi.ts';
import { createOutboxApp } from '../outbox/support/outbox-app.ts';

// Through JSON, as it is served.
const served = () => JSON.parse(JSON.stringify(openApiDocument())) as Record<string, unknown>;

it('is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(served());
  expect(errors).toBeUndefined();
  expect([valid, validator.version]).toEqual([true, '3.1']);
});

it('is refused by the validator where a piece is missing', async () => {
  const { info: _info, ...rest } = served();
  expect((await new Validator().validate(rest)).valid).toBe(false);
});

it('refers to nothing that is not there', () => {
  const { components } = openApiDocument();
  const references = [...JSON.stringify(served()).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(10);
  for (const [, name] of references) expect(components.schemas).toHaveProperty(name ?? '');
});

it('asks for exactly the fields that the call takes', () => {
  const { Invitation } = openApiDocument().components.schemas as unknown as Record<
    string,
    { properties: object; required: string[] }
  >;
  const { invitation } = contract['integrations.invite'].input.shape;
  expect(Object.keys(Invitation?.properties ?? {}).sort()).toEqual(Object.keys(invitation.shape).sort());
  expect(Invitation?.required.toSorted()).toEqual(['email', 'externalId', 'name', 'validOn']);
});

it('describes every webhook, and every body sent is one of them', async () => {
  expect(Object.keys(openApiDocument().webhooks)).toEqual(WebhookEvent.options);
  const test = await createOutboxApp();
  await test.addWebhook(WebhookEvent.options);
  const visitId = await test.arrive('Anna Canary');
  const source = { by: 'number', credential: { format: 'H10301', facility: '118', number: '7' } } as const;
  const { card } = await test.call('console', 'cards.register', { label: 'Card 7', type: 'visitor', source });
  const { cardId } = card;
  await test.call('console', 'cards.issue', { cardId, visitId });
  await test.call('console', 'cards.return', { cardId, signOut: true });
  await test.call('console', 'cards.block', { cardId, reason: 'blocked' });
  await test.deliver();
  const { webhooks } = await test.call('console', 'webhooks.list', {});
  await test.call('console', 'webhooks.test', { webhookId: webhooks[0]?.webhookId as never });
  const types = test.courier.webhooks.map(({ body }) => WebhookBody.parse(JSON.parse(body)).type);
  expect(new Set(types)).toEqual(new Set([...WebhookEvent.options, 'test']));
});
