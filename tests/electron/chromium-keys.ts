/**
 * How Chromium brings keys to a page with Electron listening, as `RenderWidgetHostImpl` does it: a key going down
 * that a listener keeps back takes its character and its release with it, and so does everything up to the next key
 * going down; what is sent by a program is asked about like any key, at once.
 */
import type { Input, KeyboardInputEvent, WebContents } from 'electron';
import type { KeyFacts } from '../../src/shared/wedge-keys.ts';
import { stand } from './observed.ts';

type Step = 'rawKeyDown' | 'char' | 'keyUp';

export interface ChromiumKeys {
  readonly contents: WebContents & NodeJS.EventEmitter;
  /** A key of the keyboard goes down, and what it types comes with it. */
  down(facts: KeyFacts): void;
  up(facts: KeyFacts): void;
  /** The text of the field that has the focus; Enter and Tab are in it. */
  field(): string;
  /** `down a`, `up a` … as the page sees them. */
  seen(): readonly string[];
}

const characters: Readonly<Record<string, string>> = { Enter: '\n', Tab: '\t' };

export function createChromiumKeys(): ChromiumKeys {
  let suppressing = false;
  let field = '';
  const seen: string[] = [];

  function inputOf(facts: KeyFacts, type: 'keyDown' | 'keyUp'): Input {
    const { key, code, shift, control, alt, meta, repeat, composing } = facts;
    const modifiers = shift ? ['shift'] : [];
    return {
      ...{ type, key, code, shift, control, alt, meta, location: 0, modifiers },
      isAutoRepeat: repeat,
      isComposing: composing,
    };
  }

  function forward(step: Step, facts: KeyFacts): void {
    if (suppressing) {
      if (step !== 'rawKeyDown') return;
      suppressing = false;
    }
    if (step !== 'char') {
      if (step === 'rawKeyDown') suppressing = true;
      let prevented = false;
      const event = {
        preventDefault: () => {
          prevented = true;
        },
      };
      contents.emit('before-input-event', event, inputOf(facts, step === 'keyUp' ? 'keyUp' : 'keyDown'));
      if (prevented) return;
    }
    if (step === 'rawKeyDown') suppressing = false;
    if (step === 'char') field += characters[facts.key] ?? facts.key;
    else seen.push(`${step === 'keyUp' ? 'up' : 'down'} ${facts.key}`);
    if (step === 'rawKeyDown' && facts.key === 'Backspace') field = [...field].slice(0, -1).join('');
  }

  const contents = stand<WebContents>({
    isDestroyed: () => false,
    sendInputEvent({ type, keyCode, modifiers = [] }: KeyboardInputEvent) {
      // Electron knows the key of an American character, and no other.
      const key = type === 'char' || /^[ -~]$/.test(keyCode) ? keyCode : '';
      forward(type as Step, {
        key,
        code: '',
        shift: modifiers.includes('shift'),
        ...{ control: false, alt: false, meta: false, repeat: false, composing: false, spaceTypes: true },
      });
    },
  });

  return {
    contents,
    down(facts) {
      const { key, control, alt, meta } = facts;
      forward('rawKeyDown', facts);
      const types = [...key].length === 1 || Object.hasOwn(characters, key);
      if (types && !control && !alt && !meta) forward('char', facts);
    },
    up: (facts) => forward('keyUp', facts),
    field: () => field,
    seen: () => seen,
  };
}
