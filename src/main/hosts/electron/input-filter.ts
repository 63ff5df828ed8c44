/**
 * Which keys reach a page. A list of what is allowed, so that a shortcut nobody thought of does nothing: no
 * reload, no developer tools, no zoom, no closing, no printing, no searching, no going back.
 */
import type { Input, WebContents } from 'electron';
import type { Door } from '../../../shared/vocabulary.ts';
import type { KeyboardCapture } from './keyboard-capture.ts';

/** Keys that type, move and correct, on their own or with Shift. */
const plainKeys: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  // the kiosk's keypad: read aloud, spell
  'F2',
  'F4',
  // accents, and writing systems that compose a character from several keys
  'Dead',
  'Process',
  'Compose',
  'Unidentified',
]);

/** Starts a roll call from security's screen. */
const startKey = 'F9';

/** Keys that only change what another key does. Alt alone opens nothing, because there is no menu. */
const modifierKeys: ReadonlySet<string> = new Set([
  'Shift',
  'CapsLock',
  'AltGraph',
  'NumLock',
  'Control',
  'Alt',
]);

/** Moving word by word and selecting all: useful everywhere. */
const editingChords: ReadonlySet<string> = new Set([
  'a',
  'z',
  'y',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'Backspace',
  'Delete',
]);

/** The clipboard would carry what one visitor typed to the next, so only the console has it. */
const clipboardChords: ReadonlySet<string> = new Set(['c', 'x', 'v']);

/** What the shell does with a key. */
export type KeyVerdict =
  | 'allow'
  | 'refuse'
  /** Ctrl+Alt+Shift+S: from the kiosk to the console and back, for a site with one display. */
  | 'change-window'
  /** Ctrl+Alt+Shift+Q at the console: close Foyer, which a locked shell grants to signed-in staff only. */
  | 'close';

export type Key = Pick<Input, 'key' | 'shift' | 'control' | 'alt' | 'meta'>;

function isCharacter(key: string): boolean {
  return [...key].length === 1;
}

export function judgeKey(key: Key, door: Door): KeyVerdict {
  const name = key.key.length === 1 ? key.key.toLowerCase() : key.key;
  if (key.control && key.alt && key.shift && !key.meta) {
    if (name === 's') return 'change-window';
    if (name === 'q' && door === 'console') return 'close';
  }
  if (modifierKeys.has(name)) return 'allow';
  // On macOS the Command key stands where others have Control.
  if (key.meta) return key.control || key.alt ? 'refuse' : chord(key, name, door);
  // AltGr reports itself as Control with Alt on Windows, and Option as Alt on macOS; the character they make is
  // never a bare letter, digit or space, as it is in a shortcut.
  if (key.alt) return isCharacter(name) && !/^[a-z0-9 ]$/.test(name) ? 'allow' : 'refuse';
  if (key.control) return chord(key, name, door);
  if (door === 'console' && name === startKey) return 'allow';
  return isCharacter(name) || plainKeys.has(name) ? 'allow' : 'refuse';
}

function chord(key: Key, name: string, door: Door): KeyVerdict {
  // With Shift a letter is another shortcut: Ctrl+Shift+C inspects an element. Only redo is wanted.
  if (key.shift && isCharacter(name)) return name === 'z' ? 'allow' : 'refuse';
  return editingChords.has(name) || (door === 'console' && clipboardChords.has(name)) ? 'allow' : 'refuse';
}

export function filterInput(
  contents: Pick<WebContents, 'on'>,
  door: Door,
  act: (verdict: 'change-window' | 'close') => void,
  capture?: Pick<KeyboardCapture, 'isTyping' | 'holds'>,
): void {
  contents.on('before-input-event', (event, input) => {
    // It was judged when it was struck.
    if (capture?.isTyping() === true) return;
    const verdict = judgeKey(input, door);
    if (capture?.holds(input, verdict === 'allow') === true) event.preventDefault();
    if (verdict === 'allow') return;
    event.preventDefault();
    if (verdict !== 'refuse' && input.type === 'keyDown' && !input.isAutoRepeat) act(verdict);
  });
}
