/** The site's settings, read from the store each time so that a rolled-back change is never believed. */
import type { RetentionSettings } from '../../../shared/contract/retention.ts';
import type { SiteSettings } from '../../../shared/contract/site.ts';
import { Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';

export interface SiteState {
  readonly settings: SiteSettings;
  readonly retention: RetentionSettings;
}

export interface Site {
  /** Null while the installation is not set up. */
  current(): SiteState | null;
  /** Throws `Refusal('not-set-up')`. */
  require(): SiteState;
}

export function createSite(stores: Stores): Site {
  const current = (): SiteState | null => stores.site.read() ?? null;
  return {
    current,
    require() {
      const state = current();
      if (state === null) throw new Refusal('not-set-up');
      return state;
    },
  };
}
