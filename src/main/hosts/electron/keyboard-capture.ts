/**
 * Takes the scans of a keyboard reader out of a window's keys before its page gets them, and hands them in. What is
 * a scan is decided in `shared/wedge.ts`; here keys come from `before-input-event` (see `input-filter.ts`), and what
 * was held back is typed with `sendInputEvent`.
 *
 * Three traits of Chromium shape this. After a key that was kept from the page it keeps back everything up to the
 * next key going down, so a release is not told, and a bare character would be lost: every key is sent whole, going
 * down first. What is sent while a kept key is being asked about would let that key's own character through: then
 * it is sent a moment later. And Electron does not say when a key was struck, only that it is here: the clock stands
 * still while this process does.
 */
import type { Input, KeyboardInputEvent, WebContents } from 'electron';
import { createWedge, type HeldKey, type WedgeOutcome } from '../../../shared/wedge.ts';
import type { KeyFacts } from '../../../shared/wedge-keys.ts';

export interface KeyboardCapture {
  /** Whether the site has a reader that types into its windows. */
  set(on: boolean): void;
  /** True while the capture itself types: nobody struck these keys now. */
  isTyping(): boolean;
  /** Asked of every key; true where the page must not get it now. `allowed`: nothing else keeps it from the page. */
  holds(input: Input, allowed: boolean): boolean;
}

export interface KeyboardCaptureParts {
  readonly contents: Pick<WebContents, 'sendInputEvent' | 'isDestroyed'>;
  handIn(text: string): void;
  /** Monotonic, in milliseconds. */
  readonly now?: () => number;
}

/** While something is held, the clock is read as often; a longer step than two turns is a process that stood still. */
const turnMs = 10;
/** After standing still so long, in milliseconds, six keys at once may be a person's, and go to the page. */
const longStallMs = 250;

export function createKeyboardCapture(parts: KeyboardCaptureParts): KeyboardCapture {
  const { contents, handIn, now = () => performance.now() } = parts;
  const wedge = createWedge<Input>();
  let on = false;
  let typing = false;
  let at = 0;
  let readAt = now();
  let turn: NodeJS.Timeout | undefined;
  let outbox: readonly HeldKey<Input>[] = [];
  let sending: NodeJS.Timeout | undefined;

  function settle({ typed, scan }: WedgeOutcome<Input>): void {
    outbox = [...outbox, ...typed];
    if (scan !== null) handIn(scan);
  }

  function readClock(): number {
    const step = now() - readAt;
    readAt += step;
    if (wedge.wakeAt() === null) at += step;
    else {
      at += Math.min(step, 2 * turnMs);
      if (step > longStallMs) settle(wedge.interrupt());
    }
    return at;
  }

  function wake(): void {
    settle(wedge.wait(readClock()));
    send();
    arm();
  }

  function arm(): void {
    clearTimeout(turn);
    turn = wedge.wakeAt() === null ? undefined : setTimeout(wake, turnMs);
  }

  function send(): void {
    clearTimeout(sending);
    sending = undefined;
    const keys = outbox;
    outbox = [];
    if (contents.isDestroyed()) return;
    typing = true;
    try {
      for (const { down } of keys) for (const event of eventsOf(down)) contents.sendInputEvent(event);
    } finally {
      typing = false;
    }
  }

  return {
    set(next) {
      if (next === on) return;
      on = next;
      if (on) return;
      settle(wedge.end());
      clearTimeout(turn);
      send();
    },
    isTyping: () => typing,
    holds(input, allowed) {
      if (!on) return false;
      const time = readClock();
      if (input.type === 'keyUp') return wedge.up(input.code, time, input) === 'hold';
      if (input.type !== 'keyDown') return false;
      const answer = wedge.down(factsOf(input), time, input);
      settle(answer);
      if (answer.verdict === 'pass' && allowed) send();
      else if (outbox.length > 0) sending ??= setTimeout(send, 0);
      arm();
      return answer.verdict === 'hold';
    },
  };
}

function factsOf(input: Input): KeyFacts {
  const { code, key, shift, control, alt, meta } = input;
  return {
    code,
    key,
    shift,
    control,
    alt,
    meta,
    repeat: input.isAutoRepeat,
    composing: input.isComposing,
    // What is sent presses buttons like any key.
    spaceTypes: true,
  };
}

/** A key as the system sends it: down, what it types on this machine's layout, up. */
function eventsOf({ key, shift }: Input): readonly KeyboardInputEvent[] {
  const modifiers: KeyboardInputEvent['modifiers'] = shift ? ['shift'] : [];
  return (['rawKeyDown', 'char', 'keyUp'] as const).map((type) => ({ type, keyCode: key, modifiers }));
}
