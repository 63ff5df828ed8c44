/** Types what was held back, as if it had just been typed: into the field it was meant for, or as keys to the page. */
import type { HeldKey } from '../../shared/wedge.ts';

/** A key with what had the focus when it was struck. */
export interface StruckKey {
  readonly event: KeyboardEvent;
  readonly target: Element | null;
  /** Where a list had the focus: what was chosen in it. */
  readonly choice: number | null;
}

const textTypes: ReadonlySet<string> = new Set([
  'text',
  'search',
  'email',
  'tel',
  'url',
  'password',
  'number',
]);

type TextField = HTMLInputElement | HTMLTextAreaElement;

export function isTextField(element: Element | null): element is TextField {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && textTypes.has(element.type))
  );
}

export function replay(held: readonly HeldKey<StruckKey>[]): void {
  const before = document.activeElement;
  let index = 0;
  while (index < held.length) {
    const key = held[index];
    if (key === undefined) return;
    // A key may have moved the focus, and the keys after it follow.
    const focused = (struck: StruckKey): Element | null =>
      struck.target === before ? document.activeElement : struck.target;
    const target = focused(key.down);
    if (!isTextField(target)) {
      if (key.down.choice === null) strikeAgain(key);
      index += 1;
      continue;
    }
    let text = '';
    for (; index < held.length; index += 1) {
      const next = held[index];
      if (next === undefined || focused(next.down) !== target) break;
      text += next.down.event.key;
    }
    typeInto(target, text);
  }
}

/** In front of whoever listens to keys it looks like the first time; only a browser can tell. */
function strikeAgain({ down, up }: HeldKey<StruckKey>): void {
  const { target } = down.event;
  const receiver = target instanceof Node && target.isConnected ? target : document.body;
  receiver.dispatchEvent(copyOf('keydown', down.event));
  if (up !== null) receiver.dispatchEvent(copyOf('keyup', up.event));
}

function copyOf(type: 'keydown' | 'keyup', event: KeyboardEvent): KeyboardEvent {
  const { key, code, location, shiftKey, ctrlKey, altKey, metaKey } = event;
  const modifiers = { shiftKey, ctrlKey, altKey, metaKey };
  return new KeyboardEvent(type, {
    ...modifiers,
    key,
    code,
    location,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
}

function typeInto(field: TextField, text: string): void {
  // The one way by which a script types like a person: at the caret, over the selection, into the undo list, not
  // beyond `maxlength`. It is deprecated without a successor, and every browser has it.
  if (document.activeElement === field && document.execCommand('insertText', false, text)) return;
  if (!field.isConnected || field.disabled || field.readOnly) return;
  if (document.activeElement !== field) insertAtCaret(field, text);
}

/** The focus went elsewhere in the fiftieth of a second since. */
function insertAtCaret(field: TextField, text: string): void {
  const start = field.selectionStart;
  if (start !== null) field.setRangeText(text, start, field.selectionEnd ?? start, 'end');
  else {
    // Fields for e-mail and numbers have no caret that a script may know. React looks at its own setter.
    const own = Object.getPrototypeOf(field) as object;
    Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, field.value + text);
  }
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
