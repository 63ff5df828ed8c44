/** Narrowing a list that is already on screen; finding visits anywhere is the core's search. */
import type { VisitRow } from '../../shared/contract/visits.ts';

/** Letters without their marks, so that `soren` narrows to Søren. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœ]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd');
}

/** True when every word of `text` begins a word of the visit's name, company or host. */
export function matches(text: string, visit: VisitRow): boolean {
  const words = folded(`${visit.name} ${visit.company} ${visit.host} ${visit.hostName}`).split(/[\s\-.,]+/);
  return folded(text)
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}
