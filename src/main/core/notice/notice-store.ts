/** What the core asks of the store about the notice: its versions, which are only added to, and the one draft. */
import type { NoticeCause } from '../../../shared/contract/notice.ts';
import type { EpochMs, NoticeId } from '../../../shared/vocabulary.ts';

/** One language of one version. */
export interface StoredNotice {
  readonly sequence: number;
  readonly id: NoticeId;
  readonly language: string;
  readonly version: number;
  /** Of the version, in all languages. */
  readonly hash: string;
  readonly textHash: string;
  /** JSON of the contract's NoticeContent. */
  readonly content: string;
  readonly publishedAt: EpochMs;
}

/** Read with every sign-in, so without what is counted or gathered. */
export interface NoticeInForce {
  readonly version: number;
  readonly hash: string;
  readonly cause: NoticeCause;
  /** JSON of the contract's Register; null for a version from before there was one. */
  readonly register: string | null;
  readonly publishedAt: EpochMs;
}

export interface StoredNoticeVersion extends NoticeInForce {
  /** How many visits began with it. */
  readonly visits: number;
  readonly texts: { readonly language: string; readonly noticeId: NoticeId }[];
}

export type NewNoticeVersion = NoticeInForce & {
  readonly texts: readonly {
    readonly id: NoticeId;
    readonly language: string;
    readonly hash: string;
    readonly content: string;
  }[];
};

export interface NoticeStore {
  /** The newest text in a language. */
  latest(language: string): StoredNotice | undefined;
  bySequence(sequence: number): StoredNotice | undefined;
  byId(id: NoticeId): StoredNotice | undefined;
  /** The newest version; undefined before the set-up. */
  inForce(): NoticeInForce | undefined;
  /** Newest first. */
  versions(limit: number): StoredNoticeVersion[];
  /** When the next version was published; null for the newest. */
  supersededAt(version: number): EpochMs | null;
  insert(version: NewNoticeVersion): void;
  /** A register of null is the published one. */
  draft(): {
    readonly revision: number;
    readonly register: string | null;
    readonly savedAt: EpochMs | null;
  };
  /** Raises the revision. */
  writeDraft(register: string | null, at: EpochMs): void;
}
