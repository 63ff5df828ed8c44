/** Labels of new cards. */

/** Digits a numbered label has at least, so that lists of labels sort as numbers do. */
const shortestLabel = 3;

/**
 * The next free number after the highest label that is a number, written as wide as the widest of them; a gap is
 * not filled, because the card that left it may turn up again.
 */
export function nextLabel(labels: readonly string[]): string {
  const numbers = labels.filter((label) => /^\d{1,12}$/.test(label));
  const highest = numbers.reduce((most, label) => Math.max(most, Number(label)), 0);
  const width = numbers.reduce((most, label) => Math.max(most, label.length), shortestLabel);
  return String(highest + 1).padStart(width, '0');
}
