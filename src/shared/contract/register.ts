/**
 * The register of processing activities (GDPR article 30): what the site does with personal data. The notice is
 * made from the entries that are on.
 */
import { z } from 'zod';
import { Line, OptionalParagraph, Paragraph } from '../text.ts';
import { Language } from '../vocabulary.ts';

/** The legal bases of GDPR article 6(1), in its order: (a) to (f). */
export const LegalBasis = z.enum([
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
]);
export type LegalBasis = z.infer<typeof LegalBasis>;

/** What a transfer to a country outside the EEA stands on: GDPR article 45, 46 or 49; `none` is no transfer. */
export const TransferBasis = z.enum(['none', 'adequacy', 'safeguards', 'derogation']);
export type TransferBasis = z.infer<typeof TransferBasis>;

/** What an entry says in one language; the wording of a fact is the same in every entry and not typed. */
export const EntryWords = z.strictObject({
  title: Line,
  purpose: Paragraph,
  /** Categories of personal data. */
  data: Paragraph,
  /** Categories of people concerned. */
  people: Paragraph,
  source: Paragraph,
  /** The interest pursued; needed where a basis is `legitimate-interests`. */
  interest: OptionalParagraph,
  /** Empty: nobody outside the site. */
  recipients: OptionalParagraph,
  /** To which countries and companies; needed where there is a transfer. */
  transfers: OptionalParagraph,
  /** How long it is kept; stays empty in the core entries, where the retention settings say it. */
  retention: OptionalParagraph,
});
export type EntryWords = z.output<typeof EntryWords>;

/** The name of a catalogue entry, or `own-` and eight hexadecimal digits that the office makes. */
export const EntryId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'shape');

/** What Foyer does itself: always on, and its retention is the site's retention settings. */
export const coreEntries = ['visits', 'access-cards'] as const;
export type CoreEntry = (typeof coreEntries)[number];

export function isCoreEntry(entryId: string): entryId is CoreEntry {
  return coreEntries.some((core) => core === entryId);
}

/** What an entry's words lack for its facts: message codes by field. Core entries get their retention from the settings. */
export function wordsFaults(
  entry: {
    readonly entryId: string;
    readonly legalBases: readonly string[];
    readonly transfer: string;
  },
  words: EntryWords,
): Partial<Record<keyof EntryWords, string>> {
  const core = isCoreEntry(entry.entryId);
  return {
    ...(entry.legalBases.includes('legitimate-interests') && words.interest === ''
      ? { interest: 'required' }
      : {}),
    ...(entry.transfer !== 'none' && words.transfers === '' ? { transfers: 'required' } : {}),
    ...(!core && words.retention === '' ? { retention: 'required' } : {}),
    ...(core && words.retention !== '' ? { retention: 'core-entry' } : {}),
  };
}

export const RegisterEntry = z
  .strictObject({
    entryId: EntryId,
    on: z.boolean(),
    /** Whether the kiosk itself processes it. */
    atKiosk: z.boolean(),
    legalBases: z.array(LegalBasis).min(1, 'required').max(LegalBasis.options.length, 'shape'),
    transfer: TransferBasis,
    /** The site's own words by language; a language left out has the catalogue's, where it has any. */
    words: z.record(Language, EntryWords),
  })
  .superRefine((entry, context) => {
    for (const [language, words] of Object.entries(entry.words))
      for (const [field, message] of Object.entries(wordsFaults(entry, words)))
        context.addIssue({ code: 'custom', path: ['words', language, field], message });
  });
export type RegisterEntry = z.output<typeof RegisterEntry>;

/** More entries than any site has; bounds what one draft takes. */
const mostEntries = 60;

export const Register = z.strictObject({
  /** In the order of the notice. */
  entries: z.array(RegisterEntry).max(mostEntries, 'too-many'),
});
export type Register = z.output<typeof Register>;
