/**
 * Small numbers point at people: "one visitor between six and seven" is somebody. Cells below the threshold are
 * left out, and further ones with them, so that what was left out cannot be had by subtraction from the total
 * (primary and complementary suppression: Hundepool et al., "Statistical Disclosure Control", 2012, chapter 4).
 */

/** Cells below this many are left out. */
export const smallestShown = 5;

/** A count, or null where it is left out. Zero is shown: nobody is no one. */
export type Cell = number | null;

/** The total of `cells`, left out where it is small itself. */
export function shownTotal(cells: readonly number[]): Cell {
  const total = cells.reduce((sum, cell) => sum + cell, 0);
  return total > 0 && total < smallestShown ? null : total;
}

/**
 * `cells` with as many left out as it takes: each small one, and if these are one alone or few together, the
 * smallest of the rest, until what is missing from the total says nothing about any of them.
 */
export function suppress(cells: readonly number[]): Cell[] {
  const order = cells.map((_, index) => index).filter((index) => (cells[index] ?? 0) > 0);
  order.sort((one, other) => (cells[one] ?? 0) - (cells[other] ?? 0));
  const leftOut = new Set<number>();
  let missing = 0;
  for (const index of order) {
    const cell = cells[index] ?? 0;
    const isSafe = leftOut.size === 0 || (leftOut.size > 1 && missing >= smallestShown);
    if (cell >= smallestShown && isSafe) break;
    leftOut.add(index);
    missing += cell;
  }
  return cells.map((cell, index) => (leftOut.has(index) ? null : cell));
}
