/** What the core asks of the store about staff. */
import type { EpochMs, StaffId, StaffRole } from '../../../shared/vocabulary.ts';

export interface StoredStaff {
  readonly id: StaffId;
  readonly userName: string;
  readonly displayName: string;
  readonly roles: readonly StaffRole[];
  readonly passphraseHash: string;
  readonly failedTries: number;
  readonly lockedUntilAt: EpochMs | null;
  readonly disabledAt: EpochMs | null;
}

export interface StaffStore {
  insert(
    staff: Omit<StoredStaff, 'failedTries' | 'lockedUntilAt' | 'disabledAt'> & {
      readonly createdAt: EpochMs;
    },
  ): void;
  all(): StoredStaff[];
  byId(id: StaffId): StoredStaff | undefined;
  byUserName(userName: string): StoredStaff | undefined;
  setTries(id: StaffId, failedTries: number, lockedUntilAt: EpochMs | null): void;
  setDisabled(id: StaffId, disabledAt: EpochMs | null): void;
}
