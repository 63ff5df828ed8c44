/**
 * What the screen shows of an open roll call: the core's list with the marks that are still on their way laid over
 * it, in sections. Pure.
 */
import type { Account, RollCallPerson } from '../../shared/contract/roll-calls.ts';
import type { Waiting } from '../console/waiting-marks.ts';

export interface Line extends RollCallPerson {
  /** A mark or the person itself has not reached the core. */
  readonly waiting: boolean;
}

export type Section = 'unaccounted' | 'uncertain' | 'accounted';
export const sections: readonly Section[] = ['unaccounted', 'uncertain', 'accounted'];
export type Grouping = 'name' | 'host' | 'department';

export function sectionOf(account: Account): Section {
  return account === 'unaccounted' || account === 'uncertain' ? account : 'accounted';
}

/** What the data say without a mark. */
function withoutMark({ evidence, joined }: RollCallPerson): Account {
  if (evidence.kind === 'left') return evidence.departure;
  return joined === 'closed-before' ? 'uncertain' : 'unaccounted';
}

export function toLines(
  people: readonly RollCallPerson[],
  items: readonly Waiting[],
  rollCallId: string,
): Line[] {
  const own = items.filter((item) => item.rollCallId === rollCallId);
  const listed = new Set<string>(people.map(({ personId }) => personId));
  const added = own.flatMap((item): Line[] =>
    item.kind === 'person' && !listed.has(item.personId)
      ? [
          {
            personId: item.personId,
            name: item.name,
            ...{ company: '', host: '', department: '', restricted: false },
            joined: 'unlisted',
            joinedAt: item.touchedAt,
            account: 'unaccounted',
            evidence: { kind: 'unlisted' },
            marks: [],
            waiting: !item.sent,
          },
        ]
      : [],
  );
  const lines = [...people.map((person) => ({ ...person, waiting: false })), ...added];
  if (own.length === 0) return lines;
  return lines.map((line) => {
    const known = new Set<string>(line.marks.map(({ markId }) => markId));
    const marks = own.filter(
      (item) => item.kind === 'mark' && item.personId === line.personId && !known.has(item.markId),
    );
    const last = marks.at(-1);
    if (last?.kind !== 'mark') return line;
    return {
      ...line,
      account: last.state === 'safe' ? 'marked-safe' : withoutMark(line),
      waiting: line.waiting || marks.some(({ sent }) => !sent),
    };
  });
}

export interface Group {
  /** Empty for people without a host or department, and where the list is by name. */
  readonly title: string;
  readonly ids: readonly string[];
}

/** People of one section in the order of the list, in groups by what was asked for; those without come last. */
export function toGroups(lines: readonly Line[], grouping: Grouping): Group[] {
  if (grouping === 'name') return [{ title: '', ids: lines.map(({ personId }) => personId) }];
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const ids = groups.get(line[grouping]) ?? [];
    ids.push(line.personId);
    groups.set(line[grouping], ids);
  }
  return [...groups]
    .map(([title, ids]) => ({ title, ids }))
    .sort((a, b) => Number(a.title === '') - Number(b.title === '') || a.title.localeCompare(b.title));
}

/** `12:34`, or `1:02:34` from an hour on. */
export function elapsedWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
}
