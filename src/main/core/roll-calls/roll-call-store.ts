/** What the core asks of the store about roll calls. */
import type {
  Account,
  Joined,
  RollCallCounts,
  RollCallKind,
  RollCallMark,
} from '../../../shared/contract/roll-calls.ts';
import type { Departure } from '../../../shared/contract/visits.ts';
import type { EpochMs, MarkId, PersonId, RollCallId, StaffId } from '../../../shared/vocabulary.ts';

export interface StoredRollCall {
  readonly sequence: number;
  readonly id: RollCallId;
  readonly kind: RollCallKind;
  readonly startedAt: EpochMs;
  /** Display names. */
  readonly startedBy: string;
  readonly closedAt: EpochMs | null;
  readonly closedBy: string | null;
  readonly counts: RollCallCounts | null;
}

export interface StoredPerson {
  readonly sequence: number;
  readonly id: PersonId;
  readonly joined: Joined;
  readonly joinedAt: EpochMs;
  /** Null until the roll call is closed. */
  readonly outcome: Account | null;
  readonly name: string;
  readonly company: string;
  readonly host: string;
  readonly department: string;
  readonly departedAt: EpochMs | null;
  readonly departure: Departure | null;
  /** The visit is restricted. */
  readonly restricted: boolean;
  /** The visit's latest loan. */
  readonly loan: {
    readonly label: string;
    readonly endedAt: EpochMs | null;
    readonly outcome: 'returned' | 'lost' | null;
  } | null;
}

export interface RollCallStore {
  open(): StoredRollCall | undefined;
  byId(id: RollCallId): StoredRollCall | undefined;
  /** Closed, latest first. */
  closed(limit: number): StoredRollCall[];
  /** Begins a roll call and lists everyone who is on site, or was until just now. */
  start(rollCall: {
    readonly id: RollCallId;
    readonly kind: RollCallKind;
    readonly at: EpochMs;
    readonly staffId: StaffId;
    /** Visits signed out since then are listed, and those closed automatically since then. */
    readonly leftSince: EpochMs;
    readonly closedSince: EpochMs;
  }): void;
  people(rollCall: number): StoredPerson[];
  /** Oldest touch first, by the person's sequence. */
  marks(rollCall: number): Map<number, RollCallMark[]>;
  personSequence(rollCall: number, id: PersonId): number | undefined;
  markKnown(id: MarkId): boolean;
  insertMark(mark: {
    readonly id: MarkId;
    readonly person: number;
    readonly state: RollCallMark['state'];
    readonly markedAt: EpochMs;
    readonly markedBy: StaffId;
    readonly sentBy: StaffId;
  }): void;
  insertUnlisted(rollCall: number, id: PersonId, name: string, at: EpochMs): void;
  setOutcome(person: number, outcome: Account): void;
  close(rollCall: number, at: EpochMs, staffId: StaffId, counts: RollCallCounts): void;
  setCounts(rollCall: number, counts: RollCallCounts): void;
  /** People a marshal added before `before`, after a sequence. */
  unlistedBefore(
    before: EpochMs,
    after: number,
    limit: number,
  ): { readonly sequence: number; readonly name: string }[];
  deletePerson(person: number): void;
  /** Sequences of roll calls closed before `before`. */
  closedBefore(before: EpochMs, limit: number): number[];
  delete(rollCall: number): void;
  due(
    unlistedBefore: EpochMs,
    closedBefore: EpochMs,
  ): { readonly unlisted: number; readonly rollCalls: number };
}
