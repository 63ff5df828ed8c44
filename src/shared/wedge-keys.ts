/**
 * What a key means to a keyboard reader. Readers type on a US layout whatever the layout of the machine, so a
 * character follows from the place of the key (`code`) and Shift; what a person means is in `key`.
 */

/** A key going down, as browsers and Electron tell it. */
export interface KeyFacts {
  /** Place on the keyboard: `KeyA`, `Digit1`, `Enter`. */
  readonly code: string;
  /** What it types on this machine's layout, or its name. */
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  /** The key is held down and repeats by itself. */
  readonly repeat: boolean;
  /** An input method is putting a character together. */
  readonly composing: boolean;
  /** A space is a character here; where it presses a button instead, it is no reader's. */
  readonly spaceTypes: boolean;
}

export type KeyKind =
  /** Shift and its like: says nothing by itself. */
  | { readonly kind: 'modifier' }
  /** Enter or Tab, by which a reader ends a card. */
  | { readonly kind: 'end' }
  /** Types one character; `character` is the reader's, null where its place is no character of a reader's. */
  | { readonly kind: 'character'; readonly character: string | null }
  /** An accent that waits for its letter. */
  | { readonly kind: 'dead' }
  /** Whatever no reader strikes: commands, moving, deleting, held-down keys, input methods. */
  | { readonly kind: 'other' };

const modifiers: ReadonlySet<string> = new Set([
  ...['Shift', 'CapsLock', 'NumLock', 'AltGraph', 'Control', 'Alt', 'Meta', 'OS', 'Fn', 'FnLock'],
  ...['ScrollLock', 'Hyper', 'Super', 'Symbol', 'SymbolLock'],
]);

const shiftedDigits = ')!@#$%^&*(';

/** The character of a key, plain and with Shift. */
const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};

function usCharacter(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shift ? (shiftedDigits[Number(digit)] ?? null) : digit;
  const padDigit = /^Numpad(\d)$/.exec(code)?.[1];
  if (padDigit !== undefined) return padDigit;
  return Object.hasOwn(signs, code) ? (signs[code]?.[shift ? 1 : 0] ?? null) : null;
}

export function kindOfKey(facts: KeyFacts): KeyKind {
  const { key, code, shift } = facts;
  if (modifiers.has(key)) return { kind: 'modifier' };
  if (facts.composing) return { kind: 'other' };
  if (key === 'Dead') return { kind: 'dead' };
  if (facts.control || facts.alt || facts.meta || facts.repeat) return { kind: 'other' };
  if (key === 'Enter' || key === 'Tab') return { kind: shift ? 'other' : 'end' };
  if (key === ' ' && !facts.spaceTypes) return { kind: 'other' };
  if ([...key].length === 1) return { kind: 'character', character: usCharacter(code, shift) };
  return { kind: 'other' };
}
