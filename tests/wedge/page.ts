/**
 * A page behind the wedge, with a field that has the focus: what reaches it, at which moments, and what is handed
 * in. While the page is busy, keys wait in its queue, and timers that have run out wait behind them.
 */
import { createWedge, type WedgeOutcome } from '../../src/shared/wedge.ts';
import type { KeyFacts } from '../../src/shared/wedge-keys.ts';
import type { KeyEvent } from './rhythms.ts';

export interface Busy {
  readonly from: number;
  readonly to: number;
}

export interface PageResult {
  /** The text of the field; Enter and Tab are in it. */
  readonly field: string;
  readonly scans: readonly string[];
  /** The longest a character of the field was held back, in milliseconds after it was handled. */
  readonly longestHold: number;
  /** Releases that reached the page for keys it never saw go down. */
  readonly strayReleases: number;
}

function write(field: string, { key }: KeyFacts): string {
  if (key === 'Backspace') return [...field].slice(0, -1).join('');
  if (key === 'Enter') return `${field}\n`;
  if (key === 'Tab') return `${field}\t`;
  return [...key].length === 1 ? field + key : field;
}

/** What the field holds where nobody takes anything out. */
export function typedInto(events: readonly KeyEvent[]): string {
  return events.filter(({ type }) => type === 'down').reduce((field, { facts }) => write(field, facts), '');
}

/** Runs the events through a wedge. `releases: false` keeps from it that keys come up, as Electron does. */
export function runPage(
  events: readonly KeyEvent[],
  { busy = [], releases = true }: { readonly busy?: readonly Busy[]; readonly releases?: boolean } = {},
): PageResult {
  const wedge = createWedge<{ readonly event: KeyEvent; readonly handledAt: number }>();
  let field = '';
  let longestHold = 0;
  let strayReleases = 0;
  const down = new Set<string>();
  const scans: string[] = [];
  const freeFrom = (at: number): number =>
    busy.reduce((free, { from, to }) => (free >= from && free < to ? to : free), at);

  const settle = (outcome: WedgeOutcome<{ event: KeyEvent; handledAt: number }>, now: number): void => {
    for (const held of outcome.typed) {
      field = write(field, held.down.event.facts);
      longestHold = Math.max(longestHold, now - held.down.handledAt);
      if (held.up === null) down.add(held.down.event.facts.code);
    }
    if (outcome.scan !== null) scans.push(outcome.scan);
  };
  const runTimers = (until: number): void => {
    for (;;) {
      const wakeAt = wedge.wakeAt();
      if (wakeAt === null) return;
      const now = freeFrom(wakeAt);
      if (now >= until) return;
      settle(wedge.wait(now), now);
    }
  };

  let now = 0;
  for (const event of events) {
    const handledAt = Math.max(now, freeFrom(event.at));
    runTimers(handledAt);
    now = handledAt;
    if (event.type === 'up') {
      if (!releases) continue;
      if (wedge.up(event.facts.code, event.at, { event, handledAt }) === 'hold') continue;
      if (!down.delete(event.facts.code)) strayReleases += 1;
      continue;
    }
    const answer = wedge.down(event.facts, event.at, { event, handledAt });
    settle(answer, now);
    if (answer.verdict === 'hold') continue;
    field = write(field, event.facts);
    down.add(event.facts.code);
  }
  runTimers(Number.POSITIVE_INFINITY);
  return { field, scans, longestHold, strayReleases };
}
