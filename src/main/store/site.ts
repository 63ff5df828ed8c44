/** The settings of the site; the row is there once the installation is set up. */
import { standardBadges } from '../../shared/contract/badges.ts';
import { standardLooks } from '../../shared/contract/looks.ts';
import { longestWatchlistDays, type RetentionSettings } from '../../shared/contract/retention.ts';
import type { SiteSettings } from '../../shared/contract/site.ts';
import type { SiteStore } from '../core/stores.ts';
import type { Database } from './database.ts';

/** As a program before there were looks, badges or cameras may have stored them. */
type Later = 'looks' | 'badges' | 'cameraReadsCodes';
type StoredSettings = Omit<SiteSettings, Later> & Partial<Pick<SiteSettings, Later>>;
const laterSettings = { looks: standardLooks, badges: standardBadges, cameraReadsCodes: false } as const;

/** As a program before there was a watchlist may have stored them. */
type StoredRetention = Omit<RetentionSettings, 'watchlistDays'> &
  Partial<Pick<RetentionSettings, 'watchlistDays'>>;

export function createSiteStore(database: Database): SiteStore {
  const read = database.prepare<[], { settings: string; retention: string }>(
    'SELECT settings, retention FROM site',
  );
  const write = database.prepare(
    `INSERT INTO site (one, settings, retention) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET settings = excluded.settings, retention = excluded.retention`,
  );
  /** What the row last held, parsed; the text itself is read each time, so a rolled-back change is never kept. */
  let parsed: {
    readonly settings: string;
    readonly retention: string;
    readonly value: NonNullable<ReturnType<SiteStore['read']>>;
  } | null = null;
  return {
    read() {
      const row = read.get();
      if (row === undefined) return undefined;
      if (parsed?.settings !== row.settings || parsed.retention !== row.retention)
        parsed = {
          ...row,
          value: {
            settings: { ...laterSettings, ...(JSON.parse(row.settings) as StoredSettings) },
            retention: {
              watchlistDays: longestWatchlistDays,
              ...(JSON.parse(row.retention) as StoredRetention),
            },
          },
        };
      return parsed.value;
    },
    write(settings, retention) {
      write.run(JSON.stringify(settings), JSON.stringify(retention));
    },
  };
}
