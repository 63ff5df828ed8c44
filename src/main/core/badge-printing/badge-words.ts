/** The words on a badge, in the site's default language; pure but for the time zone's names. */
import type { BadgeText } from '../../../shared/contract/badges.ts';
import type { SiteSettings } from '../../../shared/contract/site.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';
import type { StoredVisit } from '../stores.ts';
import { typeName } from '../visitor-types/given-answers.ts';

const captions = {
  en: { locale: 'en-GB', host: 'Host', date: 'Date', card: 'Card' },
  da: { locale: 'da', host: 'Vært', date: 'Dato', card: 'Kort' },
} as const;

const wordsOf = (language: string) => (language === 'da' ? captions.da : captions.en);

export function captionsOf({ defaultLanguage }: SiteSettings): { host: string; date: string; card: string } {
  const { host, date, card } = wordsOf(defaultLanguage);
  return { host, date, card };
}

/** Of a visit whose contact details are there. `code` is empty where none is printed. */
export function badgeText(
  visit: StoredVisit & { readonly contact: NonNullable<StoredVisit['contact']> },
  site: SiteSettings,
  at: EpochMs,
  code: string,
): BadgeText {
  const { defaultLanguage, timeZone } = site;
  const date = new Intl.DateTimeFormat(wordsOf(defaultLanguage).locale, { timeZone, dateStyle: 'medium' });
  return {
    name: visit.contact.name,
    company: visit.contact.company,
    host: visit.chosenHost?.name ?? visit.host,
    date: date.format(at),
    'visitor-type': visit.visitorType === null ? '' : typeName(visit.visitorType, defaultLanguage),
    card: visit.openLoan?.cardLabel ?? '',
    code,
  };
}
