/** Keeps the focus in a list whose rows go: when the row that had it is gone, the one in its place has it. */
import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

const buttonsOf = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('.desk-row-button') ?? []),
];

export function useKeptRow(): {
  readonly list: RefObject<HTMLTableSectionElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
} {
  const list = useRef<HTMLTableSectionElement>(null);
  /** The row's place among the others, while one of them has the focus. */
  const at = useRef(-1);
  const onFocus = useCallback(({ target }: FocusEvent) => {
    at.current = buttonsOf(list.current).indexOf(target as HTMLElement);
  }, []);
  const onBlur = useCallback(() => {
    at.current = -1;
  }, []);
  useLayoutEffect(() => {
    // What is taken off the page loses the focus to the page itself, without an event.
    if (at.current < 0 || document.activeElement !== document.body) return;
    const buttons = buttonsOf(list.current);
    buttons[Math.min(at.current, buttons.length - 1)]?.focus();
  });
  return { list, onFocus, onBlur };
}
