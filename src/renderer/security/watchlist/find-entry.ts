/** Narrowing the watchlist that is on screen. Whom a visitor matches is the core's to say. */
import type { WatchlistRow } from '../../../shared/contract/watchlist.ts';

/** Letters without their marks, so that `soren` narrows to Søren. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœ]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l');
}

/** True when every word of `text` stands in the name, the e-mail, the phone (by its digits) or the company. */
export function isFound(text: string, { name, email, phone, company }: WatchlistRow): boolean {
  const where = plain(`${name} ${email} ${phone} ${phone.replace(/\D/g, '')} ${company}`);
  return plain(text)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
