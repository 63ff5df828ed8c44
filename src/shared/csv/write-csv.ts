/** Writes CSV after RFC 4180: comma, CRLF, every cell quoted, cells guarded against formulas. */
import { guardCell } from './formula-guard.ts';

/** Spreadsheets take a file for UTF-8 when it begins with this. */
export const byteOrderMark = '\uFEFF';

/** Records as they stand in a file, each ended by CRLF; one record a row. */
export function writeRecords(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string => `"${guardCell(cell).replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** The text of a file, byte order mark first. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + writeRecords(rows);
}
