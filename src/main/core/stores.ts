/**
 * What the core asks of the store, in the core's own words. Sequences are the store's row numbers: small, in
 * order of creation, never shown outside.
 */
import type { AuditEntry } from '../../shared/contract/audit.ts';
import type { CardType, Credential } from '../../shared/contract/cards.ts';
import type { RetentionSettings } from '../../shared/contract/retention.ts';
import type { SiteSettings } from '../../shared/contract/site.ts';
import type { VisitorType } from '../../shared/contract/visitor-types.ts';
import type { Departure, VisitRow } from '../../shared/contract/visits.ts';
import type { CardId, EpochMs, HostId, VisitId } from '../../shared/vocabulary.ts';
import type { DeviceStore } from './devices/device-store.ts';
import type { EvacuationListStore } from './evacuation-list/evacuation-list.ts';
import type { EventStore } from './events/event-store.ts';
import type { ExportStore } from './exports/export-store.ts';
import type { HoldStore, StoredHold } from './holds/hold-store.ts';
import type { HostStore } from './hosts/host-store.ts';
import type { IntegrationStore } from './integrations/integration-store.ts';
import type { InvitationStore } from './invitations/invitation-store.ts';
import type { NoticeStore } from './notice/notice-store.ts';
import type { OutboxStore } from './outbox/outbox-store.ts';
import type { RecognitionStore } from './recognition/recognition-store.ts';
import type { DayCountStore } from './reports/day-count-store.ts';
import type { RetentionStore } from './retention/retention-store.ts';
import type { RollCallStore } from './roll-calls/roll-call-store.ts';
import type { PictureStore } from './site/picture-store.ts';
import type { StaffStore } from './staff/staff-store.ts';
import type { VisitorTypeStore } from './visitor-types/visitor-type-store.ts';
import type { WatchlistStore } from './watchlist/watchlist-store.ts';

export interface StoredVisit {
  readonly sequence: number;
  readonly id: VisitId;
  readonly arrivedAt: EpochMs;
  readonly departedAt: EpochMs | null;
  /** Null for a visit that is open, waits or was refused. */
  readonly departure: Departure | null;
  /** Only an admitted visit can be open: `departedAt` is set in any other. */
  readonly admission: VisitRow['admission'];
  readonly host: string;
  /** The host chosen, while the directory has them. */
  readonly chosenHost: { readonly id: HostId; readonly name: string } | null;
  readonly language: string;
  readonly noticeSequence: number;
  readonly cardDue: boolean;
  /** Null once the contact details have been purged. */
  readonly contact: Contact | null;
  /** The version its visitor was asked by; null where the site had no types. */
  readonly visitorType: VisitorType | null;
  /** Of the site's rules that were on screen. */
  readonly rulesHash: string | null;
  /** By field id; empty once the contact details have been purged. */
  readonly answers: Readonly<Record<string, string>>;
  readonly openLoan: { readonly cardLabel: string; readonly dueAt: EpochMs } | null;
  /** Null where the visit is not restricted. */
  readonly hold: StoredHold | null;
}

export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
}

export interface VisitCounts {
  readonly onSite: number;
  readonly waitingForCard: number;
}

/** What is found by searching; `hostName` is the full name of the host chosen, or empty. */
export interface SearchRow extends Contact {
  readonly sequence: number;
  readonly arrivedAt: EpochMs;
  readonly host: string;
  readonly hostName: string;
}

export interface VisitStore {
  insert(visit: {
    readonly id: VisitId;
    readonly arrivedAt: EpochMs;
    readonly host: string;
    readonly hostSequence: number | null;
    readonly language: string;
    readonly noticeSequence: number;
    readonly cardDue: boolean;
    /** Not let in yet. */
    readonly waits: boolean;
    readonly contact: Contact;
    /** By which the visitor is found again. */
    readonly recognition: number;
    readonly visitorType?: {
      readonly versionSequence: number;
      readonly rulesHash: string | null;
      readonly answers: Readonly<Record<string, string>>;
    } | null;
  }): number;
  byId(id: VisitId): StoredVisit | undefined;
  /** In the order asked for; sequences that are gone are left out. */
  bySequences(sequences: readonly number[]): StoredVisit[];
  /** Latest arrival first. */
  onSite(limit: number): StoredVisit[];
  /** Visits that arrived since `at` and wait for security to let them in, latest first. */
  waitingSince(at: EpochMs, limit: number): StoredVisit[];
  latestWaitingForCard(): StoredVisit | undefined;
  onSiteCounts(): VisitCounts;
  arrivedSince(at: EpochMs): number;
  /** Visits that arrived since `at` and were closed without a sign-out, latest first. */
  unconfirmedSince(at: EpochMs, limit: number): StoredVisit[];
  unconfirmedCountSince(at: EpochMs): number;
  unconfirmedSequencesSince(at: EpochMs): number[];
  openSequences(): number[];
  /** Open visits that arrived, or were opened again, before `at`, oldest first; `arrivedAt` is the later of both. */
  openBefore(
    at: EpochMs,
    limit: number,
  ): { readonly sequence: number; readonly id: VisitId; readonly arrivedAt: EpochMs }[];
  depart(sequence: number, at: EpochMs, departure: Departure): void;
  /** Of a visit that waits. */
  decide(sequence: number, admission: 'admitted' | 'refused'): void;
  /** On site again, for the day that `at` falls in. */
  reopen(sequence: number, at: EpochMs): void;
  setCardDue(sequence: number, cardDue: boolean): void;
  correct(sequence: number, host: string, hostSequence: number | null, contact: Contact): void;
  /** Takes the place of all answers there were. */
  setAnswers(sequence: number, answers: Readonly<Record<string, string>>): void;
  /** For filling the search memory: contacts below `before`, newest first. */
  searchRows(before: number, limit: number): SearchRow[];
  /** The same of single visits; those without contact details are left out. */
  searchRowsOf(sequences: readonly number[]): SearchRow[];
  highestSequence(): number;
}

export interface StoredCard {
  readonly sequence: number;
  readonly id: CardId;
  readonly label: string;
  readonly type: CardType;
  readonly state: 'in-stock' | 'lost' | 'blocked' | 'retired';
  readonly credential: Credential;
  readonly registeredAt: EpochMs;
  readonly openLoan: {
    readonly sequence: number;
    readonly issuedAt: EpochMs;
    readonly dueAt: EpochMs;
    readonly visitSequence: number | null;
    readonly visitId: VisitId | null;
    readonly holderName: string | null;
    /** The holder's visit is restricted, and they are not in the house. */
    readonly holderHidden: boolean;
  } | null;
}

export interface CardStore {
  insert(card: {
    readonly id: CardId;
    readonly label: string;
    readonly labelKey: string;
    readonly type: CardType;
    readonly credential: Credential;
    readonly registeredAt: EpochMs;
  }): void;
  all(): StoredCard[];
  byId(id: CardId): StoredCard | undefined;
  byCredential(credential: Credential): StoredCard | undefined;
  labelTaken(labelKey: string): boolean;
  setState(sequence: number, state: StoredCard['state']): void;
  insertLoan(loan: {
    readonly id: string;
    readonly cardSequence: number;
    readonly visitSequence: number;
    readonly issuedAt: EpochMs;
    readonly dueAt: EpochMs;
  }): void;
  endLoan(sequence: number, at: EpochMs, outcome: 'returned' | 'lost'): void;
  /** Cards out now, and how many of them are past their due instant. */
  loanCounts(now: EpochMs): { readonly out: number; readonly overdue: number };
  /** Sequences of visits that hold a card whose label contains `labelKey`. */
  visitsByCardLabel(labelKey: string, limit: number): number[];
}

export interface SiteStore {
  read(): { readonly settings: SiteSettings; readonly retention: RetentionSettings } | undefined;
  write(settings: SiteSettings, retention: RetentionSettings): void;
}

export interface AuditStore {
  append(entry: Omit<AuditEntry, 'sequence'> & { readonly mac: string }): void;
  /** The MAC of the newest entry, or undefined when there is none. */
  head(): { readonly sequence: number; readonly mac: string } | undefined;
  /** Newest first, below `before`. */
  page(before: number | null, limit: number): AuditEntry[];
  /** Oldest first, above `after`, with their MACs. */
  chain(after: number, limit: number): (AuditEntry & { readonly mac: string })[];
  /** The newest entries about cards among the last 5,000, newest first. */
  recentCardActs(limit: number): AuditEntry[];
}

/** What is done to the database as a whole. */
export interface Maintenance {
  /** Rows written since the database was opened; rises with every one. */
  changes(): number;
  /** Size of the database in bytes, by its pages. */
  size(): number;
  /** Rewrites the database without its gaps; blocks, so it waits for a quiet minute. */
  vacuum(): void;
  /** Writes the log back and cuts it to zero bytes; false while somebody still reads it. */
  truncateLog(): boolean;
  /** Writes the log back as far as it can without waiting. */
  checkpoint(): void;
  /** The decrypted pages, in memory. */
  image(): Uint8Array;
}

export interface Stores {
  readonly visits: VisitStore;
  readonly holds: HoldStore;
  readonly visitorTypes: VisitorTypeStore;
  readonly hosts: HostStore;
  readonly events: EventStore;
  readonly integrations: IntegrationStore;
  readonly invitations: InvitationStore;
  readonly recognition: RecognitionStore;
  readonly watchlist: WatchlistStore;
  readonly cards: CardStore;
  readonly devices: DeviceStore;
  readonly staff: StaffStore;
  readonly notices: NoticeStore;
  readonly outbox: OutboxStore;
  readonly site: SiteStore;
  readonly pictures: PictureStore;
  readonly audit: AuditStore;
  readonly retention: RetentionStore;
  readonly rollCalls: RollCallStore;
  readonly evacuationList: EvacuationListStore;
  readonly dayCounts: DayCountStore;
  readonly exports: ExportStore;
  readonly maintenance: Maintenance;
  /** Runs `work` in one transaction (BEGIN IMMEDIATE); a throw rolls everything back. */
  transact<Result>(work: () => Result): Result;
}
