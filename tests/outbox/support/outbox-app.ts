/** The real app with a courier that keeps what it is given. */
import type { CallInput } from '../../../src/shared/contract/contract.ts';
import type { WebhookEvent } from '../../../src/shared/contract/outbox.ts';
import type { HostId } from '../../../src/shared/vocabulary.ts';
import { createTestApp, createTestClock, type TestApp, type TestClock } from '../../support/app.ts';
import { createFakeCourier, type FakeCourier } from './fake-courier.ts';

export const mailSettings: CallInput<'mail.change'> = {
  enabled: true,
  host: 'mail.example.com',
  port: 587,
  security: 'starttls',
  userName: 'foyer',
  password: 'canary-password',
  senderName: 'Nordlys House',
  senderAddress: 'desk@nordlys.example',
  invitationMail: true,
  arrivalMail: true,
};

export const guest: CallInput<'invitations.make'> = {
  name: 'Anna Canary',
  email: 'anna.canary@example.com',
  phone: '',
  company: 'Canary Works',
  host: 'Mette Holm',
  validOn: '2026-03-02',
};

export interface OutboxApp extends TestApp {
  readonly courier: FakeCourier;
  /** Ticks, and lets the courier's answers come back. */
  deliver(): Promise<void>;
  addMette(): Promise<HostId>;
  addWebhook(events: readonly WebhookEvent[], name?: string): Promise<string>;
}

export async function createOutboxApp(clock: TestClock = createTestClock()): Promise<OutboxApp> {
  const courier = createFakeCourier();
  const test = createTestApp({ courier, clock });
  await test.setUp();
  await test.signIn();
  return {
    ...test,
    courier,
    async deliver() {
      for (let turn = 0; turn < 50; turn += 1) {
        test.clock.advance(600);
        test.settle();
        await new Promise((resume) => setImmediate(resume));
      }
    },
    async addMette() {
      const details = { name: 'Mette Holm', email: 'mette.holm@example.com', department: 'Sales', phone: '' };
      return (await test.call('console', 'hosts.add', details)).host.hostId;
    },
    async addWebhook(events, name = 'Building') {
      const input = { name, address: 'https://hooks.example.com/foyer', events: [...events], enabled: true };
      return (await test.call('console', 'webhooks.add', input)).secret;
    },
  };
}

/** Every byte the database holds, as text. */
export function everyValue(test: TestApp): string {
  const tables = test.database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  return JSON.stringify(tables.map((table) => test.database.prepare(`SELECT * FROM "${table}"`).all()));
}
