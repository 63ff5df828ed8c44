/**
 * A number as a person reads it off a card, compared with the forms in which a card may be printed. Spaces, dashes
 * and leading zeros are forgiven, and words around the number (`No.`, `HID`).
 */

export interface PrintedMatch {
  /** Which of the forms; the format's own form is the first. */
  readonly form: number;
  /** Less is better: the whole of it, facility and number without anything between them, the number alone. */
  readonly strength: 0 | 1 | 2;
}

export type PrintedNumber = (card: PrintedCard) => PrintedMatch | null;

type Forms = readonly { readonly form: string; readonly text: string }[];

interface PrintedCard {
  readonly facility: string | null;
  readonly number: string;
  readonly printed: Forms;
}

const withoutZeros = (text: string): string => text.replace(/^0+(?=.)/, '');

/** The parts of a number: what stands between characters that belong to none. */
function partsOf(text: string): readonly string[] {
  return text
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .filter((part) => /^[0-9A-F]+$/.test(part));
}

/** Null where the text holds no number. */
export function printedNumber(text: string): PrintedNumber | null {
  const parts = partsOf(text);
  if (parts.length === 0) return null;
  const words = text.trim().split(/\s+/).map(partsOf);
  // Some cards carry two forms of their number, one behind the other: `0006613779 100,60179`.
  const several = words.length > 1 && words.some((word) => word.length > 1) ? words : [];

  return (card) => {
    const match = matchOf(parts, card);
    if (match !== null || several.length === 0) return match;
    const matches = several
      .filter((word) => word.length > 0)
      .map((word) => formThatIs(word, card.printed))
      .filter((form) => form >= 0);
    const [first] = matches.toSorted((left, right) => left - right);
    const all = matches.length === several.filter((word) => word.length > 0).length;
    return first === undefined || !all ? null : { form: first, strength: 0 };
  };
}

function formThatIs(parts: readonly string[], forms: Forms): number {
  const wanted = parts.map(withoutZeros).join('-');
  const joined = withoutZeros(parts.join(''));
  return forms.findIndex(({ form, text }) => {
    // The other byte order is a reading of its own.
    if (form === 'hexadecimal-reversed') return false;
    const own = partsOf(text);
    return own.length === 1 ? withoutZeros(text) === joined : own.map(withoutZeros).join('-') === wanted;
  });
}

function matchOf(parts: readonly string[], { facility, number, printed }: PrintedCard): PrintedMatch | null {
  const form = formThatIs(parts, printed);
  if (form >= 0) return { form, strength: 0 };
  const joined = withoutZeros(parts.join(''));
  if (facility === null) return null;
  if (
    joined === withoutZeros(facility + number.padStart(5, '0')) ||
    joined === withoutZeros(facility + number)
  )
    return { form: 0, strength: 1 };
  return joined === number ? { form: 0, strength: 2 } : null;
}
