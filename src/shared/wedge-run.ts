/**
 * Tells the strokes of a keyboard reader from those of a person who types at the same moment. Both come out of one
 * stream of keys, but a reader lets go of every key before it strikes the next, while a person is still holding
 * one when the reader has struck another.
 */

/** Times in milliseconds of one clock. `down` and `up` are the caller's own events. */
export interface Stroke<Source> {
  readonly code: string;
  /** On the reader's layout. */
  readonly character: string | null;
  readonly downAt: number;
  readonly down: Source;
  upAt: number | null;
  up: Source | null;
  /** Another key went down and came up while this one was held. */
  held: boolean;
}

export type Run<Source> = readonly Stroke<Source>[];

/** Longest time between two keys of a scan, in milliseconds. */
export const longestGapMs = 50;

/** Fewer characters are no card: the design's figure, and the shortest printed number is longer. */
export const shortestScan = 6;

/**
 * Digits, hexadecimal letters, and the signs of stripes (`%`, `;`, `=`, `?`, `^`) and of number forms (`100,60179`).
 * Only these begin a run.
 */
export function isReaderCharacter(character: string | null): boolean {
  return character !== null && /^[0-9A-Fa-f;%=?^,:-]$/.test(character);
}

/** A person strikes at most this often beside a reader, in milliseconds between two keys, and twice at once. */
const personMs = 50;
const personAtOnce = 2;

export interface SortedRun<Source> {
  readonly scanned: Run<Source>;
  /** By a person meanwhile. */
  readonly typed: Run<Source>;
  /** Long enough, and not more of it beside the scan than a person can type in that time. */
  readonly complete: boolean;
  /** As `complete`, and no key was held into the next: no person types like this, whatever ends it. */
  readonly certain: boolean;
}

/** Whether every key known to be released was released before the next went down. */
function isSequential<Source>(run: Run<Source>): boolean {
  return run.every(({ upAt }, index) => {
    const next = run[index + 1];
    return upAt === null || next === undefined || upAt <= next.downAt;
  });
}

function released<Source>(run: Run<Source>): Run<Source> {
  return run.filter(({ upAt }) => upAt !== null);
}

/** So many strokes tell a reader's habit of letting go: what is down besides them is under a person's finger. */
const habit = 3;

/** What a reader could have struck: the first stripe of a card (`%B…`) holds any character, and names. */
function candidates<Source>(run: Run<Source>): Run<Source> {
  const anything = run[0]?.character === '%';
  const possible = run.filter(
    ({ character, held }) => !held && (isReaderCharacter(character) || (anything && character !== null)),
  );
  // Who lets go before the next stroke holds no key for longer than lies between two.
  const quick = possible.filter(({ downAt, upAt }) => upAt === null || upAt - downAt <= longestGapMs);
  return released(quick).length >= habit ? quick : possible;
}

export function sortRun<Source>(run: Run<Source>): SortedRun<Source> {
  const possible = candidates(run);
  const letGo = released(possible);
  const scanned = letGo.length >= habit && isSequential(letGo) ? letGo : possible;
  const typed = run.filter((stroke) => !scanned.includes(stroke));
  const span = (run.at(-1)?.downAt ?? 0) - (run[0]?.downAt ?? 0);
  const complete = scanned.length >= shortestScan && typed.length <= personAtOnce + span / personMs;
  return { scanned, typed, complete, certain: complete && isSequential(scanned) };
}

/** So far no person types like this; where nothing is told of keys released, only length says so. */
export function looksLikeReader<Source>(run: Run<Source>): boolean {
  const possible = candidates(run);
  const letGo = released(possible);
  return released(run).length > 0
    ? letGo.length >= habit && isSequential(letGo)
    : possible.length >= shortestScan;
}

/** Two keys one after the other, faster than people: what is left of a scan that something broke. */
export function isFragment<Source>(run: Run<Source>): boolean {
  const possible = candidates(run);
  if (released(run).length === 0) return possible.length >= habit;
  return possible.some(({ upAt }, index) => {
    const next = possible[index + 1];
    return upAt !== null && next !== undefined && upAt <= next.downAt;
  });
}
