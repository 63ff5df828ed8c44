/** A day in words: `2 March 2026` at the site, in the language of the screen. */
import { localeOf } from '../../shared/locale.ts';

export const dateIn = (language: string, timeZone: string, at: number): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone, dateStyle: 'long' }).format(at);
