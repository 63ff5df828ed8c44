/**
 * Brings what a kiosk remembers up to date: only what has changed. Words and pictures by the revision and the hashes
 * of the welcome, which is asked for all the time; the notice, of which the welcome says nothing, when an event told
 * of a change, after a new connection, and every ten minutes in case an event was lost.
 */
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/vocabulary.ts';
import type { PinnedLine } from './pinned-line.ts';
import type { Remembered } from './remembered.ts';

type Welcome = Extract<CallOutput<'site.welcome'>, { state: 'ready' }>;

/** Milliseconds after which a notice is asked for though nothing said that it changed. */
export const noticeAgeMs = 600_000;

export interface Remembering {
  /** The notice may be another one. */
  changed(): void;
  bring(welcome: Welcome): Promise<void>;
}

/** `now`: milliseconds. */
export function createRemembering(parts: {
  readonly line: Pick<PinnedLine, 'call'>;
  readonly remembered: Remembered;
  readonly now: () => number;
}): Remembering {
  const { line, remembered, now } = parts;
  /** By language, when it was asked for; what is not in it is to be asked for. */
  const noticeAt = new Map<Language, number>();

  async function fetch(
    name: 'notice.current' | 'words.site' | 'site.picture',
    input: object,
  ): Promise<boolean> {
    const reply = await line.call('kiosk', name, input);
    if (reply.ok) remembered.keep(name, input as never, reply.value);
    return reply.ok;
  }

  async function notice(language: Language): Promise<void> {
    const asked = noticeAt.get(language);
    if (asked !== undefined && Math.abs(now() - asked) < noticeAgeMs) return;
    // Before the answer: a change that is told of meanwhile asks again.
    noticeAt.set(language, now());
    if (!(await fetch('notice.current', { language }))) noticeAt.delete(language);
  }

  return {
    changed: () => noticeAt.clear(),
    async bring(welcome) {
      remembered.keep('site.welcome', {}, welcome);
      for (const language of welcome.languages) await notice(language);
      const { revision, languages } = welcome.words;
      for (const { language } of languages)
        if (remembered.find('words.site', { language })?.revision !== revision)
          await fetch('words.site', { language });
      const hashes = { logo: welcome.looks.logo, background: welcome.looks.picture };
      for (const role of ['logo', 'background'] as const)
        if (hashes[role] === null) remembered.keep('site.picture', { role }, { picture: null });
        else if (remembered.find('site.picture', { role })?.picture?.hash !== hashes[role])
          await fetch('site.picture', { role });
    },
  };
}
