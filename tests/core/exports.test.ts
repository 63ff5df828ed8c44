import { describe, expect, test } from 'vitest';
import { day, minute } from '../../src/main/core/time.ts';
import type { CallInput, CallOutput } from '../../src/shared/contract/contract.ts';
import { ExportColumn, exportPageVisits } from '../../src/shared/contract/exports.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const march: CallInput<'exports.start'> = {
  from: '2026-03-01',
  to: '2026-03-31',
  purpose: 'incident',
  format: 'csv',
  columns: ['arrivedAt', 'name'],
};

async function desk(): Promise<TestApp> {
  const app = createTestApp();
  await app.setUp();
  await app.signIn();
  return app;
}

async function readAll({ call }: TestApp, exportId: string): Promise<CallOutput<'exports.page'>['visits']> {
  const visits = [];
  for (let page = 0; ; page += 1) {
    const read = await call('console', 'exports.page', { exportId, page });
    visits.push(...read.visits);
    if (!read.more) return visits;
  }
}

const entries = ({ app, database }: TestApp): { act: string; subject: string; detail: string }[] => {
  app.tick();
  return database
    .prepare<[], { act: string; subject: string; detail: string }>(
      "SELECT act, subject, detail FROM audit WHERE act LIKE 'exports.%' ORDER BY sequence",
    )
    .all();
};

describe('an export', () => {
  test('has each visit of the period once, oldest first, over more pages than one', async () => {
    const app = await desk();
    await app.arrive('Before');
    app.clock.advance(day);
    const names: string[] = [];
    for (let number = 0; number < exportPageVisits + 3; number += 1) {
      const name = `Visitor ${number}`;
      names.push(name);
      await app.arrive(name);
      // Several within one instant.
      if (number % 7 === 0) app.clock.advance(10);
    }
    app.clock.advance(day);
    await app.signIn();
    await app.arrive('After');
    const span = { from: '2026-03-03', to: '2026-03-03' };
    expect(await app.call('console', 'exports.count', span)).toEqual({ visits: names.length, restricted: 0 });
    const { exportId, visits } = await app.call('console', 'exports.start', { ...march, ...span });
    expect(visits).toBe(names.length);
    expect((await readAll(app, exportId)).map(({ name }) => name)).toEqual(names);
  });

  test('counts more visits than it counts at once, and others have their turn meanwhile', async () => {
    const app = await desk();
    await app.arrive('Somebody');
    const many = 20_003;
    app.database
      .prepare(
        `WITH RECURSIVE number (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < ?)
         INSERT INTO visit (id, arrived_at, departed_at, departure, host, language, notice_sequence, card_due)
         SELECT 'v' || n, arrived_at + n / 3, arrived_at + n, 'signed-out', host, language, notice_sequence, 0
         FROM number, (SELECT * FROM visit)`,
      )
      .run(many);
    const counting = app.call('console', 'exports.count', { from: march.from, to: march.to });
    const order: string[] = [];
    await Promise.all([
      counting.then(({ visits }) => order.push(`counted ${visits}`)),
      app.call('console', 'visits.onSite', {}).then(() => order.push('list')),
    ]);
    expect(order).toEqual(['list', `counted ${many + 1}`]);
  });

  test('has exactly the columns asked for', async () => {
    const app = await desk();
    await app.arrive('Vigga Holm');
    for (const columns of [['company'], ['visitId', 'email'], ExportColumn.options] as const) {
      const start = { ...march, columns: [...columns] };
      const { exportId } = await app.call('console', 'exports.start', start);
      const [visit] = await readAll(app, exportId);
      expect(Object.keys(visit ?? {}).sort()).toEqual([...columns].sort());
    }
  });

  test('is in the audit before it is read and once it was, by codes alone', async () => {
    const app = await desk();
    await app.arrive('Canary Person');
    const { exportId } = await app.call('console', 'exports.start', march);
    expect(entries(app)).toEqual([
      {
        act: 'exports.start',
        subject: exportId,
        detail: 'incident csv 2026-03-01 2026-03-31 visits=1 restricted=0 arrivedAt name',
      },
    ]);
    await readAll(app, exportId);
    app.clock.advance(1_000);
    expect(entries(app).at(-1)).toEqual({ act: 'exports.page', subject: exportId, detail: 'visits=1' });
    expect(JSON.stringify([entries(app), app.log, app.events])).not.toMatch(/canary/i);
  });

  test('gives a page again that got lost, and no page out of order', async () => {
    const app = await desk();
    for (let number = 0; number < exportPageVisits + 1; number += 1) await app.arrive(`Visitor ${number}`);
    const { exportId } = await app.call('console', 'exports.start', march);
    const read = (page: number) => app.reply('console', 'exports.page', { exportId, page });
    expect(await read(1)).toMatchObject({ code: 'bad-input', fields: { page: 'order' } });
    const first = await read(0);
    expect(await read(0)).toEqual(first);
    const second = await read(1);
    expect(second).toMatchObject({ ok: true, value: { visits: [{ name: 'Visitor 500' }], more: false } });
    expect(await read(1)).toEqual(second);
    expect(await read(0)).toMatchObject({ code: 'bad-input' });
  });

  test('leaves out whom the purge took meanwhile, and whoever came later', async () => {
    const app = await desk();
    await app.arrive('Long Ago');
    app.clock.advance(30 * day);
    await app.signIn();
    await app.arrive('Of Today');
    const start = { ...march, from: '2026-03-01', to: '2026-04-30' };
    const { exportId, visits } = await app.call('console', 'exports.start', start);
    expect(visits).toBe(2);
    await app.arrive('Too Late');
    await app.call('console', 'retention.change', { contactDays: 5, visitDays: 5, cardLinkDays: 5 });
    await app.call('console', 'retention.purgeNow', { confirmed: true });
    app.settle();
    expect((await readAll(app, exportId)).map(({ name }) => name)).toEqual(['Of Today']);
    app.clock.advance(1_000);
    expect(entries(app).at(-1)?.detail).toBe('visits=1');
  });

  test('keeps visits whose contact details are purged, without them', async () => {
    const app = await desk();
    await app.call('console', 'retention.change', { contactDays: 5, visitDays: 30, cardLinkDays: 30 });
    await app.arrive('Canary Person');
    app.clock.advance(10 * day);
    app.settle();
    await app.signIn();
    const start = { ...march, columns: ['name', 'email', 'phone', 'company', 'departure'] as never };
    const { exportId } = await app.call('console', 'exports.start', start);
    expect(await readAll(app, exportId)).toEqual([
      { name: '', email: '', phone: '', company: '', departure: 'unconfirmed' },
    ]);
  });

  test('is read by the screen that started it, while it reads', async () => {
    const app = await desk();
    await app.arrive('Vigga Holm');
    await app.signIn('console-2');
    const { exportId } = await app.call('console', 'exports.start', march);
    const page = { exportId, page: 0 };
    expect(await app.reply('console', 'exports.page', page, 'console-2')).toMatchObject({
      code: 'not-found',
    });
    app.clock.advance(11 * minute);
    await app.signIn();
    expect(await app.reply('console', 'exports.page', page)).toMatchObject({ code: 'not-found' });
  });

  test('that cannot be is refused at its field', async () => {
    const app = await desk();
    for (const [wrong, fields] of [
      [{ columns: [] }, { columns: 'required' }],
      [{ columns: ['name', 'name'] }, { columns: 'repeated' }],
      [{ to: '2026-02-01' }, { to: 'order' }],
    ] as const)
      expect(await app.reply('console', 'exports.start', { ...march, ...wrong } as never)).toMatchObject({
        code: 'bad-input',
        fields,
      });
  });
});
