/**
 * What happened at the invented front desk: a list of moments in order, made from a seed and the present instant.
 * Pure; `demo.ts` lives it through.
 */
import type { EpochMs } from '../../shared/vocabulary.ts';
import { hostWords } from '../core/hosts/host-words.ts';
import { hour, minute, startOfLocalDay } from '../core/time.ts';
import { blocked, demoCards, heldNow, keptFree, neverReturned, reportedLost, retired } from './inventory.ts';
import { hosts, inventPerson, type Person } from './people.ts';
import { type Chance, createChance } from './random.ts';

/** Visits are numbered in the order they were planned. */
export type Moment = { readonly at: EpochMs } & (
  | { readonly kind: 'arrive'; readonly visit: number; readonly person: Person; readonly host: string }
  | { readonly kind: 'issue'; readonly visit: number; readonly card: string }
  | { readonly kind: 'set-aside'; readonly visit: number }
  | { readonly kind: 'return'; readonly card: string; readonly signOut: boolean }
  | { readonly kind: 'sign-out'; readonly person: Person }
  | { readonly kind: 'depart'; readonly visit: number }
  | { readonly kind: 'block'; readonly card: string; readonly reason: 'lost' | 'blocked' }
  | { readonly kind: 'retire'; readonly card: string }
  /** The local day is over: nobody comes or goes until the next one. */
  | { readonly kind: 'night' }
);

export interface DemoPlan {
  /** Before the first moment: when the site was set up and its cards registered. */
  readonly beginsAt: EpochMs;
  readonly moments: readonly Moment[];
}

/** Visits within the retention of 30 days, and a few past it, so that a purge has something to take. */
export const visitsKept = 2000;
export const visitsDue = 60;
const visitsToday = 110;
/** Whole days before today that hold visits within the retention; visits on the 29th are purged tomorrow. */
const daysKept = 28;

interface Stay {
  readonly arrivesAt: EpochMs;
  /** Null: still on site. */
  readonly leavesAt: EpochMs | null;
  readonly today: boolean;
}

export function planDemo(now: EpochMs, zone: string, seed: number): DemoPlan {
  const chance = createChance(seed);
  const stays = planStays(chance, now, zone);
  const visitors = createVisitors(chance, zone);
  const desk = createDesk(chance);
  const moments: Moment[] = [];
  const firstToday = stays.findIndex(({ today }) => today);
  // Spread over the last days before today.
  const forgotten = new Map(neverReturned.map((card, index) => [firstToday - 5 - index * 40, card]));
  stays.forEach((stay, visit) => {
    const person = visitors.next(stay.arrivesAt);
    const host = chance.happens(0.9) ? hostWords(chance.pick(hosts)) : '';
    moments.push({ kind: 'arrive', at: stay.arrivesAt, visit, person, host });
    const handedAt = stay.arrivesAt + chance.between(1, 3) * minute;
    // The latest four still wait at the desk.
    if (visit >= stays.length - 4 || handedAt > now) return;
    const keeps = forgotten.get(visit);
    const held = stay.today && stay.leavesAt === null ? desk.takeHeld() : undefined;
    const ordinary = chance.happens(stay.today ? 0.6 : 0.4) ? desk.take(stay.leavesAt, handedAt) : undefined;
    const card = keeps ?? held ?? ordinary;
    if (card !== undefined) moments.push({ kind: 'issue', at: handedAt, visit, card });
    else if (stay.today) moments.push({ kind: 'set-aside', at: handedAt, visit });
    if (stay.leavesAt !== null && keeps === undefined)
      moments.push(...leaving(chance, stay.leavesAt, visit, person, card));
  });
  const begin = Math.min(...stays.map(({ arrivesAt }) => arrivesAt));
  moments.push(...mishaps(now), ...nights(begin, now, zone));
  return {
    beginsAt: startOfLocalDay(begin, zone) - 6 * hour,
    moments: moments.sort((left, right) => left.at - right.at),
  };
}

/** When people come and go, in order of arrival. */
function planStays(chance: Chance, now: EpochMs, zone: string): Stay[] {
  const today = startOfLocalDay(now, zone);
  const stays: Stay[] = [];
  const onDay = (day: number, count: number): void => {
    const opens = startOfLocalDay(now, zone, -day) + 7 * hour;
    for (let index = 0; index < count; index += 1) {
      const arrivesAt = opens + chance.between(0, 8 * 60 * 60 - 1) * 1000;
      stays.push({ arrivesAt, leavesAt: arrivesAt + stayLength(chance), today: false });
    }
  };
  const dayNumbers = Array.from({ length: daysKept }, (_, index) => index + 1);
  const workdays = dayNumbers.filter((day) => isWorkday(startOfLocalDay(now, zone, -day) + 12 * hour, zone));
  for (const [index, count] of spread(visitsKept - visitsToday, workdays.length).entries())
    onDay(workdays[index] ?? 1, count);
  onDay(31, visitsDue / 2);
  onDay(32, visitsDue / 2);
  // Today is busy at any hour: a demo started at night has a short, crowded day behind it.
  const opened = Math.max(today + minute, now - 6 * hour);
  const closes = Math.max(opened, now - 2 * minute);
  for (let index = 0; index < visitsToday; index += 1) {
    const arrivesAt = opened + Math.floor(chance.fraction() * (closes - opened));
    const leavesAt = arrivesAt + stayLength(chance);
    stays.push({ arrivesAt, leavesAt: leavesAt < now ? leavesAt : null, today: true });
  }
  return stays.sort((left, right) => left.arrivesAt - right.arrivesAt);
}

function stayLength(chance: Chance): number {
  return chance.between(20, chance.happens(0.3) ? 420 : 150) * minute;
}

function isWorkday(at: EpochMs, zone: string): boolean {
  return !['Sat', 'Sun'].includes(
    new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' }).format(at),
  );
}

/** `total` in `parts` whole numbers that differ by one at most. */
function spread(total: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, index) => Math.floor(((index + 1) * total) / parts) - Math.floor((index * total) / parts),
  );
}

/** Who comes: now and then somebody who has been here before, but nobody twice on one day. */
function createVisitors(chance: Chance, zone: string) {
  let invented = 0;
  const invent = (): Person => {
    invented += 1;
    return inventPerson(chance, invented);
  };
  const regulars = Array.from({ length: 120 }, invent);
  const lastCame = new Map<Person, EpochMs>();
  return {
    next(at: EpochMs): Person {
      const today = startOfLocalDay(at, zone);
      const regular = chance.happens(0.15) ? chance.pick(regulars) : undefined;
      if (regular === undefined || (lastCame.get(regular) ?? 0) >= today) return invent();
      lastCame.set(regular, at);
      return regular;
    },
  };
}

/** Which ordinary cards are free, lowest label first. */
function createDesk(chance: Chance) {
  const reserved = new Set([...keptFree, heldNow, ...neverReturned, ...reportedLost, ...blocked, ...retired]);
  const ordinary = demoCards.map(({ label }) => label).filter((label) => !reserved.has(label));
  const freeFrom = new Map<string, EpochMs>();
  let held: string | undefined = heldNow;
  return {
    /** The first visitor who is still on site gets the card that the tap panel calls held. */
    takeHeld(): string | undefined {
      const card = held;
      held = undefined;
      return card;
    },
    /** Undefined when none is free. */
    take(until: EpochMs | null, at: EpochMs): string | undefined {
      const free = ordinary.filter((label) => (freeFrom.get(label) ?? 0) < at);
      const card = free[chance.between(0, Math.min(5, free.length - 1))];
      if (card !== undefined) freeFrom.set(card, until === null ? Number.POSITIVE_INFINITY : until + minute);
      return card;
    },
  };
}

function leaving(
  chance: Chance,
  at: EpochMs,
  visit: number,
  person: Person,
  card: string | undefined,
): Moment[] {
  const silently = chance.happens(0.05);
  if (card !== undefined) return [{ kind: 'return', at, card, signOut: !silently }];
  if (silently) return [];
  return chance.happens(0.8) ? [{ kind: 'sign-out', at, person }] : [{ kind: 'depart', at, visit }];
}

function mishaps(now: EpochMs): Moment[] {
  return [
    ...retired.map((card, index): Moment => ({ kind: 'retire', at: now - (20 + index) * 24 * hour, card })),
    ...reportedLost.map(
      (card, index): Moment => ({ kind: 'block', at: now - (3 + index) * 24 * hour, card, reason: 'lost' }),
    ),
    ...blocked.map((card): Moment => ({ kind: 'block', at: now - 2 * 24 * hour, card, reason: 'blocked' })),
  ];
}

/** The first minute of every local day after the first. */
function nights(begin: EpochMs, now: EpochMs, zone: string): Moment[] {
  const moments: Moment[] = [];
  for (let at = startOfLocalDay(begin, zone, 1); at <= now; at = startOfLocalDay(at, zone, 1))
    moments.push({ kind: 'night', at });
  return moments;
}
