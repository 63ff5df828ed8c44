/**
 * The machine's own voices (Web Speech API). A voice that is not `localService` sends what it reads to somebody
 * else's server and is never used, not even as the only one there is.
 */

/** Milliseconds after which Chromium is believed to have no more voices to tell of. */
const lateVoices = [250, 1_000, 4_000] as const;

/** Languages that are written alike and whose voices can read one another. */
const kin: Readonly<Record<string, readonly string[]>> = { nb: ['nb', 'no', 'nn'], nn: ['nn', 'no', 'nb'] };

export interface Voice {
  readonly name: string;
  /** As BCP 47 has it; some systems write `en_GB`. */
  readonly lang: string;
  readonly localService: boolean;
  readonly default?: boolean;
}

/** The local voice for a language (ISO 639-1): the system's default where it speaks it, else the first. */
export function localVoiceFor<Any extends Voice>(voices: readonly Any[], language: string): Any | null {
  const wanted = kin[language] ?? [language];
  const able = voices.filter(
    ({ lang, localService }) => localService && wanted.includes(lang.toLowerCase().split(/[-_]/)[0] ?? ''),
  );
  return able.find((voice) => voice.default) ?? able[0] ?? null;
}

function synthesis(): SpeechSynthesis | null {
  return 'speechSynthesis' in window ? window.speechSynthesis : null;
}

export function localVoice(language: string): SpeechSynthesisVoice | null {
  return localVoiceFor(synthesis()?.getVoices() ?? [], language);
}

/** Hears when there may be other voices: systems tell of theirs late, and some without saying so. */
export function followVoices(listener: () => void): () => void {
  const engine = synthesis();
  engine?.addEventListener('voiceschanged', listener);
  const timers = lateVoices.map((late) => setTimeout(listener, late));
  return () => {
    engine?.removeEventListener('voiceschanged', listener);
    for (const timer of timers) clearTimeout(timer);
  };
}

export interface Speech {
  /** Stops what is being said and says these, one after the other; `false` without a voice for the language. */
  say(sentences: readonly string[], language: string): boolean;
  stop(): void;
  speaking(): boolean;
}

/** `onChange` hears when speaking begins, goes on to the next sentence, and ends. */
export function createSpeech(onChange: () => void): Speech {
  let waiting = 0;
  /** Chromium tells of the end of what was cancelled, too. */
  let turn = 0;
  const stop = (): void => {
    turn += 1;
    waiting = 0;
    synthesis()?.cancel();
    onChange();
  };
  return {
    say(sentences, language) {
      stop();
      const engine = synthesis();
      const voice = localVoice(language);
      if (engine === null || voice === null) return false;
      const own = turn;
      waiting = sentences.length;
      for (const sentence of sentences) {
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        const over = (): void => {
          if (own !== turn) return;
          waiting -= 1;
          onChange();
        };
        utterance.onend = over;
        utterance.onerror = over;
        engine.speak(utterance);
      }
      onChange();
      return true;
    },
    stop,
    speaking: () => waiting > 0,
  };
}
