/**
 * Takes the scans of a keyboard reader out of a stream of keys and leaves a person's typing as it is. Pure: fed with
 * keys and times, it says of each key whether the page gets it now, and later what becomes of those held back. What
 * keys mean stands in `wedge-keys.ts`, whose strokes they are in `wedge-run.ts`; windows are the callers'.
 *
 * Readers type at 7 to 16 ms, people above 100. Only a character of a card is held back, until 50 ms have passed
 * without another key, so a person waits that long for a digit, a letter A to F and a few signs, and for no other
 * key. It is a heuristic and never says who somebody is.
 */
import { type KeyFacts, kindOfKey } from './wedge-keys.ts';
import {
  isFragment,
  isReaderCharacter,
  longestGapMs,
  looksLikeReader,
  type Run,
  type Stroke,
  sortRun,
} from './wedge-run.ts';

/** A scan without Enter or Tab is over after this silence, in milliseconds. */
export const silenceMs = 100;
/** After a scan that broke, what follows within this time, in milliseconds, is its rest and no card. */
const brokenMs = 250;
/** As long as a call takes (`readers.typed`). */
const longestScan = 300;

/** A key that was held back; `up` is null while it is still down. */
export interface HeldKey<Source> {
  readonly down: Source;
  readonly up: Source | null;
}

export interface WedgeOutcome<Source> {
  /** To be typed now, in this order, before the key that was just asked about. */
  readonly typed: readonly HeldKey<Source>[];
  /** Never to be typed: a reader struck them. */
  readonly taken: readonly HeldKey<Source>[];
  /** What the reader typed, without what ended it; null where `taken` is no whole scan. */
  readonly scan: string | null;
}

export interface WedgeAnswer<Source> extends WedgeOutcome<Source> {
  /** `hold`: the page must not get this key now. */
  readonly verdict: 'pass' | 'hold';
}

/** `at` is in milliseconds of one monotonic clock: when the key was struck, not when it was handled. */
export interface Wedge<Source> {
  down(facts: KeyFacts, at: number, source: Source): WedgeAnswer<Source>;
  up(code: string, at: number, source: Source): 'pass' | 'hold';
  /** Something else than a key happened that typing must not overtake, like a click. */
  interrupt(): WedgeOutcome<Source>;
  /** When {@link wait} will have something to say; null while nothing is held. */
  wakeAt(): number | null;
  /** No key was struck until `now`. */
  wait(now: number): WedgeOutcome<Source>;
  /** Gives everything back. */
  end(): WedgeOutcome<Source>;
}

export function createWedge<Source>(): Wedge<Source> {
  const nothing: WedgeOutcome<Source> = { typed: [], taken: [], scan: null };
  let run: Stroke<Source>[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  let scannedAt = Number.NEGATIVE_INFINITY;
  let brokenUntil = Number.NEGATIVE_INFINITY;
  /** The run is the rest of a scan that broke, or lacks a character. */
  let isRest = false;
  let afterAccent = false;
  /** Keys taken for good whose release the page must not see either. */
  const takenDown = new Set<string>();

  function patience(): number {
    return sortRun(run).certain ? silenceMs : longestGapMs;
  }

  function releaseAll(): WedgeOutcome<Source> {
    const typed = run;
    run = [];
    return { ...nothing, typed };
  }

  function take(scanned: Run<Source>, typed: Run<Source>, scan: string | null): WedgeOutcome<Source> {
    for (const { code, upAt } of scanned) if (upAt === null) takenDown.add(code);
    run = [];
    return { typed, taken: scanned, scan };
  }

  /** The silence after the run has lasted long enough. */
  function conclude(): WedgeOutcome<Source> {
    const { scanned, typed, certain } = sortRun(run);
    if (certain || isFragment(run)) brokenUntil = lastAt + brokenMs;
    return certain ? take(scanned, typed, null) : releaseAll();
  }

  function breakOff(): WedgeOutcome<Source> {
    // A reader's keys go on in spite of it; its strokes so far are no person's.
    if (run.length === 0 || looksLikeReader(run)) return nothing;
    brokenUntil = Math.max(brokenUntil, lastAt + (isFragment(run) ? brokenMs : longestGapMs));
    return releaseAll();
  }

  function endKey(code: string, at: number): WedgeAnswer<Source> {
    if (run.length === 0) {
      // Some readers end a card with two keys.
      if (at - scannedAt > longestGapMs) return { verdict: 'pass', ...nothing };
      takenDown.add(code);
      return { verdict: 'hold', ...nothing };
    }
    const { scanned, typed, complete } = sortRun(run);
    if (!complete) {
      if (isFragment(run)) brokenUntil = lastAt + brokenMs;
      return { verdict: 'pass', ...releaseAll() };
    }
    takenDown.add(code);
    scannedAt = at;
    const text = scanned.map(({ character }) => character).join('');
    return { verdict: 'hold', ...take(scanned, typed, isRest ? null : text) };
  }

  function characterKey(
    code: string,
    character: string | null,
    at: number,
    down: Source,
  ): WedgeAnswer<Source> {
    if (run.length === 0) {
      if (!isReaderCharacter(character)) return { verdict: 'pass', ...nothing };
      isRest = at <= brokenUntil;
    }
    lastAt = at;
    run.push({ code, character, downAt: at, down, upAt: null, up: null, held: false });
    return { verdict: 'hold', ...nothing };
  }

  function judge(facts: KeyFacts, at: number, source: Source): WedgeAnswer<Source> {
    const key = kindOfKey(facts);
    const accented = afterAccent && key.kind !== 'modifier';
    if (accented) afterAccent = false;
    switch (key.kind) {
      case 'modifier':
        return { verdict: 'pass', ...nothing };
      case 'dead':
        afterAccent = true;
        return { verdict: 'pass', ...breakOff() };
      case 'end':
        return endKey(facts.code, at);
      case 'character':
        return accented
          ? { verdict: 'pass', ...breakOff() }
          : characterKey(facts.code, key.character, at, source);
      case 'other':
        // The system takes a reader's key for a repetition while a person holds the same one: the scan is spoilt.
        if (facts.repeat && looksLikeReader(run)) {
          isRest = true;
          return { verdict: 'hold', ...nothing };
        }
        return { verdict: 'pass', ...breakOff() };
      default:
        return key satisfies never;
    }
  }

  return {
    down(facts, at, source) {
      takenDown.delete(facts.code);
      const { kind } = kindOfKey(facts);
      const allowed = kind === 'end' ? patience() : longestGapMs;
      const isOver = run.length > 0 && (at - lastAt > allowed || run.length >= longestScan);
      const before = isOver ? conclude() : nothing;
      const answer = judge(facts, at, source);
      return {
        verdict: answer.verdict,
        typed: [...before.typed, ...answer.typed],
        taken: [...before.taken, ...answer.taken],
        scan: answer.scan,
      };
    },
    up(code, at, source) {
      const stroke = run.findLast((one) => one.code === code && one.upAt === null);
      if (stroke === undefined) return takenDown.delete(code) ? 'hold' : 'pass';
      stroke.upAt = at;
      stroke.up = source;
      for (const other of run) if (other.upAt === null && other.downAt < stroke.downAt) other.held = true;
      return 'hold';
    },
    interrupt: breakOff,
    wakeAt: () => (run.length === 0 ? null : lastAt + patience() + 1),
    wait(now) {
      return run.length > 0 && now - lastAt > patience() ? conclude() : nothing;
    },
    end() {
      takenDown.clear();
      return looksLikeReader(run) ? take(sortRun(run).scanned, sortRun(run).typed, null) : releaseAll();
    },
  };
}
