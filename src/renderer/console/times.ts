/** Times, numbers and lists as people read them in a language, at the site. */
import type { i18n as Words } from 'i18next';
import { localeOf } from '../../shared/locale.ts';
import type { EpochMs, LocalDate } from '../../shared/vocabulary.ts';
import { daysAfter, noonOf } from './local-date.ts';

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
  /** A local date as `3 March 2026`. */
  plainDay(on: LocalDate): string;
  /** A local date as `3 Mar`. */
  shortDay(on: LocalDate): string;
  number(value: number): string;
  /** `name, e-mail and phone`. */
  list(words: readonly string[]): string;
}

/** By language and time zone: a format costs more to make than a list of rows to fill with it. */
const made = new Map<string, Times>();

export function timesIn(words: Words, language: string, timeZone: string): Times {
  const key = `${language} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const times = makeTimes(words, language, timeZone);
  made.set(key, times);
  return times;
}

function makeTimes(words: Words, language: string, timeZone: string): Times {
  const t = words.getFixedT(language, 'console');
  const locale = localeOf(language);
  const make = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
  const clock = make({ hour: '2-digit', minute: '2-digit' });
  const date = make({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDate = make({ day: 'numeric', month: 'short' });
  const yearDate = make({ day: 'numeric', month: 'short', year: 'numeric' });
  const day = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' });
  // A date has no zone: noon in Greenwich, told in Greenwich, is the same date.
  const plain = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
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
    plainDay: (on) => plain.format(noonOf(on)),
    shortDay: (on) => dayAndMonth.format(noonOf(on)),
    number: (value) => number.format(value),
    list: (words) => list.format(words),
  };
}
