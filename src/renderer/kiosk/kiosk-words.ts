/**
 * Which languages the kiosk offers, and their words: the first one is there before the first screen, the others
 * while it is looked at, so that changing the language needs no host.
 */
import { useEffect, useState } from 'react';
import { isKioskLanguage, type KioskLanguage } from '../../shared/words/kiosk-words.ts';
import type { KeyboardLanguage } from '../ui/touch-keyboard-layouts.ts';
import { addWords, loadLanguages } from '../words/words.ts';
import type { Connection } from './connection.ts';
import type { Site } from './session-context.ts';

/** Languages of the site that there are words in; English where there are none. */
export function offeredLanguages(site: Site): readonly string[] {
  const spoken = site.languages.filter(
    (language) =>
      isKioskLanguage(language) || site.words.languages.some((added) => added.language === language),
  );
  return spoken.length > 0 ? spoken : ['en'];
}

export function firstLanguage(site: Site): string {
  const offered = offeredLanguages(site);
  return offered.includes(site.defaultLanguage) ? site.defaultLanguage : (offered[0] ?? 'en');
}

/** Before the site has said its language: the machine's own, where there are words in it. */
export function machineLanguage(tag: string): KioskLanguage {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  // Norwegian without saying which, and the other written Norwegian.
  if (language === 'no' || language === 'nn') return 'nb';
  return isKioskLanguage(language) ? language : 'en';
}

export function keyboardOf(site: Site, language: string): KeyboardLanguage {
  const added = site.words.languages.find((each) => each.language === language);
  return added?.keyboard ?? (isKioskLanguage(language) ? language : 'en');
}

/** True once the first screen can be shown in the site's first language. */
export function useSiteLanguages(site: Site | null, connection: Connection): boolean {
  const [ready, setReady] = useState(false);
  const first = site === null ? null : firstLanguage(site);
  // Compared by content: the site is another object after every change of anything.
  const offered = site === null ? '' : offeredLanguages(site).join(' ');
  const added = site === null ? '' : site.words.languages.map(({ language }) => language).join(' ');
  const revision = site?.words.revision ?? '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision has other words under the same names
  useEffect(() => {
    if (first === null) return;
    const abort = new AbortController();
    const addedLanguages = added === '' ? [] : added.split(' ');
    const load = async (): Promise<void> => {
      await addWords(async (language) => {
        if (!addedLanguages.includes(language)) return {};
        const reply = await connection.askPatiently('words.site', { language }, new AbortController().signal);
        return reply?.ok ? reply.value.words : {};
      }, addedLanguages);
      if (abort.signal.aborted) return;
      await loadLanguages([first]);
      if (abort.signal.aborted) return;
      setReady(true);
      await loadLanguages(offered.split(' '));
    };
    void load();
    return () => abort.abort();
  }, [first, offered, added, revision, connection]);
  return ready;
}
