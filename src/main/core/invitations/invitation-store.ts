/** What the core asks of the store about invitations. */
import type {
  EpochMs,
  EventId,
  HostId,
  InvitationId,
  LocalDate,
  VisitorTypeId,
} from '../../../shared/vocabulary.ts';
import type { Contact } from '../stores.ts';

export interface StoredInvitation {
  readonly sequence: number;
  readonly id: InvitationId;
  readonly madeAt: EpochMs;
  readonly validOn: LocalDate;
  /** Used or cancelled; null while the visitor is expected. */
  readonly endedAt: EpochMs | null;
  readonly contact: Contact;
  readonly host: string;
  /** Null where words were written, and once the host is gone. */
  readonly hostId: HostId | null;
  /** Of the mail; null for the site's own. */
  readonly language: string | null;
  /** The event it belongs to; times are local, `HH:MM` or empty. */
  readonly event: {
    readonly sequence: number;
    readonly id: EventId;
    readonly starts: string;
    readonly ends: string;
  } | null;
  /** Null where none was chosen, and while it is retired. */
  readonly visitorTypeId: VisitorTypeId | null;
}

/** Keyed hashes of the two forms of a code. */
export interface CodeHashes {
  readonly typed: string;
  readonly scanned: string;
}

export interface NewInvitation
  extends Pick<StoredInvitation, 'id' | 'madeAt' | 'validOn' | 'contact' | 'host' | 'language'> {
  readonly hostSequence: number | null;
  /** What brings the visitor here; null where the kiosk asks. */
  readonly visitorTypeId: VisitorTypeId | null;
  /** The first instant after its day. */
  readonly validUntil: EpochMs;
  readonly eventSequence: number | null;
  /** The program that made it, and what it calls it. */
  readonly integration: { readonly sequence: number; readonly externalId: string } | null;
}

export interface InvitationStore {
  /** Its sequence. */
  insert(invitation: NewInvitation, hashes: CodeHashes): number;
  byId(id: InvitationId): StoredInvitation | undefined;
  bySequence(sequence: number): StoredInvitation | undefined;
  byExternalId(integrationSequence: number, externalId: string): StoredInvitation | undefined;
  /** By the hash of either form of its code. */
  byCode(hash: string): StoredInvitation | undefined;
  /** The oldest that is stored; undefined where there is none. */
  first(): StoredInvitation | undefined;
  setCode(sequence: number, hashes: CodeHashes): void;
  /** Ends it once; the event it belongs to counts on. `visitSequence`: of the visit it led to. */
  end(sequence: number, at: EpochMs, how: 'used' | 'cancelled', visitSequence?: number): void;
  /** Not ended and for this date or a later one, by date and name. */
  expectedFrom(date: LocalDate, limit: number): StoredInvitation[];
  /** What a purge takes, after a sequence: ended, or its day was over before `before`, and led to no restricted visit. */
  due(before: EpochMs, after: number, limit: number): StoredInvitation[];
  delete(sequence: number): void;
  /** Those still stored, after a sequence. */
  after(sequence: number, limit: number): StoredInvitation[];
}
