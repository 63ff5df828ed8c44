/** From what is on a screen to the sentences that are spoken. Pure: the words come in, the voice is elsewhere. */
import type { TFunction } from 'i18next';
import type { ScreenPart } from './screen-parts.ts';

type KioskWords = TFunction<'kiosk'>;

function sentence(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}

/** What a control says of itself when it is reached, and as part of its screen. */
export function controlText(part: ScreenPart, t: KioskWords): string {
  switch (part.kind) {
    case 'button':
      return sentence(t(part.chosen ? 'listen.chosen' : 'listen.button', { name: part.name }));
    case 'switch':
      return [t(part.on ? 'listen.on' : 'listen.off', { name: part.name }), part.text]
        .filter((text) => text !== '')
        .map(sentence)
        .join(' ');
    case 'field':
      return [
        t('listen.field', { name: part.name }),
        part.value.trim() === '' ? t('listen.empty') : t('listen.value', { value: part.value.trim() }),
        part.fault === '' ? part.hint : t('listen.fault', { fault: part.fault }),
      ]
        .filter((text) => text !== '')
        .map(sentence)
        .join(' ');
    case 'keyboard':
      return sentence(t('listen.keyboard'));
    case 'heading':
    case 'text':
    case 'alert':
      return sentence(part.text);
  }
}

/** A screen: its heading first, then what is wrong, then the rest as it stands there. */
export function spokenText(parts: readonly ScreenPart[], t: KioskWords): string[] {
  const rank = ({ kind }: ScreenPart): number => (kind === 'heading' ? 0 : kind === 'alert' ? 1 : 2);
  return [...parts].sort((one, other) => rank(one) - rank(other)).map((part) => controlText(part, t));
}

/** Names of the signs a voice would leave out or read as a pause. */
function signName(character: string, t: KioskWords): string | null {
  switch (character) {
    case ' ':
      return t('keyboard.space');
    case '@':
      return t('keyboard.at');
    case '.':
      return t('keyboard.dot');
    case '-':
      return t('keyboard.dash');
    case '_':
      return t('keyboard.underscore');
    case '+':
      return t('keyboard.plus');
    default:
      return null;
  }
}

/** One character by its name: `A` as "capital a", `@` as "at sign". */
export function characterName(character: string, t: KioskWords): string {
  const sign = signName(character, t);
  if (sign !== null) return sign;
  const small = character.toLocaleLowerCase();
  return small === character ? character : t('listen.capital', { letter: small });
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A value letter by letter, each a sentence of its own so that it is said slowly. */
export function spelled(value: string, t: KioskWords): string[] {
  return [...graphemes.segment(value)].map(({ segment }) => characterName(segment, t));
}
