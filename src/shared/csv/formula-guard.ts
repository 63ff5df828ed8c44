/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, which the spreadsheet hides. Source:
 * OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab and carriage return; line feeds and NUL begin formulas the same way
 * once they are stripped.
 */

/** What a spreadsheet does not show before the sign that counts: white space, control and format characters. */
const unseen = /^[\s\p{Cc}\p{Cf}]+/u;
/** A telephone number is no formula that does anything, and an apostrophe would spoil it: `+45 12 34 56 78`. */
const phone = /^\+[\d ()./-]*\d[\d ()./-]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters at the beginning are what is looked for
const opensCell = /^[\u0000-\u001F\u007F\uFEFF]/;

/** Whether a spreadsheet may take `cell` for a formula. Full-width signs count: NFKC makes `＝` an `=`. */
function isDangerous(cell: string): boolean {
  const bare = cell.replace(/^'+/, '');
  if (phone.test(bare)) return false;
  return opensCell.test(bare) || /^[=+\-@]/.test(bare.normalize('NFKC').replace(unseen, ''));
}

/** `cell` as it may stand in a file. */
export function guardCell(cell: string): string {
  return isDangerous(cell) ? `'${cell}` : cell;
}

/** What {@link guardCell} was given; a cell that it would not have touched stays as it is. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && isDangerous(cell) ? cell.slice(1) : cell;
}
