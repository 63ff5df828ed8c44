/** What the core asks of the store about integrations. */
import type { EpochMs, IntegrationId } from '../../../shared/vocabulary.ts';

export interface StoredIntegration {
  readonly sequence: number;
  readonly id: IntegrationId;
  readonly name: string;
  readonly madeAt: EpochMs;
  readonly lastUsedAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

export interface IntegrationStore {
  all(): StoredIntegration[];
  byTokenHash(hash: string): StoredIntegration | undefined;
  insert(integration: Pick<StoredIntegration, 'id' | 'name' | 'madeAt'>, tokenHash: string): void;
  used(sequence: number, at: EpochMs): void;
  revoke(sequence: number, at: EpochMs): void;
}
