/**
 * Tells a new tap from a reader that repeats itself. A card that lies on a reader is reported again and again, and
 * a card drawn past one is often read twice: both are one tap.
 */

/** A card that was not reported for this long, in milliseconds, was away; the next report of it is a new tap. */
export const sameCardMs = 1_500;

/**
 * The result says of each report whether it is a new tap. `card` tells one card from another, `at` is in
 * milliseconds of a clock that never goes backwards. Cards in between do not make an earlier one new: two cards
 * that lie on a reader together are reported in turn.
 */
export function createTapCounter(): (card: string, at: number) => boolean {
  /** When each card was reported last, the longest ago first. */
  const reported = new Map<string, number>();
  return (card, at) => {
    for (const [other, last] of reported) {
      if (at - last < sameCardMs) break;
      reported.delete(other);
    }
    const isNew = !reported.delete(card);
    reported.set(card, at);
    return isNew;
  };
}
