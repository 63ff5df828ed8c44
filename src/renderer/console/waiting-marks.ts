/**
 * Marks of a roll call on their way to the core. They are kept until the core has answered, sent again while there
 * is no answer, and counted once, because each has its own id. Without a network they wait here; marks survive a
 * reload as ids in the tab's session storage, names of added people are in memory only (decision 022).
 */
import type { CallInput } from '../../shared/contract/contract.ts';
import { mostMarks } from '../../shared/contract/roll-calls.ts';
import type { MarkId, PersonId, RollCallId, StaffId } from '../../shared/vocabulary.ts';
import type { call } from '../client.ts';

export interface WaitingMark {
  readonly kind: 'mark';
  readonly rollCallId: RollCallId;
  readonly markId: MarkId;
  readonly personId: PersonId;
  readonly state: 'safe' | 'withdrawn';
  readonly markedBy: StaffId;
  /** Wall clock of this machine, epoch milliseconds. */
  readonly touchedAt: number;
  /** The core has it; it stays until the list says so too. */
  readonly sent: boolean;
}

export interface WaitingPerson {
  readonly kind: 'person';
  readonly rollCallId: RollCallId;
  readonly personId: PersonId;
  readonly name: string;
  readonly touchedAt: number;
  readonly sent: boolean;
}

export type Waiting = WaitingMark | WaitingPerson;

export interface WaitingState {
  readonly items: readonly Waiting[];
  /** The last try found no core. */
  readonly lost: boolean;
  /** Marks the core did not take: made after the closing, or for somebody who is no longer on the list. */
  readonly refused: number;
}

export interface WaitingParts {
  readonly call: typeof call;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => number;
  readonly later: (work: () => void, ms: number) => void;
}

export type WaitingMarks = ReturnType<typeof createWaitingMarks>;

const storageKey = 'foyer.waiting-marks';
/** A message without an answer for so long is sent again. */
const patienceMs = 4_000;
const retryMs = 1_000;

export function createWaitingMarks({ call, storage, now, later }: WaitingParts) {
  let state: WaitingState = { items: restore(), lost: false, refused: 0 };
  const listeners = new Set<() => void>();
  let sending = false;
  let retrying = false;

  function restore(): WaitingMark[] {
    try {
      const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
      return Array.isArray(kept) ? (kept as WaitingMark[]).filter(({ kind }) => kind === 'mark') : [];
    } catch {
      return [];
    }
  }

  function change(next: Partial<WaitingState>): void {
    state = { ...state, ...next };
    const kept = state.items.filter(
      (item) => item.kind === 'mark' && !item.sent && !isOfWaitingPerson(item, state.items),
    );
    // A full or forbidden storage costs the survival of a reload, not the mark.
    try {
      if (kept.length === 0) storage.removeItem(storageKey);
      else storage.setItem(storageKey, JSON.stringify(kept));
    } catch {}
    for (const listener of listeners) listener();
  }

  function add(item: Waiting): void {
    change({ items: [...state.items, item] });
    void drain();
  }

  /** The next message: one person, or the marks up to the next person of the same roll call. */
  function next(): readonly Waiting[] {
    const waiting = state.items.filter(({ sent }) => !sent);
    const [first] = waiting;
    if (first === undefined) return [];
    if (first.kind === 'person') return [first];
    const end = waiting.findIndex((item) => item.kind === 'person' || item.rollCallId !== first.rollCallId);
    return waiting.slice(0, Math.min(end === -1 ? waiting.length : end, mostMarks));
  }

  function ageOf({ touchedAt }: Waiting): number {
    return Math.max(0, Math.round(now() - touchedAt));
  }

  async function send(batch: readonly Waiting[]): Promise<'done' | 'again' | 'wait'> {
    const [first] = batch;
    if (first === undefined) return 'done';
    const reply =
      first.kind === 'person'
        ? await answered(
            call('rollCalls.addPerson', {
              rollCallId: first.rollCallId,
              personId: first.personId,
              name: first.name,
              ageMs: ageOf(first),
            }),
          )
        : await answered(
            call('rollCalls.mark', { rollCallId: first.rollCallId, marks: batch.flatMap(toMark) }),
          );
    if (reply === null) return 'again';
    if (!reply.ok) {
      if (reply.code === 'unavailable' || reply.code === 'internal' || reply.code === 'storage-full')
        return 'again';
      // Whoever signs in next sends them.
      if (reply.code === 'signed-out' || reply.code === 'not-allowed') return 'wait';
      drop(batch);
      return 'done';
    }
    const refused = new Set(
      'marks' in reply.value
        ? reply.value.marks
            .filter(({ outcome }) => outcome === 'closed' || outcome === 'unknown')
            .map(({ markId }) => markId as string)
        : [],
    );
    const gone = batch.filter((item) => item.kind === 'mark' && refused.has(item.markId));
    change({ items: state.items.map((item) => (batch.includes(item) ? { ...item, sent: true } : item)) });
    if (gone.length > 0) drop(state.items.filter((item) => item.kind === 'mark' && refused.has(item.markId)));
    return 'done';
  }

  function drop(items: readonly Waiting[]): void {
    change({
      items: state.items.filter((item) => !items.includes(item)),
      refused: state.refused + items.length,
    });
  }

  function toMark(item: Waiting): CallInput<'rollCalls.mark'>['marks'] {
    if (item.kind !== 'mark') return [];
    const { markId, personId, state: marked, markedBy } = item;
    return [{ markId, personId, state: marked, markedBy, ageMs: ageOf(item) }];
  }

  function answered<Reply>(reply: Promise<Reply>): Promise<Reply | null> {
    return Promise.race([reply, new Promise<null>((resolve) => later(() => resolve(null), patienceMs))]);
  }

  async function drain(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let batch = next(); batch.length > 0; batch = next()) {
        const outcome = await send(batch);
        if (outcome === 'wait') return;
        if (outcome === 'again') {
          change({ lost: true });
          if (!retrying) {
            retrying = true;
            later(() => {
              retrying = false;
              void drain();
            }, retryMs);
          }
          return;
        }
        if (state.lost) change({ lost: false });
      }
    } finally {
      sending = false;
    }
  }

  return {
    snapshot: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mark(mark: Pick<WaitingMark, 'rollCallId' | 'markId' | 'personId' | 'state' | 'markedBy'>): void {
      add({ kind: 'mark', ...mark, touchedAt: now(), sent: false });
    },
    addPerson(person: Pick<WaitingPerson, 'rollCallId' | 'personId' | 'name'>): void {
      add({ kind: 'person', ...person, touchedAt: now(), sent: false });
    },
    /** Sends what waits; call it when there may be a network, or somebody signed in again. */
    drain,
    /** The list of the core shows these marks and people: what was sent of them is no longer needed here. */
    shown(ids: ReadonlySet<string>): void {
      const items = state.items.filter(
        (item) => !(item.sent && ids.has(item.kind === 'mark' ? item.markId : item.personId)),
      );
      if (items.length < state.items.length) change({ items });
    },
    /** The roll call is over: what was sent of it will be shown nowhere. */
    over(): void {
      const items = state.items.filter(({ sent }) => !sent);
      if (items.length < state.items.length) change({ items });
    },
    forgetRefused(): void {
      change({ refused: 0 });
    },
  };
}

/** A mark of somebody whose name has not left this page cannot be kept without the name. */
function isOfWaitingPerson({ personId }: WaitingMark, items: readonly Waiting[]): boolean {
  return items.some((item) => item.kind === 'person' && !item.sent && item.personId === personId);
}
