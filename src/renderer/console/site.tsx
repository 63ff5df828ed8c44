/** What the core says about the site before anyone signs in, for every screen behind it; and times as people read them. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { EpochMs, LocalDate } from '../../shared/vocabulary.ts';
import { daysAfter, noonOf } from './local-date.ts';

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

export interface Times {
  /** `09:41`. */
  clock(at: EpochMs): string;
  /** `14 March 2026`. */
  date(at: EpochMs): string;
  /** `14 March 2026, 09:41`. */
  full(at: EpochMs): string;
  /** As short as it stays clear: `09:41` today, `yesterday 17:05`, else `14 Mar 17:05`. */
  short(at: EpochMs): string;
  /** A local date as `Tuesday, 3 March 2026`. */
  day(on: LocalDate): string;
  /** A local date as `3 Mar`. */
  shortDay(on: LocalDate): string;
  number(value: number): string;
  /** `name, e-mail and phone`. */
  list(words: readonly string[]): string;
}

/** Danish as it is, English as Europe writes it: 24 hours, day before month. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

export function useTimes(): Times {
  const { timeZone } = useSite();
  const { t, i18n } = useTranslation('console');
  const language = i18n.language;
  return useMemo(() => {
    const locale = localeOf(language);
    const make = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
    const clock = make({ hour: '2-digit', minute: '2-digit' });
    const date = make({ day: 'numeric', month: 'long', year: 'numeric' });
    const shortDate = make({ day: 'numeric', month: 'short' });
    const yearDate = make({ day: 'numeric', month: 'short', year: 'numeric' });
    const day = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' });
    // A date has no zone: noon in Greenwich, told in Greenwich, is the same date.
    const weekday = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const dayAndMonth = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    const number = new Intl.NumberFormat(locale);
    const list = new Intl.ListFormat(locale);
    return {
      clock: (at) => clock.format(at),
      date: (at) => date.format(at),
      full: (at) => `${date.format(at)}, ${clock.format(at)}`,
      short(at) {
        const now = Date.now();
        const on = day.format(at);
        if (on === day.format(now)) return clock.format(at);
        // The day before today's noon is yesterday, also on the days that last 23 or 25 hours.
        if (on === daysAfter(day.format(now), -1)) return t('time.yesterday', { clock: clock.format(at) });
        const dated = on.slice(0, 4) === day.format(now).slice(0, 4) ? shortDate : yearDate;
        return `${dated.format(at)} ${clock.format(at)}`;
      },
      day: (on) => weekday.format(noonOf(on)),
      shortDay: (on) => dayAndMonth.format(noonOf(on)),
      number: (value) => number.format(value),
      list: (words) => list.format(words),
    };
  }, [language, timeZone, t]);
}
