/** Makes the file of an export from its pages, in the format that was chosen. */
import type {
  ExportColumn,
  ExportedVisit,
  ExportFormat,
  VisitsFile,
} from '../../../shared/contract/exports.ts';
import { byteOrderMark, writeRecords } from '../../../shared/csv/write-csv.ts';
import { createSheet } from './sheet.ts';

/** What stands in cells beside the data itself; JSON has the contract's own codes and instants. */
export interface CellWords {
  readonly sheet: string;
  heading(column: ExportColumn): string;
  departure(departure: NonNullable<ExportedVisit['departure']>): string;
  admission(admission: NonNullable<ExportedVisit['admission']>): string;
}

export type ExportHead = Omit<VisitsFile, 'content' | 'version' | 'visits'>;

export interface ExportFile {
  add(visits: readonly ExportedVisit[]): void;
  end(): Blob;
}

/** Period alone: a file's name is seen by many. */
export function exportFileName({ from, to }: Pick<ExportHead, 'from' | 'to'>, format: ExportFormat): string {
  return `visits-${from}-${to}.${format}`;
}

/** Cells of visits, in the order of the columns; instants as `2026-03-02 09:41` in the site's zone. */
export function createCells(
  { columns, timeZone }: Pick<ExportHead, 'columns' | 'timeZone'>,
  words: CellWords,
): (visit: ExportedVisit) => string[] {
  const local = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (visit) =>
    columns.map((column) => {
      if (column === 'departure') return visit.departure ? words.departure(visit.departure) : '';
      if (column === 'admission') return visit.admission ? words.admission(visit.admission) : '';
      const value = visit[column];
      return typeof value === 'number' ? local.format(value) : (value ?? '');
    });
}

/** Pages go in as they are read, so that the file grows in pieces and the screen stays awake. */
export function createExportFile(format: ExportFormat, head: ExportHead, words: CellWords): ExportFile {
  const headings = head.columns.map((column) => words.heading(column));
  const cells = createCells(head, words);
  if (format === 'xlsx') {
    const sheet = createSheet(words.sheet, headings);
    return {
      add: (visits) => sheet.add(visits.map(cells)),
      end: () => new Blob([...sheet.end()]),
    };
  }
  if (format === 'csv') {
    const pieces = [byteOrderMark + writeRecords([headings])];
    return {
      add: (visits) => void pieces.push(writeRecords(visits.map(cells))),
      end: () => new Blob(pieces),
    };
  }
  const opening = { content: 'foyer-visits', version: 1, ...head } satisfies Omit<VisitsFile, 'visits'>;
  const pieces = [`${JSON.stringify(opening).slice(0, -1)},"visits":[`];
  let separator = '\n';
  return {
    add(visits) {
      for (const visit of visits) {
        pieces.push(separator, JSON.stringify(visit));
        separator = ',\n';
      }
    },
    end: () => new Blob([...pieces, '\n]}\n']),
  };
}
