/** What the core asks of the store about types of visitor. Versions are only added to. */
import type { VisitorType } from '../../../shared/contract/visitor-types.ts';
import type { EpochMs, VisitorTypeId } from '../../../shared/vocabulary.ts';

/** One version of one type. */
export interface StoredType {
  /** Of the type. */
  readonly sequence: number;
  readonly id: VisitorTypeId;
  readonly retiredAt: EpochMs | null;
  readonly versionSequence: number;
  readonly version: number;
  readonly madeAt: EpochMs;
  readonly type: VisitorType;
}

export interface VisitorTypeStore {
  /** The newest version of every type, in the order of the kiosk, retired ones last. */
  all(): StoredType[];
  /** The newest version. */
  byId(id: VisitorTypeId): StoredType | undefined;
  /** Adds a type after all others, without a version yet; its sequence. */
  insert(id: VisitorTypeId): number;
  addVersion(version: {
    readonly typeSequence: number;
    readonly version: number;
    readonly hash: string;
    readonly content: string;
    readonly madeAt: EpochMs;
  }): void;
  setPosition(sequence: number, position: number): void;
  setRetired(sequence: number, at: EpochMs | null): void;
}
