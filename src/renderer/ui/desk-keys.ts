/** Rules for single keys that act on a whole screen or a whole list. */
import { type KeyboardEvent as ReactKeyboardEvent, useLayoutEffect, useRef } from 'react';

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

/** Gives `onKey` every key pressed on the page, for as long as what uses it is shown. */
export function useDeskKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  // With the picture, not after it: a key pressed as soon as something is seen counts.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => latest.current(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
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
