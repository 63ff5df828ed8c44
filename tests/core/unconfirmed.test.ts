import { beforeEach, describe, expect, it } from 'vitest';
import type { VisitId } from '../../src/shared/vocabulary.ts';
import { createTestApp, mondayMorning, type TestApp } from '../support/app.ts';

const hour = 3_600_000;
const day = 24 * hour;

let test: TestApp;
let visitId: VisitId;
beforeEach(async () => {
  test = createTestApp();
  await test.setUp();
  visitId = await test.arrive('Gone Home');
  test.clock.advance(day);
  test.settle();
  await test.signIn();
});

const visit = async () => (await test.call('console', 'visits.get', { visitId })).visit;
const counts = async () => (await test.call('console', 'visits.onSite', {})).counts;

describe('a departure nobody confirmed', () => {
  it('is confirmed with its time, and is unconfirmed no more', async () => {
    expect((await visit()).departure).toBe('unconfirmed');
    const departedAt = mondayMorning + 9 * hour;
    await test.call('console', 'visits.confirmDeparture', { visitId, departedAt });
    expect(await visit()).toMatchObject({ departure: 'by-staff', departedAt });
    expect((await counts()).unconfirmedDepartures).toBe(0);
    const again = await test.reply('console', 'visits.confirmDeparture', { visitId, departedAt });
    expect(again).toMatchObject({ code: 'visit-closed' });
  });

  it.each([
    ['before the arrival', mondayMorning - 1],
    ['to come', mondayMorning + day + 1],
  ])('cannot have been %s', async (_name, departedAt) => {
    const reply = await test.reply('console', 'visits.confirmDeparture', { visitId, departedAt });
    expect(reply).toEqual({ ok: false, code: 'bad-input', fields: { departedAt: 'time-range' } });
    expect((await visit()).departure).toBe('unconfirmed');
  });

  it('was none: the visitor is on site until this evening, and no longer', async () => {
    await test.call('console', 'visits.reopen', { visitId });
    test.clock.advance(hour);
    test.settle();
    await test.signIn();
    expect(await counts()).toMatchObject({ onSite: 1, unconfirmedDepartures: 0 });
    test.clock.advance(day);
    test.settle();
    await test.signIn();
    expect(await visit()).toMatchObject({
      departure: 'unconfirmed',
      departedAt: Date.UTC(2026, 2, 3, 23) - 1,
    });
  });

  it('opened again still counts from the arrival, so that nothing is kept longer', async () => {
    await test.call('console', 'retention.change', { contactDays: 2, visitDays: 2, cardLinkDays: 2 });
    await test.call('console', 'visits.reopen', { visitId });
    for (let passed = 0; passed < 2 * day; passed += hour) {
      test.clock.advance(hour);
      test.settle();
    }
    expect(test.database.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
  });

  it('is only of a visit that the evening closed', async () => {
    const other = await test.arrive('Still Here');
    for (const name of ['visits.reopen', 'visits.confirmDeparture'] as const) {
      const input = { visitId: other, departedAt: test.clock.now() };
      const sent = name === 'visits.reopen' ? { visitId: other } : input;
      expect(await test.reply('console', name, sent as never)).toMatchObject({ code: 'visit-closed' });
    }
  });
});
