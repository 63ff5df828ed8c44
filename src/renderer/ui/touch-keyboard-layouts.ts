/**
 * The rows of the on-screen keyboard by language, kind of field and room. A row is keys with spaces between
 * them; `{shift}` and the like are keys that do something. Danish needs eleven columns; where those would fall
 * under the floor of 12.7 mm a key, æ ø å get a row of their own.
 */

export type KeyboardLanguage = 'da' | 'en';
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

const letters: Readonly<Record<KeyboardLanguage, readonly string[]>> = {
  en: ['q w e r t y u i o p', 'a s d f g h j k l', '{shift} z x c v b n m {delete}'],
  da: ['q w e r t y u i o p å', 'a s d f g h j k l æ ø', '{shift} z x c v b n m {delete}'],
};
const narrowDanish = ['q w e r t y u i o p', 'a s d f g h j k l', 'æ ø å', '{shift} z x c v b n m {delete}'];

// The letters of the names of Europe that the language's own keys lack, most frequent first.
const accents: Readonly<Record<KeyboardLanguage, readonly string[]>> = {
  en: ['é è ê ë á à â ä ã å', 'í î ï ó ô ö ø õ ú ü', '{shift} æ ç ñ ß ł ń š ž ý {delete}'],
  da: ['é è ê ë á à â ä ã ą', 'í î ï ó ô ö õ ú û ü', '{shift} ç ñ ß ł ń ś š ž ý {delete}'],
};

const symbols = ['1 2 3 4 5 6 7 8 9 0', "@ . - _ ' + & / ( )", '{letters} , : # ! ? % * = {delete}'];
const digits = '1 2 3 4 5 6 7 8 9 0';

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
  const last = kind === 'email' ? bottom.email : bottom.text;
  if (layer === 'symbols') return [...symbols, last.replace('{symbols} ', '')];
  const rows =
    layer === 'accents'
      ? accents[language]
      : language === 'da' && room.narrow
        ? narrowDanish
        : letters[language];
  const all = [...rows, layer === 'accents' ? last.replace('{accents}', '{letters}') : last];
  return kind === 'email' && room.tall && layer === 'letters' ? [digits, ...all] : all;
}
