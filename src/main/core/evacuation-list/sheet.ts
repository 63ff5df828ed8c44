/** What stands on the evacuation list, as texts in the order of the page. Pure but for the time zone's names. */
import type { EpochMs } from '../../../shared/vocabulary.ts';
import type { StoredVisit } from '../stores.ts';

export interface Sheet {
  readonly title: string;
  readonly site: string;
  /** When and how many. */
  readonly line: string;
  /** Tick, visitor, arrival, host, card. */
  readonly columns: readonly [string, string, string, string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly company: string;
    readonly arrived: string;
    readonly host: string;
    readonly card: string;
  }[];
  readonly foot: string;
  /** `Page 1 of 2` with the numbers put in. */
  readonly page: string;
}

const words = {
  en: {
    locale: 'en-GB',
    title: 'Evacuation list',
    line: (at: string, count: number) => `On site at ${at}: ${count}`,
    columns: ['Seen', 'Visitor', 'Arrived', 'Host', 'Card'],
    foot: 'Written anew every five minutes. Destroy printed copies after use: they hold personal data.',
    page: 'Page {page} of {pages}',
  },
  da: {
    locale: 'da',
    title: 'Evakueringsliste',
    line: (at: string, count: number) => `I huset ${at}: ${count}`,
    columns: ['Set', 'Besøgende', 'Ankomst', 'Vært', 'Kort'],
    foot: 'Skrives igen hvert femte minut. Destruér udskrifter efter brug: de indeholder personoplysninger.',
    page: 'Side {page} af {pages}',
  },
} as const;

export function toSheet(
  visits: readonly StoredVisit[],
  site: { readonly siteName: string; readonly timeZone: string; readonly defaultLanguage: string },
  at: EpochMs,
): Sheet {
  const own = site.defaultLanguage === 'da' ? words.da : words.en;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(own.locale, { timeZone: site.timeZone, hourCycle: 'h23', ...options });
  const full = format({ dateStyle: 'long', timeStyle: 'short' });
  const short = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const byName = new Intl.Collator(own.locale);
  return {
    title: own.title,
    site: site.siteName,
    line: own.line(full.format(at), visits.length),
    columns: own.columns,
    rows: visits
      .map(({ contact, arrivedAt, host, chosenHost, openLoan }) => ({
        name: contact?.name ?? '–',
        company: contact?.company ?? '',
        arrived: short.format(arrivedAt),
        host: chosenHost?.name ?? host,
        card: openLoan?.cardLabel ?? '',
      }))
      .sort((one, other) => byName.compare(one.name, other.name)),
    foot: own.foot,
    page: own.page,
  };
}
