/** The rules of the site that a visitor had on screen, found again by their hash in the version they were asked by. */
import type { Digest } from '../ports.ts';
import type { StoredVisit } from '../stores.ts';
import { rulesHash } from './offered-types.ts';

export function shownRules(
  { visitorType, rulesHash: shown }: Pick<StoredVisit, 'visitorType' | 'rulesHash'>,
  digest: Digest,
): { language: string; hash: string; paragraphs: string[] } | null {
  for (const [language, paragraphs] of Object.entries(visitorType?.rules ?? {})) {
    const hash = rulesHash(digest, paragraphs);
    if (hash === shown) return { language, hash, paragraphs };
  }
  return null;
}
