/**
 * Keys on their way to a page: those of a keyboard, which a test strikes (`keyboard.ts`), and those of
 * `webContents.sendInputEvent`. As in Chromium, the shell is asked about each before the page has it; a key that is
 * prevented takes with it whatever comes before the next key going down; and all reach the page in order.
 */
import type { EventEmitter } from 'node:events';
import type { Input, KeyboardInputEvent } from 'electron';
import type { Parameters } from './devtools.ts';
import { preventable } from './requests.ts';

export interface StandInInput {
  send(event: KeyboardInputEvent): void;
  /** A key of the keyboard, just now. */
  strike(input: Input): void;
  /** What becomes of a key of the page that nobody prevented: `later` when it has to wait for what was sent before. */
  passOn(input: Input): 'allowed' | 'later';
  /** Resolves when the page has had all there was. */
  settled(): Promise<void>;
}

export interface InputPage {
  dispatch(event: Parameters): Promise<unknown>;
  /** The next key of this kind in the page is one of ours, and nobody is asked about it again. */
  expect(type: 'keydown' | 'keyup', key: string): Promise<unknown>;
}

const namedKeys: Readonly<Record<string, number>> = {
  Enter: 13,
  Tab: 9,
  Backspace: 8,
  Escape: 27,
  Delete: 46,
};

function virtualKey(key: string): number {
  const named = namedKeys[key];
  if (named !== undefined) return named;
  return /^[a-z0-9 ]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0;
}

/** Down with what it types, or up, in the words of the DevTools protocol. */
function wholeKey({ type, key, code, shift, control, alt, meta, isAutoRepeat }: Input): Parameters {
  const commands = (alt ? 1 : 0) + (control ? 2 : 0) + (meta ? 4 : 0);
  const types = commands > 0 ? '' : key === 'Enter' ? '\r' : [...key].length === 1 ? key : '';
  const text = type === 'keyUp' ? '' : types;
  return {
    type: type === 'keyUp' ? 'keyUp' : text === '' ? 'rawKeyDown' : 'keyDown',
    ...{ key, code, autoRepeat: isAutoRepeat, windowsVirtualKeyCode: virtualKey(key) },
    modifiers: commands + (shift ? 8 : 0),
    ...(text === '' ? {} : { text, unmodifiedText: text }),
  };
}

export function createInput(page: Promise<InputPage>, contents: EventEmitter): StandInInput {
  let underWay = 0;
  let last: Promise<void> = Promise.resolve();
  let suppressing = false;

  function queue(event: Parameters): void {
    underWay += 1;
    last = last
      .then(async () => {
        const { dispatch, expect } = await page;
        if (event.type !== 'char') await expect(event.type === 'keyUp' ? 'keyup' : 'keydown', event.key);
        await dispatch(event);
      })
      // A page that is gone has no use for keys.
      .catch(() => {})
      .finally(() => {
        underWay -= 1;
      });
  }

  function mayPass(input: Input): boolean {
    if (input.type === 'keyUp' && suppressing) return false;
    suppressing = input.type === 'keyDown';
    const event = preventable({});
    contents.emit('before-input-event', event, input);
    if (event.defaultPrevented) return false;
    suppressing = false;
    return true;
  }

  return {
    send({ type, keyCode: key, modifiers = [] }) {
      const has = (name: 'shift' | 'control' | 'alt' | 'meta'): boolean => modifiers.includes(name);
      const input: Input = {
        ...{ type: type === 'keyUp' ? 'keyUp' : 'keyDown', key, code: '', location: 0 },
        ...{ isAutoRepeat: false, isComposing: false, modifiers: modifiers as string[] },
        ...{ shift: has('shift'), control: has('control'), alt: has('alt'), meta: has('meta') },
      };
      if (type === 'char' ? suppressing : !mayPass(input)) return;
      const whole = wholeKey(input);
      if (type === 'char') queue({ ...whole, type: 'char', text: key, unmodifiedText: key });
      else queue({ ...whole, type: type === 'keyUp' ? 'keyUp' : 'rawKeyDown', text: '', unmodifiedText: '' });
    },
    strike(input) {
      if (mayPass(input)) queue(wholeKey(input));
    },
    passOn(input) {
      if (underWay === 0) return 'allowed';
      queue(wholeKey(input));
      return 'later';
    },
    settled: () => last,
  };
}
