/**
 * The privacy notice in force and those before it. A version is made from the published register, the site's
 * settings and its retention; it is known by the hash of its text in all languages. A visit refers to the text
 * its visitor read, so that it can be shown again word for word.
 */
import { type NoticeCause, NoticeContent, type ReadableNotice } from '../../../shared/contract/notice.ts';
import { Register } from '../../../shared/contract/register.ts';
import type { EpochMs, NoticeId, VisitId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import type { Digest } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { minute } from '../time.ts';
import { askedBy } from './asked-by-types.ts';
import { canonicalJson } from './canonical.ts';
import { completed } from './catalogue.ts';
import type { NoticeInForce, StoredNotice } from './notice-store.ts';
import { renderNotice } from './render.ts';
import { noticeLanguageOf, noticeLanguagesOf } from './words.ts';

/** The longest a visitor takes from reading the notice to confirming. */
const longestSignIn = 60 * minute;
/** Versions the office lists. */
const mostListed = 200;

/** A notice as made, before it has a version. */
export interface MadeNotice {
  readonly hash: string;
  readonly texts: readonly { readonly language: string; readonly content: string }[];
}

export interface Notices {
  /**
   * The notice in force where the screen speaks `language`, in English where it has no text in that language;
   * throws `Refusal('not-found')` for a language the site does not offer.
   */
  current(language: string): StoredNotice;
  /**
   * The notice a sign-in says was on screen: the one in force, or one that was in force when the visit began and
   * was replaced at most an hour ago. Throws `Refusal('notice-outdated')` for any other.
   */
  shown(noticeId: NoticeId, language: string, visitId: VisitId, at: EpochMs): StoredNotice;
  /** The version in force; throws `Refusal('not-set-up')`. */
  inForce(): NoticeInForce;
  /** The register the version in force was made from, with the whole catalogue. */
  register(): Register;
  /** The notice a register would make now, in every language of the site. */
  make(register: Register): MadeNotice;
  /** Makes a register the notice in force; null when that changes no word. */
  publish(register: Register, at: EpochMs, cause: NoticeCause): NoticeInForce | null;
  /** The published register again, with the settings, retention and fixed words of now. True when a word changed. */
  renew(at: EpochMs, cause: NoticeCause): boolean;
  readonly calls: Handlers<'notice.current' | 'notice.read' | 'notice.history'>;
}

export function createNotices(parts: {
  readonly stores: Stores;
  readonly site: Site;
  readonly digest: Digest;
  readonly newId: () => string;
}): Notices {
  const { stores, site, digest, newId } = parts;

  function current(asked: string): StoredNotice {
    const language = noticeLanguageOf(asked);
    const { languages } = site.require().settings;
    const offered = languages.includes(asked) || noticeLanguagesOf(languages).includes(asked);
    const notice = offered ? stores.notices.latest(language) : undefined;
    if (notice === undefined) throw new Refusal('not-found');
    return notice;
  }

  function inForce(): NoticeInForce {
    const version = stores.notices.inForce();
    if (version === undefined) throw new Refusal('not-set-up');
    return version;
  }

  function publishedRegister(): Register {
    const stored = stores.notices.inForce()?.register ?? null;
    return completed(stored === null ? null : Register.parse(JSON.parse(stored)));
  }

  function make(register: Register): MadeNotice {
    const state = site.require();
    const asked = askedBy(stores);
    const texts = noticeLanguagesOf(state.settings.languages)
      .sort()
      .map((language) => ({
        language,
        content: canonicalJson(renderNotice(register, state, language, asked)),
      }));
    const whole = texts.map(({ language, content }) => `${JSON.stringify(language)}:${content}`).join(',');
    return { hash: digest.sha256(`{${whole}}`), texts };
  }

  function publish(register: Register, at: EpochMs, cause: NoticeCause): NoticeInForce | null {
    const before = stores.notices.inForce();
    const { hash, texts } = make(register);
    if (before?.hash === hash) return null;
    stores.notices.insert({
      version: (before?.version ?? 0) + 1,
      hash,
      cause,
      register: canonicalJson(register),
      publishedAt: at,
      texts: texts.map((text) => ({
        ...text,
        id: newId() as NoticeId,
        hash: digest.sha256(text.content),
      })),
    });
    return inForce();
  }

  return {
    current,
    inForce,
    register: publishedRegister,
    make,
    publish,
    renew: (at, cause) => publish(publishedRegister(), at, cause) !== null,
    shown(noticeId, language, visitId, at) {
      const named = stores.notices.byId(noticeId);
      if (named === undefined || named.language !== language) throw new Refusal('notice-outdated');
      const supersededAt = stores.notices.supersededAt(named.version);
      if (supersededAt === null && named.id === current(language).id) return named;
      // The screen makes the visit's id (UUID version 7) before it fetches the notice.
      const begunAt = Number.parseInt(visitId.replace('-', '').slice(0, 12), 16);
      if (supersededAt === null || supersededAt <= begunAt || supersededAt < at - longestSignIn)
        throw new Refusal('notice-outdated');
      return named;
    },
    calls: {
      'notice.current': ({ language }) => readable(current(language)),
      'notice.read'({ noticeId }) {
        const notice = stores.notices.byId(noticeId);
        if (notice === undefined) throw new Refusal('not-found');
        return readable(notice);
      },
      'notice.history': () => ({
        versions: stores.notices.versions(mostListed).map(({ register: _, ...version }) => version),
      }),
    },
  };
}

function readable(notice: StoredNotice): ReadableNotice {
  const { id, version, language, hash, textHash, publishedAt, content } = notice;
  return {
    noticeId: id,
    version,
    language,
    hash,
    textHash,
    publishedAt,
    content: NoticeContent.parse(JSON.parse(content)),
  };
}
