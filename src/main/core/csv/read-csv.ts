/**
 * Reads CSV as spreadsheets and people write it: separated by `;`, `,` or tab, quoted or not, any line ends. Total:
 * any text is read, and what is wrong with it is named with its line.
 */
import { unguardCell } from '../../../shared/csv/formula-guard.ts';

export const separators = [';', ',', '\t'] as const;
export type Separator = (typeof separators)[number];

export interface CsvRecord {
  /** Where the record begins, counted from 1 as a text editor does. */
  readonly line: number;
  /** As typed, guards against formulas taken off. */
  readonly cells: readonly string[];
  /** `quote-open`: a quotation mark that is never closed. `quote-stray`: text after a closing one. */
  readonly fault: 'quote-open' | 'quote-stray' | null;
}

/**
 * What separates the cells of `text`: what its first line says (`sep=;`, as spreadsheets write it), or the sign that
 * is there most often outside of quotation marks; `,` where there is none.
 */
export function separatorOf(text: string): Separator {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (counts.size > 0) break;
    } else if (!quoted && separators.some((each) => each === sign))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return separators.find((each) => most > 0 && counts.get(each) === most) ?? ',';
}

/** Every record but empty lines, in order. A file may say its separator in a line of its own, which is no record. */
export function* readCsv(content: string): Generator<CsvRecord> {
  const declared = /^\uFEFF?sep=([;,\t])(\r\n|\r|\n|$)/i.exec(content);
  const text = content.replace(/^\uFEFF/, '');
  const separator = declared?.[1] ?? separatorOf(text);
  let at = declared === null ? 0 : declared[0].replace(/^\uFEFF/, '').length;
  let line = declared === null ? 1 : 2;

  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    let fault: CsvRecord['fault'] = null;
    for (let more = true; more; ) {
      let cell: string;
      const opening = /^ *"/.exec(text.slice(at, at + 32));
      if (opening) {
        at += opening[0].length;
        cell = '';
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote < 0) {
            fault = 'quote-open';
            cell += text.slice(at);
            at = text.length;
            break;
          }
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at += 1;
        }
        line += lineEnds(cell);
        const rest = bare();
        if (rest.trim() !== '') {
          fault ??= 'quote-stray';
          cell += rest;
        }
      } else cell = bare();
      cells.push(unguardCell(cell));
      more = text[at] === separator;
      if (more) at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (fault !== null || cells.some((cell) => cell.trim() !== '')) yield { line: begins, cells, fault };
  }

  /** Up to the next separator or line end. */
  function bare(): string {
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    return text.slice(from, at);
  }
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
