/**
 * The words of the site's own files, read once at the start: what the kiosk may show of them, and what the office
 * says about them. A bad file never stops anything; see `shared/words/word-file.ts` for what is bad.
 */
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { SiteWords } from '../../../shared/contract/words.ts';
import { Language } from '../../../shared/vocabulary.ts';
import { isKioskLanguage, kioskLanguages, neededWords } from '../../../shared/words/kiosk-words.ts';
import {
  mostWordFiles,
  readWordFile,
  unusableWordFile,
  type WordFault,
  type WordFileReading,
} from '../../../shared/words/word-file.ts';
import type { Handlers } from '../context.ts';
import { noticeLanguageOf } from '../notice/words.ts';
import type { Digest, Log } from '../ports.ts';

/** A file of the site's `words` folder as it was at the start. */
export interface WordFile {
  /** With its ending: `fi.json`. */
  readonly name: string;
  readonly content: string | { readonly fault: WordFault };
}

export interface SiteLanguages {
  /** Languages the kiosk has words in: Foyer's own and those of usable files. */
  readonly spoken: readonly string[];
  readonly siteWords: SiteWords;
  readonly calls: Handlers<'words.site' | 'words.report'>;
}

type Reported = CallOutput<'words.report'>['languages'][number];

const longestFileName = 80;

export function createSiteLanguages(parts: {
  readonly files: readonly WordFile[];
  readonly digest: Digest;
  readonly log: Log;
}): SiteLanguages {
  const { files, digest, log } = parts;
  const readings = new Map<string, WordFileReading>();
  const strangers: { name: string; fault: WordFault }[] = [];
  for (const [index, { name, content }] of files.entries()) {
    const language = Language.safeParse(name.replace(/\.json$/, ''));
    if (index >= mostWordFiles)
      strangers.push({ name: name.slice(0, longestFileName), fault: 'too-many-files' });
    else if (!language.success) strangers.push({ name: name.slice(0, longestFileName), fault: 'file-name' });
    else
      readings.set(
        language.data,
        typeof content === 'string' ? readWordFile(language.data, content) : unusableWordFile(content.fault),
      );
  }
  const usable = [...readings].filter(([, { words }]) => words.size > 0);
  const added = usable.map(([language]) => language).filter((language) => !isKioskLanguage(language));
  const texts = usable.map(([language, { words, keyboard }]) => [language, keyboard, ...words]);
  const siteWords: SiteWords = {
    revision: usable.length === 0 ? '' : digest.sha256(JSON.stringify(texts)).slice(0, 16),
    languages: usable.map(([language, { keyboard }]) => ({ language, keyboard })),
  };

  for (const [language, { faults, unknown }] of readings)
    if (faults.length + unknown.length > 0)
      log({ event: 'words', language, faults: faults.length, unknown: unknown.length });
  if (strangers.length > 0) log({ event: 'words', language: null, faults: strangers.length, unknown: 0 });

  function reportOf(language: string): Reported {
    const reading = readings.get(language);
    const isOwn = isKioskLanguage(language);
    return {
      language,
      source: reading === undefined ? 'foyer' : isOwn ? 'both' : 'site',
      noticeLanguage: noticeLanguageOf(language),
      // Foyer's own languages are complete, or its tests do not pass.
      missing: isOwn
        ? []
        : [...neededWords(language)]
            .filter(([key]) => !reading?.words.has(key))
            .map(([key, english]) => ({ key, english })),
      own: reading?.words.size ?? 0,
      unknown: [...(reading?.unknown ?? [])],
      faults: [...(reading?.faults ?? [])],
    };
  }

  return {
    spoken: [...kioskLanguages, ...added],
    siteWords,
    calls: {
      'words.site': ({ language }) => ({
        revision: siteWords.revision,
        words: Object.fromEntries(readings.get(language)?.words ?? []),
      }),
      'words.report': () => ({
        languages: [...new Set([...kioskLanguages, ...readings.keys()])].map(reportOf),
        files: strangers,
      }),
    },
  };
}
