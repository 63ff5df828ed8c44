/**
 * The hosts in memory, folded as the search memory folds, so that `soren` finds Søren. Built while nobody waits, after a
 * start and after a change, or at once when somebody asks before; it dies with the process.
 */
import type { HostId } from '../../../shared/vocabulary.ts';
import { fold } from '../search/fold.ts';
import type { HostStore, StoredHost } from './host-store.ts';
import { hostWords } from './host-words.ts';

export interface HostAnswer {
  readonly words: string;
  /** Null where several hosts have the same words: choosing between them would be a guess. */
  readonly hostId: HostId | null;
}

interface Entry {
  readonly host: StoredHost;
  /** As visitors read it. */
  readonly words: string;
  /** The words of the name, folded, each with a space before it. */
  readonly name: string;
  /** The same of name, e-mail and department. */
  readonly all: string;
}

export interface HostDirectory {
  /**
   * Active hosts with, for each word of `text`, a word of the name that begins with it: those whose first name matches
   * the first word come first, then by name; at most `limit`. Looks at every host, whatever it finds, so that the time
   * taken tells nothing.
   */
  find(text: string, limit: number): HostAnswer[];
  /** Hosts by name, left or not, with a word of name, e-mail or department for each word of `text`. */
  search(text: string): StoredHost[];
  /** The directory has changed. */
  forget(): void;
  /** Folds some hosts; true while more are waiting. */
  tick(): boolean;
}

/** Hosts folded in one slice: about 2 ms. */
const batch = 250;

/** Taken apart where a person would: at spaces, hyphens, and the signs of an e-mail. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[\s\-.@]+/)
    .filter((word) => word !== '')
    .map((word) => ` ${word}`);
}

export function createHostDirectory(store: HostStore): HostDirectory {
  const byName = new Intl.Collator('da').compare;
  const inOrder = (left: Entry, right: Entry): number => byName(left.host.name, right.host.name);
  /** Not folded yet; null: not even read. */
  let waiting: StoredHost[] | null = null;
  let entries: Entry[] = [];
  /** By name as Danish sorts it, for lists; the store's plain order is near enough for five answers. */
  let sorted: readonly Entry[] | null = null;

  function load(limit: number): void {
    waiting ??= store.all();
    for (const host of waiting.splice(0, limit))
      entries.push({
        host,
        words: hostWords(host),
        name: wordsOf(host.name).join(''),
        all: wordsOf(`${host.name} ${host.email} ${host.department}`).join(''),
      });
  }

  return {
    find(text, limit) {
      load(Number.POSITIVE_INFINITY);
      const sought = wordsOf(text);
      const [first] = sought;
      if (first === undefined) return [];
      const ranks: [Entry[], Entry[]] = [[], []];
      for (const entry of entries) {
        let all = entry.host.leftAt === null;
        for (const word of sought) all = entry.name.includes(word) && all;
        if (all) ranks[entry.name.startsWith(first) ? 0 : 1].push(entry);
      }
      const answers = new Map<string, HostAnswer>();
      for (const { words, host } of ranks.flat()) {
        const same = answers.has(words);
        if (!same && answers.size === limit) continue;
        answers.set(words, { words, hostId: same ? null : host.id });
      }
      return [...answers.values()];
    },
    search(text) {
      load(Number.POSITIVE_INFINITY);
      sorted ??= [...entries].sort(inOrder);
      const sought = wordsOf(text);
      return sorted.filter(({ all }) => sought.every((word) => all.includes(word))).map(({ host }) => host);
    },
    forget() {
      waiting = null;
      entries = [];
      sorted = null;
    },
    tick() {
      if (waiting !== null && waiting.length === 0) return false;
      load(batch);
      return true;
    },
  };
}
