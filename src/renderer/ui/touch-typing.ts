/**
 * Types into a field from the on-screen keyboard: the text is changed where the caret stands and the field gets
 * the same `input` event as from a real key, so that whoever listens to the field cannot tell the difference.
 */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function announce(field: HTMLInputElement, inputType: string, data: string | null): void {
  // A field does not follow its caret when a script moves it.
  if (field.selectionEnd === field.value.length) field.scrollLeft = field.scrollWidth;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data }));
}

function selection(field: HTMLInputElement): { readonly start: number; readonly end: number } {
  const end = field.selectionEnd ?? field.value.length;
  return { start: field.selectionStart ?? end, end };
}

export function insertText(field: HTMLInputElement, text: string): void {
  const { start, end } = selection(field);
  field.setRangeText(text, start, end, 'end');
  announce(field, 'insertText', text);
}

/** Deletes the selection, or the one character (as people count them) before the caret. */
export function deleteBackwards(field: HTMLInputElement): void {
  const { start, end } = selection(field);
  if (start === end && start === 0) return;
  const last = start === end ? [...graphemes.segment(field.value.slice(0, start))].at(-1) : undefined;
  field.setRangeText('', last === undefined ? start : last.index, end, 'end');
  announce(field, 'deleteContentBackward', null);
}

/** The one character (as people count them) before the caret; empty at the beginning and where text is selected. */
export function characterBefore(field: HTMLInputElement): string {
  const { start, end } = selection(field);
  if (start !== end) return '';
  return [...graphemes.segment(field.value.slice(0, start))].at(-1)?.segment ?? '';
}

/** Puts `text` in the place of the character before the caret. */
export function replaceBackwards(field: HTMLInputElement, text: string): void {
  const { start } = selection(field);
  field.setRangeText(text, start - characterBefore(field).length, start, 'end');
  announce(field, 'insertReplacementText', text);
}

/** Fields of a touchscreen form, in order; the keyboard types into these and no others. */
export const typedFieldSelector = 'input[data-keys]';

/** Enter goes on to the next empty field of the form and hands the form in at the last. */
export function enterFrom(field: HTMLInputElement): void {
  const form = field.form;
  if (form === null) return;
  const fields = [...form.querySelectorAll<HTMLInputElement>(typedFieldSelector)];
  const next = fields.slice(fields.indexOf(field) + 1).find(({ value }) => value === '');
  if (next === undefined) form.requestSubmit();
  else next.focus();
}

/** What is typed with a capital first letter: every word of a name, the beginning of any other text. */
export type Capitals = 'words' | 'first' | 'none';

/** Whether the next letter starts with a capital, from the text before the caret. */
export function startsCapital(capitals: Capitals, before: string): boolean {
  if (capitals === 'none') return false;
  return capitals === 'first' ? before === '' : before === '' || /[\s-]$/.test(before);
}
