/** Which languages the kiosk offers, which comes first, and which keyboard belongs to each. */
import { isKioskLanguage, type KioskLanguage } from '../../shared/words/kiosk-words.ts';
import type { KeyboardLanguage } from '../ui/touch-keyboard-layouts.ts';
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
