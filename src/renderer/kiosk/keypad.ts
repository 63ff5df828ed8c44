/**
 * The kiosk by four arrows and Enter, as a keypad has them, beside Tab: down and right lead to the next control, up
 * and left to the one before. In a field left and right move the caret; in a text that scrolls up and down scroll
 * it. From a field down leads onto the on-screen keyboard, which would otherwise type into the field on the way
 * there; on it arrows lead to the key in that direction, and up from its first row back to the field.
 */
import { typedFieldSelector } from '../ui/touch-typing.ts';

const focusable = 'button, input, [tabindex="0"]';

function controls(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(focusable)].filter(
    (control) => control.checkVisibility() && !control.hasAttribute('disabled'),
  );
}

function moveFocus(by: 1 | -1): void {
  const all = controls(document.querySelector('dialog[open]') ?? document);
  const now = all.indexOf(document.activeElement as HTMLElement);
  // From a heading, which is no stop of its own, on to what follows it or precedes it.
  const active = document.activeElement;
  const follows = (control: HTMLElement): boolean =>
    active !== null && (active.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next =
    now >= 0 ? now + by : by === 1 ? all.findIndex(follows) : all.findLastIndex((one) => !follows(one));
  all.at(next >= all.length ? 0 : next)?.focus();
}

type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The key of the on-screen keyboard that lies next in a direction: the nearest in its row, or the row's nearest. */
function neighbour(key: HTMLElement, keyboard: Element, arrow: Arrow): HTMLElement | null {
  const upDown = arrow === 'ArrowUp' || arrow === 'ArrowDown';
  const sign = arrow === 'ArrowUp' || arrow === 'ArrowLeft' ? -1 : 1;
  const centre = (element: HTMLElement) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const from = centre(key);
  let best: { readonly key: HTMLElement; readonly far: number } | null = null;
  for (const candidate of controls(keyboard)) {
    const to = centre(candidate);
    const along = sign * (upDown ? to.y - from.y : to.x - from.x);
    const across = Math.abs(upDown ? to.x - from.x : to.y - from.y);
    // A key in the same row has the same middle.
    if (along < 1 || (!upDown && across > 1)) continue;
    const far = upDown ? along * 4 + across : along;
    if (best === null || far < best.far) best = { key: candidate, far };
  }
  return best?.key ?? null;
}

function isArrow(key: string): key is Arrow {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(key);
}

function arrowPressed(event: KeyboardEvent): void {
  const { key } = event;
  if (!isArrow(key) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const { activeElement } = document;
  if (event.defaultPrevented || !(activeElement instanceof HTMLElement)) return;
  // Lists have arrows of their own.
  if (activeElement.closest('[role="listbox"], [role="combobox"]')) return;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (activeElement instanceof HTMLInputElement && sideways) return;
  if (activeElement.matches('.reading__text') && !sideways) return;
  event.preventDefault();
  const keyboard = activeElement.closest('.touch-keyboard');
  const beside = keyboard === null ? null : neighbour(activeElement, keyboard, key);
  const firstKey = document.querySelector<HTMLElement>('.touch-keyboard button');
  if (beside !== null) beside.focus();
  else if (keyboard !== null && key === 'ArrowUp' && lastField?.isConnected) lastField.focus();
  else if (activeElement.matches(typedFieldSelector) && key === 'ArrowDown' && firstKey !== null)
    firstKey.focus();
  else moveFocus(key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1);
}

/** The field that the on-screen keyboard types into. */
let lastField: HTMLElement | null = null;

export function followKeypad(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(typedFieldSelector)) lastField = target;
  });
  document.addEventListener('keydown', arrowPressed);
}
