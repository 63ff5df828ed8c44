import { createInstance, type i18n } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { ScreenPart } from '../../src/renderer/kiosk/listen/screen-parts.ts';
import { controlText, spelled, spokenText } from '../../src/renderer/kiosk/listen/spoken-text.ts';
import { localVoiceFor } from '../../src/renderer/ui/local-voices.ts';
import en from '../../src/shared/words/en/kiosk.json' with { type: 'json' };

const words: i18n = createInstance();
await words.init({
  lng: 'en',
  resources: { en: { kiosk: en } },
  ns: ['kiosk'],
  defaultNS: 'kiosk',
  interpolation: { escapeValue: false },
});
const t = words.getFixedT('en', 'kiosk');

describe('what is spoken', () => {
  test('the heading comes first, then what is wrong, then the rest in its order', () => {
    const parts: ScreenPart[] = [
      { kind: 'button', name: 'Back', chosen: false },
      { kind: 'heading', text: 'How can we reach you?' },
      {
        kind: 'field',
        name: 'E-mail',
        value: 'anna',
        hint: '',
        fault: 'Please write it like anna@example.com.',
      },
      { kind: 'alert', text: 'That did not work' },
      { kind: 'keyboard' },
      { kind: 'button', name: 'Continue', chosen: false },
    ];
    expect(spokenText(parts, t)).toEqual([
      'How can we reach you?',
      'That did not work.',
      'Back, button.',
      'E-mail, text field. contains anna. Not right: Please write it like anna@example.com.',
      'The keyboard is at the bottom of the screen.',
      'Continue, button.',
    ]);
  });

  test.each<[ScreenPart, string]>([
    [{ kind: 'button', name: 'Dansk', chosen: true }, 'Dansk, chosen.'],
    [
      { kind: 'switch', name: 'Large text', text: 'Bigger letters everywhere', on: true },
      'Large text, on. Bigger letters everywhere.',
    ],
    [
      { kind: 'field', name: 'Host', value: ' ', hint: 'The person you are meeting', fault: '' },
      'Host, text field. empty. The person you are meeting.',
    ],
  ])('%o', (part, spoken) => {
    expect(controlText(part, t)).toBe(spoken);
  });

  test('a value is spelled by the names of its characters, an accent with its letter', () => {
    expect(spelled('Sø@a.d-k_+ 1e\u0301', t)).toEqual([
      'capital s',
      'ø',
      'At sign',
      'a',
      'Full stop',
      'd',
      'Hyphen',
      'k',
      'Underscore',
      'Plus',
      'Space',
      '1',
      'e\u0301',
    ]);
  });
});

describe('the voice', () => {
  const far = { name: 'Far', lang: 'da-DK', localService: false };
  const near = { name: 'Near', lang: 'da_DK', localService: true };
  const usual = { name: 'Usual', lang: 'da', localService: true, default: true };
  test('is one of the machine and never one of a server, even when there is no other', () => {
    expect(localVoiceFor([far], 'da')).toBeNull();
    expect(localVoiceFor([far, near], 'da')).toBe(near);
    expect(localVoiceFor([near, usual], 'da')).toBe(usual);
  });
  test('speaks the language of the screen, or one that is written alike', () => {
    expect(localVoiceFor([near], 'en')).toBeNull();
    const norwegian = { name: 'Norsk', lang: 'no-NO', localService: true };
    expect(localVoiceFor([near, norwegian], 'nb')).toBe(norwegian);
    expect(localVoiceFor([norwegian], 'da')).toBeNull();
  });
});
