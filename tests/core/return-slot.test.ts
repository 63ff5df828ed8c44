/** The reader at the kiosk that takes cards back. */
import { describe, expect, it } from 'vitest';
import type { CardReading } from '../../src/main/readers/card-read.ts';
import { createTestApp } from '../support/app.ts';

const credential = { format: 'DEC', facility: null, number: '6613779' } as const;
const reading: CardReading = { kind: 'credential', credential };

async function setUp() {
  const test = createTestApp();
  await test.setUp();
  await test.signIn('console-1', ['reception', 'privacy']);
  const { card } = await test.call('console', 'cards.register', {
    label: 'Card 1',
    type: 'visitor',
    source: { by: 'number', credential },
  });
  const visitId = await test.arrive('Maja Berg');
  const slot = (what: CardReading = reading): void =>
    test.app.cardRead({
      readerId: 'slot',
      readerName: 'Slot',
      profile: 'simulated',
      place: 'kiosk',
      at: test.clock.monotonic(),
      reading: what,
    });
  const outcomes = () =>
    test.events.flatMap(({ event, doors }) =>
      event.type === 'card.returned' ? [`${event.readerId} ${event.outcome} ${doors.join()}`] : [],
    );
  const stateOf = async () => (await test.call('console', 'cards.list', {})).cards[0]?.state;
  const onSite = async () => (await test.call('console', 'visits.onSite', {})).visits.length;
  const issue = () => test.call('console', 'cards.issue', { cardId: card.cardId, visitId });
  return { ...test, card, visitId, slot, outcomes, stateOf, onSite, issue };
}

describe('a card put into the slot', () => {
  it('that is out comes back, and its visitor is signed out', async () => {
    const desk = await setUp();
    await desk.issue();
    const before = desk.events.length;
    desk.slot();
    expect(desk.outcomes()).toEqual(['slot signed-out kiosk']);
    expect(desk.events.slice(before).map(({ event }) => event)).toEqual([
      { type: 'changed', areas: ['cards', 'visits'] },
      { type: 'card.returned', readerId: 'slot', outcome: 'signed-out' },
    ]);
    expect(await desk.stateOf()).toBe('in-stock');
    expect(await desk.onSite()).toBe(0);
    const { visit } = await desk.call('console', 'visits.get', { visitId: desk.visitId });
    expect(visit).toMatchObject({ departure: 'card-returned', departedAt: desk.clock.now() });
  });

  it('is audited with the card and a code, and shown at the card pad', async () => {
    const desk = await setUp();
    await desk.issue();
    desk.slot();
    const { entries } = await desk.call('console', 'audit.entries', { before: null });
    expect(entries[0]).toMatchObject({
      act: 'cards.return',
      staffId: null,
      subject: desk.card.cardId,
      detail: 'kiosk-signed-out',
    });
    const { events } = await desk.call('console', 'cards.recent', {});
    expect(events[0]).toMatchObject({ act: 'returned-signed-out', label: 'Card 1' });
    expect(JSON.stringify(desk.events)).not.toContain('6613779');
  });

  it('whose visitor has left already only comes back', async () => {
    const desk = await setUp();
    await desk.issue();
    await desk.call('console', 'visits.depart', { visitId: desk.visitId });
    desk.slot();
    expect(desk.outcomes()).toEqual(['slot returned kiosk']);
    expect(await desk.stateOf()).toBe('in-stock');
    expect((await desk.call('console', 'cards.recent', {})).events[0]).toMatchObject({ act: 'returned' });
  });

  it('that lies there gives the same answer; later, and when it is in stock, it is not out', async () => {
    const desk = await setUp();
    desk.slot();
    await desk.issue();
    desk.slot();
    desk.clock.advance(3_000);
    desk.slot();
    desk.clock.advance(10_000);
    desk.slot();
    expect(desk.outcomes().map((outcome) => outcome.split(' ')[1])).toEqual([
      'not-out',
      'signed-out',
      'signed-out',
      'not-out',
    ]);
    const { entries } = await desk.call('console', 'audit.entries', { before: null });
    expect(entries.filter(({ act }) => act === 'cards.return')).toHaveLength(1);
  });

  it('issued anew within that time comes back anew', async () => {
    const desk = await setUp();
    await desk.issue();
    desk.slot();
    desk.clock.advance(2_000);
    const visitId = await desk.arrive('Jonas Lind');
    await desk.call('console', 'cards.issue', { cardId: desk.card.cardId, visitId });
    desk.slot();
    expect(await desk.stateOf()).toBe('in-stock');
    expect(await desk.onSite()).toBe(0);
  });

  it.each(['lost', 'blocked'] as const)('that is %s stays so', async (reason) => {
    const desk = await setUp();
    await desk.issue();
    await desk.call('console', 'cards.block', { cardId: desk.card.cardId, reason });
    desk.slot();
    expect(desk.outcomes()).toEqual(['slot not-out kiosk']);
    expect(await desk.stateOf()).toBe(reason);
    expect(await desk.onSite()).toBe(1);
  });

  it('that is not one of ours, or that cannot be read, changes nothing and opens no pad', async () => {
    const desk = await setUp();
    await desk.issue();
    desk.slot({ kind: 'credential', credential: { ...credential, number: '1' } });
    desk.slot({ kind: 'unreadable', reason: 'parity' });
    expect(desk.outcomes()).toEqual(['slot not-out kiosk', 'slot unreadable kiosk']);
    expect(desk.events.some(({ event }) => event.type === 'card.tapped')).toBe(false);
    expect(await desk.stateOf()).toBe('issued');
    expect(await desk.onSite()).toBe(1);
  });

  it('with a failing disk stays out as it was, and the visitor is sent to the desk', async () => {
    const desk = await setUp();
    await desk.issue();
    desk.database.exec(
      "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk'); END",
    );
    desk.slot();
    expect(desk.outcomes()).toEqual(['slot unreadable kiosk']);
    desk.database.exec('DROP TRIGGER no_audit');
    expect(await desk.stateOf()).toBe('issued');
    expect(await desk.onSite()).toBe(1);
    expect(desk.log.some(({ event, call }) => event === 'fault' && call === 'card.returned')).toBe(true);
  });
});
