/** What a design shows where nobody's badge is meant. */
import type { BadgeText } from '../../shared/contract/badges.ts';

/** A code of the right length that no badge has: it is not made of random bits. */
export const sampleCode = `FB:${'0'.repeat(32)}`;

/** Today as a badge writes it, in the console's language. */
export function badgeDate(language: string): string {
  const locale = language === 'da' ? 'da' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(Date.now());
}

/** Letters of several languages and of usual length. */
export function sampleBadge(words: { readonly type: string; readonly date: string }): BadgeText {
  return {
    name: 'Søren Lindqvist',
    company: 'Nordlys Consulting A/S',
    host: 'Astrid Holm',
    date: words.date,
    'visitor-type': words.type,
    card: '12',
    code: sampleCode,
  };
}
