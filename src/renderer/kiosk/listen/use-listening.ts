/**
 * Listening: while it is on, every new screen is spoken, what is reached by key is named, and typed characters are
 * repeated. A touch stops it. Whatever screens there are, they are read from the page (screen-parts.ts).
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createSpeech, followVoices, localVoice, type Speech } from '../../ui/local-voices.ts';
import { typedFieldSelector } from '../../ui/touch-typing.ts';
import { partOf, readParts } from './screen-parts.ts';
import { characterName, controlText, spelled, spokenText } from './spoken-text.ts';

/** Keys of a keypad: read or stop, and spell. Their codes can be set on assistive keypads. */
export const listenKey = 'F2';
export const spellKey = 'F4';

/** Milliseconds a screen may take to settle before it is read. */
const settles = 120;

/** Sent with every sentence, so that nobody who listens is taken for gone. */
export const listeningEvent = 'foyer-listening';

export interface Listening {
  /** The machine has a voice of its own for the language of the screen. */
  readonly hasVoice: boolean;
  readonly on: boolean;
  readonly speaking: boolean;
  /** Reads the screen, or stops reading it. */
  readonly readOrStop: () => void;
  /** Spells what the current field holds. */
  readonly spell: () => void;
}

function surface(): Element | null {
  return (
    [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.querySelector('.kiosk:not([hidden])')
  );
}

/** What makes a screen another one: its element, which React makes anew, or its heading. */
function identity(root: Element | null): readonly [Element | null, string] {
  const shown = root?.matches('dialog') ? root : (root?.querySelector('main') ?? null);
  return [shown, root?.querySelector('h1, h2')?.textContent ?? ''];
}

function alertsOf(root: Element | null): string {
  const alerts = root?.querySelectorAll('[role="alert"]') ?? [];
  return [...alerts].map(({ textContent }) => textContent).join(' ');
}

function currentField(): HTMLInputElement | null {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement) return active;
  return document.querySelector<HTMLInputElement>(typedFieldSelector);
}

export function useHasVoice(language: string): boolean {
  const [hasVoice, setHasVoice] = useState(() => localVoice(language) !== null);
  useEffect(() => {
    const look = (): void => setHasVoice(localVoice(language) !== null);
    look();
    return followVoices(look);
  }, [language]);
  return hasVoice;
}

/** `turnOn` is called by the keypad's key while it is off. */
export function useListening(on: boolean, turnOn: () => void): Listening {
  const { t, i18n } = useTranslation('kiosk');
  const { language } = i18n;
  const hasVoice = useHasVoice(language);
  const [speaking, setSpeaking] = useState(false);
  const speech = useRef<Speech | null>(null);
  speech.current ??= createSpeech(() => {
    setSpeaking(speech.current?.speaking() ?? false);
    window.dispatchEvent(new Event(listeningEvent));
  });
  const say = useCallback(
    (sentences: readonly string[]) => void speech.current?.say(sentences, language),
    [language],
  );
  const readScreen = useCallback(() => {
    const shown = surface();
    if (shown !== null) say(spokenText(readParts(shown), t));
  }, [say, t]);

  // New screens, new dialogs, and what went wrong on the one there is.
  useEffect(() => {
    if (!on) return;
    let [shown, heading]: ReturnType<typeof identity> = [null, ''];
    let alerts = '';
    const look = (): void => {
      const root = surface();
      const [nowShown, nowHeading] = identity(root);
      const nowAlerts = alertsOf(root);
      if (nowShown !== shown || nowHeading !== heading) readScreen();
      else if (nowAlerts !== alerts && nowAlerts !== '') say([nowAlerts]);
      [shown, heading, alerts] = [nowShown, nowHeading, nowAlerts];
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      // The screen that was being read is gone at once, the next one is read when it has settled.
      if (identity(surface())[0] !== shown) speech.current?.stop();
      clearTimeout(timer);
      timer = setTimeout(look, settles);
    };
    const observer = new MutationObserver(soon);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['open', 'hidden'],
    });
    soon();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      speech.current?.stop();
    };
  }, [on, readScreen, say]);

  // What is reached by key, and what is typed.
  useEffect(() => {
    if (!on) return;
    let movedByKey = false;
    const key = ({ key: name }: KeyboardEvent): void => {
      movedByKey = name === 'Tab' || name.startsWith('Arrow');
    };
    const focused = ({ target }: FocusEvent): void => {
      const part = movedByKey && target instanceof Element ? partOf(target) : null;
      movedByKey = false;
      if (part !== null) say([controlText(part, t)]);
    };
    const typed = (event: Event): void => {
      if (!(event instanceof InputEvent) || !(event.target instanceof HTMLInputElement)) return;
      if (event.inputType.startsWith('delete')) say([t('listen.deleted')]);
      else if (event.data) say([[...event.data].length === 1 ? characterName(event.data, t) : event.data]);
    };
    const touched = ({ target }: PointerEvent): void => {
      // The button that stops reading decides by itself.
      if (!(target instanceof Element && target.closest('[data-listen]'))) speech.current?.stop();
    };
    document.addEventListener('keydown', key, true);
    document.addEventListener('focusin', focused);
    document.addEventListener('input', typed);
    document.addEventListener('pointerdown', touched, true);
    return () => {
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('focusin', focused);
      document.removeEventListener('input', typed);
      document.removeEventListener('pointerdown', touched, true);
    };
  }, [on, say, t]);

  const readOrStop = useCallback(() => {
    if (speech.current?.speaking()) speech.current.stop();
    else readScreen();
  }, [readScreen]);
  const spell = useCallback(() => {
    const value = currentField()?.value ?? '';
    say(value === '' ? [t('listen.empty')] : spelled(value, t));
  }, [say, t]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== listenKey && event.key !== spellKey) return;
      event.preventDefault();
      if (!on) {
        // Turning it on reads the screen by itself.
        if (event.key === listenKey && hasVoice) turnOn();
      } else if (event.key === listenKey) readOrStop();
      else spell();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [on, hasVoice, turnOn, readOrStop, spell]);

  return useMemo(
    () => ({ hasVoice, on, speaking, readOrStop, spell }),
    [hasVoice, on, speaking, readOrStop, spell],
  );
}
