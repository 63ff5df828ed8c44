/** The words a site's own files add to the kiosk, and what is to be said about the files. */
import { z } from 'zod';
import { Language } from '../vocabulary.ts';
import { KeyboardLanguage, WordFault } from '../words/word-file.ts';
import { query } from './definition.ts';

/** The languages that files of the site have words for. */
export const SiteWords = z.strictObject({
  /** Another one when the files have changed: 16 hexadecimal digits, or empty where there are none. */
  revision: z.string(),
  languages: z.array(
    z.strictObject({
      language: Language,
      /** The layout of the on-screen keyboard, where the file names one. */
      keyboard: KeyboardLanguage.nullable(),
    }),
  ),
});
export type SiteWords = z.output<typeof SiteWords>;

export const words = {
  'words.site': query({
    summary: 'The words a file of the site has for a language; none where there is no such file.',
    access: ['kiosk', 'console'],
    input: z.strictObject({ language: Language }),
    output: z.strictObject({
      revision: z.string(),
      /** Texts by path, such as `kiosk.attract.greeting`; see docs/languages.md. */
      words: z.record(z.string(), z.string()),
    }),
  }),
  'words.report': query({
    summary: 'Every language the kiosk can speak: where its words come from and what is wrong with them.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      languages: z.array(
        z.strictObject({
          language: Language,
          source: z.enum(['foyer', 'site', 'both']),
          /** The language its notice is read in: English where Foyer has no text in its own. */
          noticeLanguage: Language,
          /** Keys that are shown in English, with the English text. */
          missing: z.array(z.strictObject({ key: z.string(), english: z.string() })),
          /** How many texts the site's file has. */
          own: z.number().int(),
          unknown: z.array(z.string()),
          faults: z.array(z.strictObject({ key: z.string(), fault: WordFault })),
        }),
      ),
      /** Files that are for no language. */
      files: z.array(z.strictObject({ name: z.string(), fault: WordFault })),
    }),
  }),
} as const;
