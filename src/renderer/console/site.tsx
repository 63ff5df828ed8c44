/** What the core says about the site before anyone signs in, for every screen behind it. */
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { type Times, timesIn } from './times.ts';

export type ReadySite = Extract<CallOutput<'site.welcome'>, { state: 'ready' }>;

const SiteContext = createContext<ReadySite | null>(null);

export function SiteProvider({ site, children }: { readonly site: ReadySite; readonly children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>;
}

export function useSite(): ReadySite {
  const site = useContext(SiteContext);
  if (!site) throw new Error('useSite outside SiteProvider');
  return site;
}

export function useTimes(): Times {
  const { timeZone } = useSite();
  const { i18n } = useTranslation('console');
  return timesIn(i18n, i18n.language, timeZone);
}
