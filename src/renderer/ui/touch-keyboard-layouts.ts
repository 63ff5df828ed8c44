/**
 * The rows of the on-screen keyboard by language, kind of field and room. A row is keys with spaces between
 * them; `{shift}` and the like are keys that do something. Danish needs eleven columns; where those would fall
 * under the floor of 12.7 mm a key, æ ø å get a row of their own.
 */

export type KeyboardLanguage = 'da' | 'en';
/** What a field takes: decides rows and capitals. */
export type KeyKind = 'name' | 'text' | 'email' | 'phone' | 'code';
export type KeyLayer = 'letters' | 'accents' | 'symbols';

export interface KeyboardRoom {
  /** Less than eleven columns of keys fit beside each other. */
  readonly narrow: boolean;
  /** Five rows fit above each other. */
  readonly tall: boolean;
}

const phonePad = ['1 2 3 {delete}', '4 5 6 +', '7 8 9 -', '. 0 {space} {enter}'];
/** Letters and digits without look-alikes (Crockford's base 32), the same in every language. */
const codePad = ['1 2 3 4 5 6 7 8 9 0', 'q w e r t y p', 'a s d f g h j k', 'z x c v b n m {delete} {enter}'];

const letters: Readonly<Record<KeyboardLanguage, readonly string[]>> = {
  en: ['q w e r t y u i o p', 'a s d f g h j k l', '{shift} z x c v b n m {delete}'],
  da: ['q w e r t y u i o p å', 'a s d f g h j k l æ ø', '{shift} z x c v b n m {delete}'],
};
const narrowDanish = ['q w e r t y u i o p', 'a s d f g h j k l', 'æ ø å', '{shift} z x c v b n m {delete}'];

// The letters of the names of Europe that the language's own keys lack, most frequent first.
const accents: Readonly<Record<KeyboardLanguage, readonly string[]>> = {
  en: ['é è ê ë á à â ä ã å', 'í î ó ô ö ø õ ú ü ý', '{shift} æ ç ñ ß ł ń š ž {delete}'],
  da: ['é è ê ë á à â ä ã ą', 'í î ó ô ö õ ú û ü ý', '{shift} ç ñ ß ł ń ś š ž {delete}'],
};

const digits = '1 2 3 4 5 6 7 8 9 0';
// What names of people and firms have, and what may stand in an address (RFC 5322, atext).
const symbols: Readonly<Record<'text' | 'email', readonly string[]>> = {
  text: [digits, '@ . _ + & / ( ) , :', '# ! ? % * = " {delete}'],
  email: [digits, "+ ' & / = # ! % * ?", '$ ^ ~ ` | {delete}'],
};

/** The last row; its first key turns to the layer that is not shown. */
const bottom: Readonly<Record<'text' | 'email', string>> = {
  text: "{symbols} {accents} {space} - ' {enter}",
  email: '{symbols} @ . - _ .dk .com {enter}',
};

export function keyboardRows(choice: {
  readonly language: KeyboardLanguage;
  readonly kind: KeyKind;
  readonly layer: KeyLayer;
  readonly room: KeyboardRoom;
}): readonly string[] {
  const { language, kind, layer, room } = choice;
  if (kind === 'phone') return phonePad;
  if (kind === 'code') return codePad;
  const last = bottom[kind === 'email' ? 'email' : 'text'];
  switch (layer) {
    case 'symbols':
      return [...symbols[kind === 'email' ? 'email' : 'text'], last.replace('{symbols}', '{letters}')];
    case 'accents':
      return [...accents[language], last.replace('{accents}', '{letters}')];
    case 'letters': {
      const rows = language === 'da' && room.narrow ? narrowDanish : letters[language];
      return kind === 'email' && room.tall ? [digits, ...rows, last] : [...rows, last];
    }
  }
}
