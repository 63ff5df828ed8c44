/** Deliveries to the outside, and where they go. */
import type { OutboxStore, StoredDelivery, StoredWebhook } from '../core/outbox/outbox-store.ts';
import type { Database } from './database.ts';

interface WebhookRow {
  readonly sequence: number;
  readonly id: string;
  readonly made_at: number;
  readonly name: string;
  readonly address: string;
  readonly events: string;
  readonly secret: string;
  readonly enabled: number;
}

const rows = `
  SELECT delivery.sequence, delivery.id, kind, state, delivery.made_at AS madeAt, until_at AS untilAt,
    webhook_sequence AS webhookSequence, webhook.name AS webhookName, invitation_sequence AS invitationSequence,
    visit_sequence AS visitSequence, body, tries, last_tried_at AS lastTriedAt, next_at AS nextAt, fault
  FROM delivery LEFT JOIN webhook ON webhook.sequence = delivery.webhook_sequence`;

function toWebhook(row: WebhookRow): StoredWebhook {
  const { sequence, id, made_at, name, address, events, secret, enabled } = row;
  return {
    sequence,
    id: id as StoredWebhook['id'],
    madeAt: made_at,
    name,
    address,
    events: JSON.parse(events) as StoredWebhook['events'],
    secret,
    enabled: enabled === 1,
  };
}

export function createOutboxStore(database: Database): OutboxStore {
  const insert = database.prepare(
    `INSERT INTO delivery (id, kind, made_at, until_at, webhook_sequence, invitation_sequence, visit_sequence, body,
       state, next_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
  );
  const byId = database.prepare<[string], StoredDelivery>(`${rows} WHERE delivery.id = ?`);
  const due = database.prepare<[number, number], StoredDelivery>(
    `${rows} WHERE next_at <= ? ORDER BY next_at, delivery.sequence LIMIT ?`,
  );
  const tried = database.prepare(
    'UPDATE delivery SET tries = tries + 1, last_tried_at = ?, next_at = ? WHERE sequence = ? AND next_at IS NOT NULL',
  );
  const failed = database.prepare('UPDATE delivery SET fault = ? WHERE sequence = ? AND next_at IS NOT NULL');
  const end = database.prepare(
    `UPDATE delivery SET state = ?, fault = ?, next_at = NULL, body = CASE ? WHEN 1 THEN body END
     WHERE sequence = ? AND state <> 'delivered'`,
  );
  const postpone = database.prepare(
    'UPDATE delivery SET next_at = ? WHERE sequence = ? AND next_at IS NOT NULL',
  );
  const again = database.prepare(
    `UPDATE delivery SET state = 'waiting', fault = NULL, tries = 0, body = ?, next_at = ?, until_at = ?
     WHERE sequence = ?`,
  );
  const all = database.prepare<[number], StoredDelivery>(`${rows} ORDER BY delivery.sequence DESC LIMIT ?`);
  const ofState = database.prepare<[string, number], StoredDelivery>(
    `${rows} WHERE state = ? ORDER BY delivery.sequence DESC LIMIT ?`,
  );
  const counts = database.prepare<[], { state: string; number: number }>(
    'SELECT state, count(*) AS number FROM delivery GROUP BY state',
  );
  const forget = database.prepare(
    `DELETE FROM delivery WHERE sequence IN
       (SELECT sequence FROM delivery WHERE made_at < ? AND state <> 'waiting' ORDER BY made_at LIMIT ?)`,
  );
  const invitationMails = database.prepare<[], { invitation: number; state: StoredDelivery['state'] }>(
    `SELECT invitation_sequence AS invitation, state FROM delivery
     WHERE invitation_sequence IS NOT NULL ORDER BY sequence`,
  );
  const cancelFor = database.prepare(
    `UPDATE delivery SET state = 'cancelled', fault = 'gone', next_at = NULL, body = NULL
     WHERE invitation_sequence = ? AND next_at IS NOT NULL`,
  );
  const mail = database.prepare<[], { settings: string; password: string }>(
    'SELECT settings, password FROM mail',
  );
  const setMail = database.prepare(
    `INSERT INTO mail (one, settings, password) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET settings = excluded.settings, password = excluded.password`,
  );
  const webhooks = database.prepare<[], WebhookRow>('SELECT * FROM webhook ORDER BY sequence');
  const addWebhook = database.prepare(
    'INSERT INTO webhook (id, made_at, name, address, events, secret, enabled) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const changeWebhook = database.prepare(
    'UPDATE webhook SET name = ?, address = ?, events = ?, enabled = ? WHERE sequence = ?',
  );
  const setSecret = database.prepare('UPDATE webhook SET secret = ? WHERE sequence = ?');
  const removeWebhook = database.prepare('DELETE FROM webhook WHERE sequence = ?');
  const visitId = database.prepare<[number], string>('SELECT id FROM visit WHERE sequence = ?').pluck();
  const card = database.prepare<[number], { id: string; label: string }>(
    'SELECT id, label FROM card WHERE sequence = ?',
  );
  const loan = database.prepare<[number], { cardSequence: number; visitSequence: number | null }>(
    'SELECT card_sequence AS cardSequence, visit_sequence AS visitSequence FROM loan WHERE sequence = ?',
  );

  return {
    insert(delivery) {
      const { id, kind, madeAt, untilAt, webhookSequence, invitationSequence, visitSequence, body } =
        delivery;
      insert.run(id, kind, madeAt, untilAt, webhookSequence, invitationSequence, visitSequence, body, madeAt);
    },
    byId: (id) => byId.get(id),
    due: (now, limit) => due.all(now, limit),
    tried(sequence, at, nextAt) {
      tried.run(at, nextAt, sequence);
    },
    failed: (sequence, fault) => failed.run(fault, sequence).changes > 0,
    end(sequence, state, fault, keepBody) {
      end.run(state, fault, keepBody ? 1 : 0, sequence);
    },
    postpone(sequence, nextAt) {
      postpone.run(nextAt, sequence);
    },
    again(sequence, body, at, untilAt) {
      again.run(body, at, untilAt, sequence);
    },
    list: (state, limit) => (state === 'all' ? all.all(limit) : ofState.all(state, limit)),
    counts() {
      const result = { waiting: 0, delivered: 0, 'given-up': 0, cancelled: 0 };
      for (const { state, number } of counts.all()) result[state as keyof typeof result] = number;
      return result;
    },
    forget: (before, limit) => forget.run(before, limit).changes,
    invitationMails: () =>
      new Map(invitationMails.all().map(({ invitation, state }) => [invitation, state] as const)),
    cancelFor(invitationSequence) {
      cancelFor.run(invitationSequence);
    },
    mail() {
      const row = mail.get();
      return row && { settings: JSON.parse(row.settings), password: row.password };
    },
    setMail(settings, password) {
      setMail.run(JSON.stringify(settings), password);
    },
    webhooks: () => webhooks.all().map(toWebhook),
    addWebhook({ id, madeAt, name, address, events, secret, enabled }) {
      addWebhook.run(id, madeAt, name, address, JSON.stringify(events), secret, enabled ? 1 : 0);
    },
    changeWebhook(sequence, { name, address, events, enabled }) {
      changeWebhook.run(name, address, JSON.stringify(events), enabled ? 1 : 0, sequence);
    },
    setSecret(sequence, secret) {
      setSecret.run(secret, sequence);
    },
    removeWebhook(sequence) {
      removeWebhook.run(sequence);
    },
    visitId: (sequence) => visitId.get(sequence) as ReturnType<OutboxStore['visitId']>,
    card: (sequence) => card.get(sequence) as ReturnType<OutboxStore['card']>,
    loan: (sequence) => loan.get(sequence),
  };
}
