/** Rules for single keys that act on a whole screen or a whole list. */
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/** True where a letter or Enter belongs to what has the focus: text fields, lists to choose from, buttons. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  );
}

/** True where Enter already does something of its own. */
export function ownsEnter(target: EventTarget | null): boolean {
  return (
    isTyping(target) || (target instanceof Element && target.closest('button, a, summary, input') !== null)
  );
}

/** A key pressed alone, once, outside any open dialog. */
export function isPlainKey(event: KeyboardEvent): boolean {
  return (
    !event.repeat &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.defaultPrevented &&
    document.querySelector('dialog[open]') === null
  );
}

/** Arrow keys walk through the buttons of the rows of a table. */
export function walkRows(event: ReactKeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.desk-row-button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
