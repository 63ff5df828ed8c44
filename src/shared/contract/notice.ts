/**
 * The privacy notice: information a visitor reads, never a consent. A version of it is its text in every language
 * of the site, known by one hash; versions are never changed and never deleted.
 */
import { z } from 'zod';
import { EpochMs, Language, NoticeId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { EntryId, EntryWords, Register } from './register.ts';

export const NoticePoint = z.strictObject({
  /** Which picture stands beside it. */
  about: z.enum(['data', 'purpose', 'retention', 'rights']),
  title: z.string(),
  text: z.string(),
});

/** Defaults stand for what the first versions did not have. */
export const NoticeSection = z.strictObject({
  heading: z.string(),
  paragraphs: z.array(z.string()),
  /** What the register says about one activity. */
  facts: z.array(z.strictObject({ label: z.string(), text: z.string() })).default([]),
  /** The language its words are in where there are none in the notice's own. */
  language: Language.nullable().default(null),
});
export type NoticeSection = z.output<typeof NoticeSection>;

export const NoticeContent = z.strictObject({
  title: z.string(),
  /** Who is responsible. */
  lead: z.string().default(''),
  /** The short layer, on the kiosk's screen. */
  points: z.array(NoticePoint),
  /** What else happens at the site, named below the points. */
  also: z.string().default(''),
  /** The full text, one tap away. */
  sections: z.array(NoticeSection),
});
export type NoticeContent = z.output<typeof NoticeContent>;

export const NoticeVersion = z.number().int().positive();

/** One language of one version. */
export const ReadableNotice = z.strictObject({
  noticeId: NoticeId,
  version: NoticeVersion,
  language: Language,
  /** Of the version: SHA-256, hexadecimal, of the JSON object of its contents by language, languages in order. */
  hash: z.string(),
  /** Of this text: SHA-256, hexadecimal, of its content as canonical JSON. */
  textHash: z.string(),
  publishedAt: EpochMs,
  content: NoticeContent,
});
export type ReadableNotice = z.output<typeof ReadableNotice>;

/** What made a version: the set-up, the office, another setting or retention, or new words in the program. */
export const NoticeCause = z.enum(['set-up', 'office', 'settings', 'retention', 'program']);
export type NoticeCause = z.infer<typeof NoticeCause>;

export const RegisterChange = z.strictObject({
  entryId: EntryId,
  change: z.enum(['added', 'removed', 'on', 'off', 'facts', 'words', 'moved']),
  /** Languages whose words differ, only with `words`. */
  languages: z.array(Language),
});
export type RegisterChange = z.output<typeof RegisterChange>;

/** `missing`: read in another language. `catalogue`: the site changed its words in another language only. */
export const Untranslated = z.strictObject({
  entryId: EntryId,
  language: Language,
  reason: z.enum(['missing', 'catalogue']),
});
export type Untranslated = z.output<typeof Untranslated>;

const Revision = z.number().int().nonnegative();

export const notice = {
  'notice.current': query({
    summary:
      'The notice in force in a language of the site, in English where it has no words in that language.',
    access: ['kiosk', 'reception', 'security', 'privacy', 'administrator'],
    input: z.strictObject({ language: Language }),
    output: ReadableNotice,
  }),
  'notice.read': query({
    summary: 'Any version of the notice there ever was, as it was shown.',
    access: ['reception', 'security', 'privacy', 'administrator'],
    input: z.strictObject({ noticeId: NoticeId }),
    output: ReadableNotice,
  }),
  'notice.history': query({
    summary: 'The versions of the notice, newest first, at most 200, with how many visits saw each.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      versions: z.array(
        z.strictObject({
          version: NoticeVersion,
          hash: z.string(),
          cause: NoticeCause,
          publishedAt: EpochMs,
          /** Counted at sign-in, so a purge does not lower it. */
          visits: z.number().int(),
          texts: z.array(z.strictObject({ language: Language, noticeId: NoticeId })),
        }),
      ),
    }),
  }),
  'notice.draft': query({
    summary:
      'The draft of the register, the catalogue it starts from, and what it changes in the notice in force.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Grows with every change; a command names the one it saw. */
      revision: Revision,
      /** Null where there is no draft and the register is the published one. */
      savedAt: EpochMs.nullable(),
      register: Register,
      published: z.strictObject({
        version: NoticeVersion,
        hash: z.string(),
        publishedAt: EpochMs,
        register: Register,
      }),
      /** Whether publishing it would change a word that visitors read. */
      differs: z.boolean(),
      changes: z.array(RegisterChange),
      /** Languages the notice is read in: those of the site that it has words in, and English for the others. */
      languages: z.array(Language),
      untranslated: z.array(Untranslated),
      /** Words that come with Foyer, by language, in the order of the catalogue. */
      catalogue: z.array(z.strictObject({ entryId: EntryId, words: z.record(Language, EntryWords) })),
    }),
  }),
  'notice.preview': query({
    summary: 'The notice as a register would make it, in a language it is read in. Nothing is stored.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ language: Language, register: Register }),
    output: z.strictObject({ content: NoticeContent }),
  }),
  'notice.saveDraft': command({
    summary: 'Stores the draft of the register. Refused with `draft-outdated` when somebody else changed it.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ revision: Revision, register: Register }),
    output: z.strictObject({ revision: Revision }),
  }),
  'notice.discardDraft': command({
    summary: 'Goes back to the published register.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ revision: Revision }),
    output: z.strictObject({ revision: Revision }),
  }),
  'notice.publish': command({
    summary:
      'Makes the draft the notice in force. Kiosks show it to the next visitor; a visitor who has read the one before keeps it.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ revision: Revision }),
    output: z.strictObject({ version: NoticeVersion, hash: z.string(), publishedAt: EpochMs }),
  }),
} as const;
