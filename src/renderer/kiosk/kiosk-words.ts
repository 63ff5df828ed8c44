/**
 * The words of the languages the kiosk offers: the first one is there before the first screen, the others while it
 * is looked at, so that changing the language needs no host.
 */
import { useEffect, useState } from 'react';
import { addWords, loadLanguages, setLanguage } from '../words/words.ts';
import type { Connection } from './connection.ts';
import { firstLanguage, offeredLanguages } from './kiosk-languages.ts';
import type { Site } from './session-context.ts';

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
      await setLanguage(first);
      if (abort.signal.aborted) return;
      setReady(true);
      await loadLanguages(offered.split(' '));
    };
    void load();
    return () => abort.abort();
  }, [first, offered, added, revision, connection]);
  return ready;
}
