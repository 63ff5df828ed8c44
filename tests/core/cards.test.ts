import { describe, expect, it } from 'vitest';
import type { Credential } from '../../src/shared/contract/cards.ts';
import { createTestApp } from '../support/app.ts';

const credential: Credential = { format: 'H10301', facility: '118', number: '1603' };

async function readyApp() {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  const { card } = await test.call('console', 'cards.register', {
    label: 'Card 042',
    type: 'visitor',
    source: { by: 'number', credential },
  });
  return { ...test, cardId: card.cardId };
}

describe('tapping', () => {
  it('says which of our cards an unknown one may be, read byte-reversed, and never takes it for that', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn('console-1', ['reception']);
    const uid = (number: string) => ({ format: 'UID', facility: null, number }) as const;
    const { card } = await test.call('console', 'cards.register', {
      label: 'Card 14',
      type: 'visitor',
      source: { by: 'number', credential: uid('E43C3DA3') },
    });
    const read = async (number: string) => {
      const tap = test.tap({ kind: 'credential', credential: uid(number) });
      return (await test.call('console', 'cards.read', { tap })).reading;
    };
    expect(await read('A33D3CE4')).toEqual({
      kind: 'unknown',
      credential: uid('A33D3CE4'),
      lookalike: { cardId: card.cardId, label: 'Card 14' },
    });
    expect(await read('A33D3CE5')).toMatchObject({ kind: 'unknown', lookalike: null });
    expect(await read('E43C3DA3')).toMatchObject({ kind: 'known' });
  });

  it('says which of our cards four of seven bytes may be, and never takes them for it', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn('console-1', ['reception']);
    const { card } = await test.call('console', 'cards.register', {
      label: 'Card 15',
      type: 'visitor',
      source: { by: 'number', credential: { format: 'UID', facility: null, number: '04C43BC21C2680' } },
    });
    const read = async (number: string) => {
      const tap = test.tap({ kind: 'credential', credential: { format: 'HEX', facility: null, number } });
      return (await test.call('console', 'cards.read', { tap })).reading;
    };
    const lookalike = { cardId: card.cardId, label: 'Card 15' };
    expect(await read('8804C43B')).toMatchObject({ kind: 'unknown', lookalike });
    expect(await read('3BC40488')).toMatchObject({ kind: 'unknown', lookalike });
    expect(await read('8804C43C')).toMatchObject({ kind: 'unknown', lookalike: null });
    for (const reason of ['partial-uid', 'random-uid'] as const) {
      const tap = test.tap({ kind: 'unreadable', reason });
      expect((await test.call('console', 'cards.read', { tap })).reading).toEqual({
        kind: 'unreadable',
        reason,
      });
    }
  });

  it('registers an unknown card, then knows it and proposes the latest visitor waiting', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn();
    await test.arrive('First Waiting');
    test.clock.advance(1_000);
    await test.arrive('Second Waiting');
    const tap = test.tap({ kind: 'credential', credential });
    const unknown = await test.call('console', 'cards.read', { tap });
    expect(unknown.reading).toEqual({ kind: 'unknown', credential, lookalike: null });
    await test.call('console', 'cards.register', {
      label: 'Card 1',
      type: 'visitor',
      source: { by: 'tap', tap },
    });
    const known = await test.call('console', 'cards.read', {
      tap: test.tap({ kind: 'credential', credential }),
    });
    expect(known).toMatchObject({
      reading: { kind: 'known', card: { label: 'Card 1', state: 'in-stock' }, holder: null },
      next: { name: 'Second Waiting' },
    });
  });

  it('keeps the card number out of the event and forgets the tap after two minutes', async () => {
    const test = await readyApp();
    const tap = test.tap({ kind: 'credential', credential });
    expect(JSON.stringify(test.events)).not.toContain('1603');
    expect(test.events.at(-1)?.doors).toEqual(['console']);
    test.clock.advance(121_000);
    await test.signIn();
    expect(await test.reply('console', 'cards.read', { tap })).toMatchObject({ code: 'tap-expired' });
  });

  it('never guesses an unreadable card', async () => {
    const test = await readyApp();
    const tap = test.tap({ kind: 'unreadable', reason: 'parity' });
    const read = await test.call('console', 'cards.read', { tap });
    expect(read.reading).toEqual({ kind: 'unreadable', reason: 'parity' });
    const reply = await test.reply('console', 'cards.register', {
      label: 'X',
      type: 'visitor',
      source: { by: 'tap', tap },
    });
    expect(reply).toMatchObject({ code: 'tap-unreadable' });
  });
});

describe('issuing and returning', () => {
  it('links a card to one visit at a time', async () => {
    const test = await readyApp();
    const first = await test.arrive('First Holder');
    const second = await test.arrive('Second Holder');
    const { card } = await test.call('console', 'cards.issue', { cardId: test.cardId, visitId: first });
    expect(card).toMatchObject({ state: 'issued', holder: { name: 'First Holder' } });
    const reply = await test.reply('console', 'cards.issue', { cardId: test.cardId, visitId: second });
    expect(reply).toMatchObject({ code: 'card-issued' });
  });

  it('has the database itself forbid a second open loan', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Only Holder');
    await test.call('console', 'cards.issue', { cardId: test.cardId, visitId });
    const insert = test.database.prepare(
      `INSERT INTO loan (id, card_sequence, issued_at, due_at) SELECT 'x', sequence, 0, 0 FROM card`,
    );
    expect(() => insert.run()).toThrow(/UNIQUE/);
  });

  it('returns a card and signs its visitor out where asked', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Short Stay');
    await test.call('console', 'cards.issue', { cardId: test.cardId, visitId });
    const { card, signedOut } = await test.call('console', 'cards.return', {
      cardId: test.cardId,
      signOut: true,
    });
    expect([card.state, signedOut]).toEqual(['in-stock', true]);
    const { visit } = await test.call('console', 'visits.get', { visitId });
    expect(visit.departure).toBe('card-returned');
    const { events } = await test.call('console', 'cards.recent', {});
    expect(events.map(({ act }) => act)).toEqual(['returned-signed-out', 'issued', 'registered']);
  });

  it('is overdue after the local day', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Keeps It');
    await test.call('console', 'cards.issue', { cardId: test.cardId, visitId });
    test.clock.advance(24 * 3_600_000);
    await test.signIn();
    const { cards } = await test.call('console', 'cards.list', {});
    expect(cards[0]?.state).toBe('overdue');
    const { counts } = await test.call('console', 'visits.onSite', {});
    expect(counts).toMatchObject({ cardsOut: 1, overdue: 1 });
  });
});

describe('blocking', () => {
  it('ends the loan of a lost card at once, keeps its history, and gives it back to stock', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Lost It');
    await test.call('console', 'cards.issue', { cardId: test.cardId, visitId });
    const lost = await test.call('console', 'cards.block', { cardId: test.cardId, reason: 'lost' });
    expect(lost.card).toMatchObject({ state: 'lost', holder: null });
    expect(await test.reply('console', 'cards.issue', { cardId: test.cardId, visitId })).toMatchObject({
      code: 'card-not-in-stock',
    });
    expect(test.database.prepare('SELECT outcome FROM loan').pluck().all()).toEqual(['lost']);
    const { card } = await test.call('console', 'cards.unblock', { cardId: test.cardId });
    expect(card.state).toBe('in-stock');
  });

  it('retires a card for good', async () => {
    const test = await readyApp();
    await test.call('console', 'cards.retire', { cardId: test.cardId });
    expect(await test.reply('console', 'cards.unblock', { cardId: test.cardId })).toMatchObject({
      code: 'card-not-in-stock',
    });
  });

  it('refuses a second card with the same number or label', async () => {
    const test = await readyApp();
    const again = (label: string, number: string) =>
      test.reply('console', 'cards.register', {
        label,
        type: 'visitor',
        source: { by: 'number', credential: { ...credential, number } },
      });
    expect(await again('Other', '1603')).toMatchObject({ code: 'card-known' });
    expect(await again('card 042', '7')).toMatchObject({ code: 'label-taken' });
  });
});
