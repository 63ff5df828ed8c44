/**
 * A speech engine that a test plays, in the place of the browser's: it has the voices it is given, remembers what
 * it was asked to say, and says it for as long as the test wants.
 */
import type { Page } from 'playwright/test';

export interface PlayedVoice {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
}

export const localVoices: readonly PlayedVoice[] = [
  { name: 'Far English', lang: 'en-US', localService: false },
  { name: 'Near English', lang: 'en-GB', localService: true },
  { name: 'Near Danish', lang: 'da-DK', localService: true },
];

interface Played {
  readonly said: { readonly text: string; readonly voice: string; readonly lang: string }[];
  cancelled: number;
  finishOne(): void;
  setVoices(voices: readonly PlayedVoice[]): void;
}

declare global {
  interface Window {
    foyerPlayedSpeech: Played;
  }
}

function installSpeech(first: readonly PlayedVoice[]): void {
  class Utterance {
    voice: PlayedVoice | null = null;
    lang = '';
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  let voices = first;
  let queue: Utterance[] = [];
  const target = new EventTarget();
  const played: Played = {
    said: [],
    cancelled: 0,
    finishOne: () => queue.shift()?.onend?.(),
    setVoices(next) {
      voices = next;
      target.dispatchEvent(new Event('voiceschanged'));
    },
  };
  const engine = Object.assign(target, {
    getVoices: () => [...voices],
    speak(utterance: Utterance) {
      queue.push(utterance);
      played.said.push({
        text: utterance.text,
        voice: utterance.voice?.name ?? 'the default',
        lang: utterance.lang,
      });
    },
    cancel() {
      if (queue.length > 0) played.cancelled += 1;
      const dropped = queue;
      queue = [];
      for (const { onerror } of dropped) onerror?.();
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: engine });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  window.foyerPlayedSpeech = played;
}

export interface PlayedSpeech {
  /** What was said since the last time, oldest first. */
  said(): Promise<string[]>;
  /** Names of the voices that ever spoke. */
  voices(): Promise<string[]>;
  /** How often something was cut off. */
  cancelled(): Promise<number>;
  /** Says the sentence to its end. */
  finishOne(): Promise<void>;
  setVoices(voices: readonly PlayedVoice[]): Promise<void>;
}

export async function installPlayedSpeech(
  page: Page,
  voices: readonly PlayedVoice[] = localVoices,
): Promise<PlayedSpeech> {
  await page.addInitScript(installSpeech, voices);
  let heard = 0;
  return {
    async said() {
      const all = await page.evaluate(() => window.foyerPlayedSpeech.said.map(({ text }) => text));
      const fresh = all.slice(heard);
      heard = all.length;
      return fresh;
    },
    voices: () => page.evaluate(() => [...new Set(window.foyerPlayedSpeech.said.map(({ voice }) => voice))]),
    cancelled: () => page.evaluate(() => window.foyerPlayedSpeech.cancelled),
    finishOne: () => page.evaluate(() => window.foyerPlayedSpeech.finishOne()),
    setVoices: (next) => page.evaluate((now) => window.foyerPlayedSpeech.setVoices(now), next),
  };
}
