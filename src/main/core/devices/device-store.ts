/** What the core asks of the store about devices. */
import type { DeviceId, Door, EpochMs, VisitId } from '../../../shared/vocabulary.ts';

export interface StoredDevice {
  readonly id: DeviceId;
  readonly name: string;
  readonly desk: string;
  readonly role: Door;
  /** Keyed hash of the device's secret. */
  readonly secretHash: string;
  readonly pairedAt: EpochMs;
  readonly lastSeenAt: EpochMs;
}

export interface DeviceStore {
  insert(device: StoredDevice): void;
  /** In the order of their pairing. */
  all(): StoredDevice[];
  rename(id: DeviceId, name: string, desk: string): void;
  setLastSeen(id: DeviceId, at: EpochMs): void;
  delete(id: DeviceId): void;
  letJoin(): boolean;
  setLetJoin(on: boolean): void;
  isDelivered(id: VisitId): boolean;
  /** Remembers the visit and forgets those delivered before `forgetBefore`. */
  setDelivered(id: VisitId, at: EpochMs, forgetBefore: EpochMs): void;
}
