import { describe, expect, test } from 'vitest';
import {
  candidates,
  receiver,
  stateAfterReading,
  toneOf,
} from '../../src/renderer/reception/card-pad-state.ts';
import { rowsOf } from '../../src/renderer/reception/desk-rows.ts';
import { matches } from '../../src/renderer/reception/matches.ts';
import { nextLabel } from '../../src/renderer/reception/next-label.ts';
import type { CardRow, CardState } from '../../src/shared/contract/cards.ts';
import type { VisitRow } from '../../src/shared/contract/visits.ts';
import type { CardId, TapReference, VisitId } from '../../src/shared/vocabulary.ts';

const tap = 'a'.repeat(32) as TapReference;

function visit(name: string, card: VisitRow['card'], more: Partial<VisitRow> = {}): VisitRow {
  return {
    visitId: `id of ${name}` as VisitId,
    name,
    email: '',
    phone: '',
    company: '',
    host: '',
    hostId: null,
    hostName: '',
    visitorType: '',
    answers: [],
    arrivedAt: 0,
    departedAt: null,
    departure: null,
    admission: 'admitted',
    restricted: false,
    card,
    ...more,
  };
}

function cardRow(label: string, state: CardState, more: Partial<CardRow> = {}): CardRow {
  return {
    cardId: `id of ${label}` as CardId,
    label,
    type: 'visitor',
    state,
    credential: { format: 'DEC', facility: null, number: '1' },
    registeredAt: 0,
    issuedAt: null,
    holder: null,
    ...more,
  };
}

const waiting = { state: 'waiting' } as const;
const none = { state: 'none' } as const;
const issued = { state: 'issued', label: '7', overdue: false } as const;

describe('the next label', () => {
  test.each([
    [[], '001'],
    [['001', '007'], '008'],
    [['0412', '99'], '0413'],
    [['999'], '1000'],
    [['Blue', 'A1', '12b'], '001'],
    [['3', '1'], '004'],
  ])('after %j is %s', (labels, expected) => {
    expect(nextLabel(labels)).toBe(expected);
  });
});

describe('who gets the card', () => {
  const ane = visit('Ane', none);
  const bo = visit('Bo', waiting);
  const cilla = visit('Cilla', waiting);
  const dan = visit('Dan', issued);
  const eva = visit('Eva', waiting, { departedAt: 1 });
  const open = candidates([ane, bo, cilla, dan, eva]);

  test('those waiting come first, in the order of the list; nobody with a card and nobody who has left', () => {
    expect(open.map(({ name }) => name)).toEqual(['Bo', 'Cilla', 'Ane']);
  });
  test('the latest waiting one is preselected, a choice wins while it is open', () => {
    expect(receiver(open, null, null)).toBe(bo);
    expect(receiver(open, ane.visitId, null)).toBe(ane);
    expect(receiver(open, dan.visitId, null)).toBe(bo);
  });
  test('nobody is preselected where nobody waits, and the core knows better than an empty list', () => {
    expect(receiver([ane], null, null)).toBeNull();
    expect(receiver([], null, bo)).toBe(bo);
  });
});

describe('a tap', () => {
  test.each([
    ['in-stock', 'free', 'good'],
    ['issued', 'issued', 'good'],
    ['overdue', 'issued', 'good'],
    ['lost', 'barred', 'refused'],
    ['blocked', 'barred', 'refused'],
    ['retired', 'barred', 'refused'],
  ] as const)('on a card that is %s shows %s and sounds %s', (state, show, tone) => {
    const after = stateAfterReading(tap, {
      readerName: '',
      tappedAt: 0,
      next: null,
      reading: { kind: 'known', card: cardRow('7', state), holder: null },
    });
    expect(after.show).toBe(show);
    expect(toneOf(after)).toBe(tone);
  });
});

describe('the lists of the desk', () => {
  const here = visit('Ane', issued);
  const held = cardRow('7', 'issued', {
    issuedAt: 5,
    holder: { visitId: here.visitId, name: 'Ane', restricted: false },
  });
  const gone = cardRow('8', 'overdue', {
    issuedAt: 9,
    holder: { visitId: 'gone' as VisitId, name: 'Bo', restricted: false },
  });
  const stock = cardRow('9', 'in-stock');

  test('a card that is out stands under its visitor, or by itself when the visitor is not on site', () => {
    expect(rowsOf('cards-out', [here], [held, gone, stock])).toEqual([{ card: gone }, { visit: here }]);
    expect(rowsOf('overdue', [here], [held, gone, stock])).toEqual([{ card: gone }]);
  });
});

describe('narrowing a list on screen', () => {
  test.each([
    ['soren', 'Søren Ask', true],
    ['ask sø', 'Søren Ask', true],
    ['ren', 'Søren Ask', false],
    ['lukasz', 'Łukasz', true],
    ['', 'Anybody', true],
    ['zoe', 'Zoë-Marie', true],
    ['marie', 'Zoë-Marie', true],
  ])('%j in %j: %s', (text, name, expected) => {
    expect(matches(text, visit(name, none))).toBe(expected);
  });
});
