/**
 * The rows of the on-screen keyboard by language, kind of field and room. A row is keys with spaces between
 * them; `{shift}` and the like are keys that do something. Danish, Norwegian, Swedish and German need eleven
 * columns; where those would fall under the floor of 12.7 mm a key, the letters beyond ten get a row of their own.
 */
import { accentsOf } from './touch-accents.ts';

export type KeyboardLanguage = 'da' | 'en' | 'de' | 'sv' | 'nb' | 'pl' | 'fr' | 'es';
/** What a field takes: decides rows and capitals. */
export type KeyKind = 'name' | 'text' | 'email' | 'phone';
export type KeyLayer = 'letters' | 'accents' | 'symbols';

export interface KeyboardRoom {
  /** Less than eleven columns of keys fit beside each other. */
  readonly narrow: boolean;
  /** Five rows fit above each other. */
  readonly tall: boolean;
}

const phonePad = ['1 2 3 {delete}', '4 5 6 +', '7 8 9 -', '. 0 {space} {enter}'];

interface Letters {
  readonly wide: readonly string[];
  /** With ten columns at most. */
  readonly narrow: readonly string[];
  /** Ends of addresses in the row of an e-mail field. */
  readonly domains: string;
}

const qwerty = ['q w e r t y u i o p', 'a s d f g h j k l'] as const;
const lastRow = '{shift} z x c v b n m {delete}';

const letters: Readonly<Record<KeyboardLanguage, Letters>> = {
  en: { wide: [...qwerty, lastRow], narrow: [...qwerty, lastRow], domains: '.dk .com' },
  da: {
    wide: [`${qwerty[0]} å`, `${qwerty[1]} æ ø`, lastRow],
    narrow: [...qwerty, 'æ ø å', lastRow],
    domains: '.dk .com',
  },
  nb: {
    wide: [`${qwerty[0]} å`, `${qwerty[1]} ø æ`, lastRow],
    narrow: [...qwerty, 'ø æ å', lastRow],
    domains: '.no .com',
  },
  sv: {
    wide: [`${qwerty[0]} å`, `${qwerty[1]} ö ä`, lastRow],
    narrow: [...qwerty, 'ö ä å', lastRow],
    domains: '.se .com',
  },
  de: {
    wide: ['q w e r t z u i o p ü', 'a s d f g h j k l ö ä', '{shift} y x c v b n m ß {delete}'],
    narrow: ['q w e r t z u i o p', 'a s d f g h j k l', 'ü ö ä ß', '{shift} y x c v b n m {delete}'],
    domains: '.de .com',
  },
  // The layout Poles know is plain QWERTY; the accents come as candidates.
  pl: { wide: [...qwerty, lastRow], narrow: [...qwerty, lastRow], domains: '.pl .com' },
  fr: {
    wide: ['a z e r t y u i o p', 'q s d f g h j k l m', '{shift} w x c v b n {delete}'],
    narrow: ['a z e r t y u i o p', 'q s d f g h j k l m', '{shift} w x c v b n {delete}'],
    domains: '.fr .com',
  },
  es: {
    wide: [qwerty[0], `${qwerty[1]} ñ`, lastRow],
    narrow: [qwerty[0], `${qwerty[1]} ñ`, lastRow],
    domains: '.es .com',
  },
};

function accentRows(language: KeyboardLanguage, narrow: boolean): readonly string[] {
  const { wide } = letters[language];
  const columns = narrow ? 10 : 11;
  // Shift and delete in the third row are half as wide again as a letter.
  const accents = accentsOf(language, new Set(wide.join(' ').split(' ')), 3 * columns - 3);
  return [
    accents.slice(0, columns).join(' '),
    accents.slice(columns, 2 * columns).join(' '),
    `{shift} ${accents.slice(2 * columns).join(' ')} {delete}`,
  ];
}

const digits = '1 2 3 4 5 6 7 8 9 0';
// What names of people and firms have, and what may stand in an address (RFC 5322, atext).
const symbols: Readonly<Record<'text' | 'email', readonly string[]>> = {
  text: [digits, '@ . _ + & / ( ) , :', '# ! ? % * = " {delete}'],
  email: [digits, "+ ' & / = # ! % * ?", '$ ^ ~ ` | {delete}'],
};

/** How many accented candidates of the letter before the caret stand in the last row. */
export function candidateCount(room: KeyboardRoom): number {
  return room.narrow ? 2 : 3;
}

/** `{candidate-1}` and so on: their letters change with what is typed, their places never do. */
export function candidateKeys(room: KeyboardRoom): readonly string[] {
  return Array.from({ length: candidateCount(room) }, (_, place) => `{candidate-${place + 1}}`);
}

/** The last row; its first key turns to the layer that is not shown. */
function bottom(
  language: KeyboardLanguage,
  kind: 'text' | 'email',
  layer: KeyLayer,
  room: KeyboardRoom,
): string {
  if (kind === 'email') return `{symbols} @ . - _ ${letters[language].domains} {enter}`;
  const candidates = layer === 'letters' ? `${candidateKeys(room).join(' ')} ` : '';
  return `{symbols} {accents} ${candidates}{space} - ' {enter}`;
}

export function keyboardRows(choice: {
  readonly language: KeyboardLanguage;
  readonly kind: KeyKind;
  readonly layer: KeyLayer;
  readonly room: KeyboardRoom;
}): readonly string[] {
  const { language, kind, layer, room } = choice;
  if (kind === 'phone') return phonePad;
  const plain = kind === 'email' ? 'email' : 'text';
  const last = bottom(language, plain, layer, room);
  switch (layer) {
    case 'symbols':
      return [...symbols[plain], last.replace('{symbols}', '{letters}')];
    case 'accents':
      return [...accentRows(language, room.narrow), last.replace('{accents}', '{letters}')];
    case 'letters': {
      const rows = letters[language][room.narrow ? 'narrow' : 'wide'];
      return kind === 'email' && room.tall ? [digits, ...rows, last] : [...rows, last];
    }
  }
}
