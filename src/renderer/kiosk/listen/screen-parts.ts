/**
 * What is on a screen, in the order it stands there, read from the page itself: whatever screens there are and
 * will be, what is shown is what is spoken.
 */

export type ScreenPart =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  /** Something said because it is wrong or urgent. */
  | { readonly kind: 'alert'; readonly text: string }
  | { readonly kind: 'button'; readonly name: string; readonly chosen: boolean }
  | { readonly kind: 'switch'; readonly name: string; readonly text: string; readonly on: boolean }
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly value: string;
      readonly hint: string;
      readonly fault: string;
    }
  | { readonly kind: 'keyboard' };

const controls = 'button, input, a[href]';

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function byIds(element: Element, attribute: string): Element[] {
  return (element.getAttribute(attribute) ?? '')
    .split(/\s+/)
    .flatMap((id) => (id === '' ? [] : (document.getElementById(id) ?? [])));
}

/** The accessible name, as far as the kiosk's own markup goes. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const labels = byIds(element, 'aria-labelledby');
  if (labels.length > 0) return labels.map(textOf).join(' ');
  if (element instanceof HTMLInputElement) return [...(element.labels ?? [])].map(textOf).join(' ');
  return textOf(element);
}

function isShown(element: Element): boolean {
  if (element.getAttribute('aria-hidden') === 'true') return false;
  // Without a box of its own an element is not "visible", but what it holds may be.
  if (getComputedStyle(element).display === 'contents') return true;
  return element.checkVisibility({ visibilityProperty: true });
}

function hasTextOfItsOwn(element: Element): boolean {
  return [...element.childNodes].some(
    (child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() !== '',
  );
}

/** The part that a control is. */
export function partOf(control: Element): ScreenPart | null {
  if (control instanceof HTMLInputElement) {
    const described = byIds(control, 'aria-describedby').map(textOf).join(' ');
    const wrong = control.getAttribute('aria-invalid') === 'true';
    return {
      kind: 'field',
      name: nameOf(control),
      value: control.value,
      hint: wrong ? '' : described,
      fault: wrong ? described : '',
    };
  }
  if (control.getAttribute('role') === 'switch')
    return {
      kind: 'switch',
      name: nameOf(control),
      text: byIds(control, 'aria-describedby').map(textOf).join(' '),
      on: control.getAttribute('aria-checked') === 'true',
    };
  if (control.matches('button, a[href], [role="button"], [role="option"]'))
    return {
      kind: 'button',
      name: nameOf(control),
      chosen: ['aria-pressed', 'aria-selected'].some((state) => control.getAttribute(state) === 'true'),
    };
  return null;
}

/** `root` is a dialog or a screen; the on-screen keyboard counts as one part, its keys are named when reached. */
export function readParts(root: Element): ScreenPart[] {
  const parts: ScreenPart[] = [];
  const look = (element: Element): void => {
    if (!isShown(element)) return;
    const control = partOf(element);
    if (control !== null) {
      parts.push(control);
      return;
    }
    if (element.matches('.touch-keyboard')) {
      parts.push({ kind: 'keyboard' });
      return;
    }
    // Words of a field are said with the field.
    if (element.matches('label, .touch-field__hint, .touch-field__fault')) return;
    if (element.matches('[role="img"]')) parts.push({ kind: 'text', text: nameOf(element) });
    else if (element.matches('[role="alert"]')) parts.push({ kind: 'alert', text: textOf(element) });
    else if (element.matches('h1, dialog > h2')) parts.push({ kind: 'heading', text: textOf(element) });
    else if (hasTextOfItsOwn(element) && element.querySelector(controls) === null)
      parts.push({ kind: 'text', text: textOf(element) });
    else for (const child of element.children) look(child);
  };
  look(root);
  return parts.filter((part) => !('text' in part) || part.kind === 'switch' || part.text !== '');
}
