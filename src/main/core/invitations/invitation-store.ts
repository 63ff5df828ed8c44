/** What the core asks of the store about invitations. */
import type { EpochMs, HostId, InvitationId, LocalDate, VisitorTypeId } from '../../../shared/vocabulary.ts';
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
  /** Null where none was chosen, and while it is retired. */
  readonly visitorTypeId: VisitorTypeId | null;
}

/** Keyed hashes of the two forms of a code. */
export interface CodeHashes {
  readonly typed: string;
  readonly scanned: string;
}

export interface InvitationStore {
  /** `validUntil`: the first instant after its day. */
  insert(
    invitation: Omit<StoredInvitation, 'sequence' | 'endedAt' | 'hostId' | 'visitorTypeId'> & {
      readonly visitorTypeId?: VisitorTypeId | null;
      readonly hostSequence: number | null;
      readonly validUntil: EpochMs;
    },
    hashes: CodeHashes,
  ): void;
  byId(id: InvitationId): StoredInvitation | undefined;
  /** By the hash of either form of its code. */
  byCode(hash: string): StoredInvitation | undefined;
  /** The oldest that is stored; undefined where there is none. */
  first(): StoredInvitation | undefined;
  setCode(sequence: number, hashes: CodeHashes): void;
  /** Used or cancelled. */
  end(sequence: number, at: EpochMs): void;
  /** Not ended and for this date or a later one, by date and name. */
  expectedFrom(date: LocalDate, limit: number): StoredInvitation[];
  /** What a purge takes, after a sequence: ended, or its day was over before `before`. */
  due(before: EpochMs, after: number, limit: number): StoredInvitation[];
  delete(sequence: number): void;
  /** Those still stored, after a sequence. */
  after(sequence: number, limit: number): StoredInvitation[];
}
