import { describe, expect, it } from 'vitest';
import { createTestApp, mondayMorning } from '../support/app.ts';

async function readyApp() {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  return test;
}

describe('arriving', () => {
  it('shows the visitor on site, waiting for a card', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Søren Kjærgaard');
    const { visits, counts } = await test.call('console', 'visits.onSite', {});
    expect(visits).toMatchObject([{ visitId, name: 'Søren Kjærgaard', card: { state: 'waiting' } }]);
    expect(counts).toMatchObject({ onSite: 1, waitingForCard: 1, cardsOut: 0, arrivedToday: 1 });
  });

  it('registers once when the same message comes twice', async () => {
    const test = await readyApp();
    const visitId = test.newVisitId();
    await test.arrive('Anna Example', { visitId });
    test.clock.advance(5_000);
    await test.arrive('Anna Example', { visitId });
    const { counts } = await test.call('console', 'visits.onSite', {});
    expect(counts.onSite).toBe(1);
  });

  it('refuses a notice that is no longer the one in force', async () => {
    const test = await readyApp();
    const { noticeId } = await test.call('kiosk', 'notice.current', { language: 'en' });
    await test.call('console', 'retention.change', { contactDays: 7, visitDays: 7, cardLinkDays: 7 });
    const after = await test.call('kiosk', 'notice.current', { language: 'en' });
    expect(after.noticeId).not.toBe(noticeId);
    expect(after.version).toBe(2);
    await expect(test.arrive('Late Reader', { noticeId })).rejects.toThrow('notice-outdated');
    const { counts } = await test.call('console', 'visits.onSite', {});
    expect(counts.onSite).toBe(0);
  });

  it('records which notice the visitor saw, and audits who looks', async () => {
    const test = await readyApp();
    const notice = await test.call('kiosk', 'notice.current', { language: 'da' });
    const visitId = await test.arrive('Læser Eksempel', { language: 'da' });
    const seen = await test.call('console', 'visits.get', { visitId });
    expect(seen.notice).toMatchObject({
      noticeId: notice.noticeId,
      hash: notice.hash,
      language: 'da',
      version: 1,
    });
    expect(seen.contactPurgedAt).toBe(mondayMorning + 30 * 86_400_000);
    const { entries } = await test.call('console', 'audit.entries', { before: null });
    expect(entries[0]).toMatchObject({ act: 'visits.get', subject: visitId });
  });
});

describe('leaving', () => {
  it('signs out by name and e-mail whatever the letter case, and not by either alone', async () => {
    const test = await readyApp();
    await test.arrive('Ida Holm', { email: 'ida@example.com' });
    const wrong = await test.reply('kiosk', 'visits.signOut', { name: 'Ida', email: 'ida@example.com' });
    expect(wrong).toEqual({ ok: false, code: 'not-found' });
    await test.call('kiosk', 'visits.signOut', { name: 'ida  HOLM', email: 'IDA@example.com' });
    const { counts } = await test.call('console', 'visits.onSite', {});
    expect(counts.onSite).toBe(0);
  });

  it('stops guessing after five tries a minute', async () => {
    const test = await readyApp();
    const attempt = () => test.reply('kiosk', 'visits.signOut', { name: 'No One', email: 'no@example.com' });
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt()).toMatchObject({ code: 'not-found' });
    expect(await attempt()).toEqual({ ok: false, code: 'throttled', retryAfterSeconds: 60 });
    test.clock.advance(61_000);
    expect(await attempt()).toMatchObject({ code: 'not-found' });
  });

  it('closes what is still open in the evening as unconfirmed, not as departed', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Gone Home');
    test.clock.advance(24 * 3_600_000);
    test.settle();
    await test.signIn();
    const { visit } = await test.call('console', 'visits.get', { visitId });
    expect(visit.departure).toBe('unconfirmed');
    // 2026-03-02 ends at 23:00 UTC in Copenhagen.
    expect(visit.departedAt).toBe(Date.UTC(2026, 2, 2, 23) - 1);
    const { counts } = await test.call('console', 'visits.onSite', {});
    expect(counts).toMatchObject({ onSite: 0, unconfirmedDepartures: 1 });
  });
});

describe('correcting', () => {
  it('keeps the new text, finds it, and audits field names without content', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Jon Exampel');
    await test.call('console', 'visits.correct', {
      visitId,
      name: 'John Example',
      email: 'jonexampel@example.com',
      phone: '+45 12 34 56 78',
      company: 'Example ApS',
      host: 'Someone Else',
    });
    const found = await test.call('console', 'visits.search', { text: 'john', scope: 'all' });
    expect(found.results.map((row) => row.name)).toEqual(['John Example']);
    const { entries } = await test.call('console', 'audit.entries', { before: null });
    const entry = entries.find(({ act }) => act === 'visits.correct');
    expect(entry).toMatchObject({ subject: visitId, detail: 'name host' });
    expect(JSON.stringify(entries)).not.toMatch(/john|someone/i);
  });
});

describe('searching', () => {
  it('finds soren for Søren, today first, and says what matched', async () => {
    const test = await readyApp();
    await test.arrive('Søren Gammel');
    test.clock.advance(24 * 3_600_000);
    await test.signIn();
    await test.arrive('Søren Ny', { phone: '+45 98 76 54 32' });
    const { results } = await test.call('console', 'visits.search', { text: 'soren', scope: 'all' });
    expect(results.map(({ name, today }) => [name, today])).toEqual([
      ['Søren Ny', true],
      ['Søren Gammel', false],
    ]);
    expect(results[0]?.matched).toContain('name');
    const today = await test.call('console', 'visits.search', { text: 'soren', scope: 'today' });
    expect(today.results).toHaveLength(1);
    const byPhone = await test.call('console', 'visits.search', { text: '9876 5432', scope: 'all' });
    expect(byPhone.results).toMatchObject([{ name: 'Søren Ny', matched: ['phone'] }]);
  });

  it('finds the holder by the label of the card', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Kurt Kort');
    const { card } = await test.call('console', 'cards.register', {
      label: 'Card 042',
      type: 'visitor',
      source: { by: 'number', credential: { format: 'H10301', facility: '118', number: '1603' } },
    });
    await test.call('console', 'cards.issue', { cardId: card.cardId, visitId });
    const { results } = await test.call('console', 'visits.search', { text: 'card 042', scope: 'all' });
    expect(results).toMatchObject([{ visitId, matched: ['card'] }]);
  });

  it('audits one search by a hash after typing stops', async () => {
    const test = await readyApp();
    for (const text of ['s', 'so', 'sor', 'soren']) {
      await test.call('console', 'visits.search', { text, scope: 'all' });
      test.clock.advance(100);
    }
    test.clock.advance(2_000);
    test.settle();
    const { entries } = await test.call('console', 'audit.entries', { before: null });
    const searches = entries.filter(({ act }) => act === 'visits.search');
    expect(searches).toHaveLength(1);
    expect(searches[0]?.detail).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is filled again after a start', async () => {
    const first = await readyApp();
    await first.arrive('Åse Ældst');
    const second = createTestApp({ database: first.database, clock: first.clock });
    await second.signIn();
    const before = await second.call('console', 'visits.search', { text: 'aase', scope: 'all' });
    expect(before.complete).toBe(false);
    second.settle();
    const after = await second.call('console', 'visits.search', { text: 'aase', scope: 'all' });
    expect(after).toMatchObject({ complete: true, results: [{ name: 'Åse Ældst' }] });
  });
});
