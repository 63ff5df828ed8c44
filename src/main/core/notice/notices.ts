/**
 * The privacy notice: made from the site's settings and retention, one version for each language, renewed when
 * its content changes. The hash of the content is what a visit refers to, so that what a visitor read can be
 * shown again word for word.
 */
import { NoticeContent } from '../../../shared/contract/notice.ts';
import type { NoticeId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import type { Digest } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site, SiteState } from '../site/site.ts';
import type { StoredNotice, Stores } from '../stores.ts';
import { danishNotice } from './text-da.ts';
import { germanNotice } from './text-de.ts';
import { englishNotice } from './text-en.ts';
import { spanishNotice } from './text-es.ts';
import { frenchNotice } from './text-fr.ts';
import { norwegianNotice } from './text-nb.ts';
import { polishNotice } from './text-pl.ts';
import { swedishNotice } from './text-sv.ts';

const texts: Readonly<Record<string, (site: SiteState) => NoticeContent>> = {
  da: danishNotice,
  en: englishNotice,
  de: germanNotice,
  sv: swedishNotice,
  nb: norwegianNotice,
  pl: polishNotice,
  fr: frenchNotice,
  es: spanishNotice,
};

/** Languages the notice has a text in. */
export const noticeLanguages: readonly string[] = Object.keys(texts);

/** The language the notice is read in where the screen speaks `language`: its own, or English where it has no text. */
export function noticeLanguageOf(language: string): string {
  return Object.hasOwn(texts, language) ? language : 'en';
}

export interface Notices {
  /**
   * The notice in force where the screen speaks `language`, in English where it has no text in that language;
   * throws `Refusal('not-found')` for a language the site does not offer.
   */
  current(language: string): StoredNotice;
  /** Stores a new version of every language whose content is no longer the stored one. */
  renew(at: number): void;
}

export function createNotices(parts: {
  readonly stores: Stores;
  readonly site: Site;
  readonly digest: Digest;
  readonly newId: () => string;
}): Notices & Handlers<'notice.current'> {
  const { stores, site, digest, newId } = parts;

  /** Languages the site needs the notice in, each once. */
  const needed = (): ReadonlySet<string> =>
    new Set(site.require().settings.languages.map((language) => noticeLanguageOf(language)));

  function current(asked: string): StoredNotice {
    const language = noticeLanguageOf(asked);
    const offered = site.require().settings.languages.includes(asked) || needed().has(asked);
    const notice = offered ? stores.notices.latest(language) : undefined;
    if (notice === undefined) throw new Refusal('not-found');
    return notice;
  }

  return {
    current,
    renew(at) {
      const state = site.require();
      for (const language of needed()) {
        const text = texts[language];
        if (text === undefined) continue;
        const content = JSON.stringify(text(state));
        const hash = digest.sha256(content);
        const latest = stores.notices.latest(language);
        if (latest?.hash === hash) continue;
        const id = newId() as NoticeId;
        stores.notices.insert({
          id,
          language,
          version: (latest?.version ?? 0) + 1,
          hash,
          content,
          createdAt: at,
        });
      }
    },
    'notice.current'({ language }) {
      const { id, version, hash, content, language: readIn } = current(language);
      return {
        noticeId: id,
        version,
        language: readIn,
        hash,
        content: NoticeContent.parse(JSON.parse(content)),
      };
    },
  };
}
