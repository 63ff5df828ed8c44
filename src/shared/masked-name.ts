/** A name of which only the first letter of each word shows: `Jens Peter Holm` is `J••• P••• H•••`. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Always three dots, so that lengths tell nothing. */
export function maskedName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${[...graphemes.segment(word)][0]?.segment ?? ''}•••`)
    .join(' ');
}
