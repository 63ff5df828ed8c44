/** Files of exports: what is written is read back as it was, and nothing in it is a formula. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/main/core/csv/read-csv.ts';
import { cellText, createSheet } from '../../src/renderer/office/exports/sheet.ts';
import {
  type CellWords,
  createCells,
  createExportFile,
  exportFileName,
} from '../../src/renderer/office/exports/visits-file.ts';
import { ExportColumn, type ExportedVisit, VisitsFile } from '../../src/shared/contract/exports.ts';
import { zipEntries } from '../support/zip-entries.ts';

const words: CellWords = {
  sheet: 'Visits',
  heading: (column) => `heading ${column}`,
  departure: (departure) => `departure ${departure}`,
  admission: (admission) => `admission ${admission}`,
};
const head = {
  from: '2026-03-01',
  to: '2026-03-31',
  timeZone: 'Europe/Copenhagen',
  purpose: 'incident',
  exportedAt: 1_775_000_000_000,
  columns: [...ExportColumn.options],
} as const satisfies Parameters<typeof createExportFile>[1];

/** Text that spreadsheets, XML and CSV trip over. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '&', '<', '>', ' ', '\n', '\r', '\t', 'ø', '😀'),
  }),
  fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', 'A') }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', '_x000D_', ']]>', '</t>', '\u0000', '\uFFFE', '\uD800', ' edge '),
);
const instant = fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 });
const visit: fc.Arbitrary<ExportedVisit> = fc.record({
  arrivedAt: instant,
  departedAt: fc.option(instant),
  departure: fc.constantFrom('signed-out', 'unconfirmed', null),
  admission: fc.constantFrom('admitted', 'waiting', 'refused'),
  name: text,
  company: text,
  email: text,
  phone: text,
  host: text,
  visitorType: text,
  language: fc.constantFrom('da', 'en'),
  visitId: fc.constant('01960000-0000-7000-a000-000000000001' as never),
});
const pages = fc.array(fc.array(visit, { maxLength: 3 }), { maxLength: 3 });

async function bytesOf(
  format: 'csv' | 'xlsx' | 'json',
  read: readonly (readonly ExportedVisit[])[],
): Promise<Buffer> {
  const file = createExportFile(format, head, words);
  for (const page of read) file.add(page);
  return Buffer.from(await file.end().arrayBuffer());
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** ST_Xstring as a reader takes it: entities first, then `_xHHHH_`. */
const readText = (xml: string): string =>
  xml
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function rowsOf(archive: Buffer): string[][] {
  const sheet = zipEntries(archive).get('xl/worksheets/sheet1.xml')?.toString() ?? '';
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*t="inlineStr"[^>]*><is><t xml:space="preserve">(.*?)<\/t><\/is><\/c>/gs)].map(
      ([, cell = '']) => readText(cell),
    ),
  );
}

const headings = head.columns.map((column) => `heading ${column}`);

describe('a workbook', () => {
  it('is read back as it was, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (read) => {
        const cells = createCells(head, words);
        const expected = read.flat().map((each) => cells(each).map((cell) => cell.toWellFormed()));
        expect(rowsOf(await bytesOf('xlsx', read))).toEqual([headings, ...expected]);
      }),
    );
  });

  it('has text in every cell: no formula, number, shared string or link to anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (read) => {
        const entries = zipEntries(await bytesOf('xlsx', read));
        expect([...entries.keys()].sort()).toEqual([
          '[Content_Types].xml',
          '_rels/.rels',
          'xl/_rels/workbook.xml.rels',
          'xl/styles.xml',
          'xl/workbook.xml',
          'xl/worksheets/sheet1.xml',
        ]);
        const sheet = entries.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
        const cells = [...sheet.matchAll(/<c [^>]*>/g)].map(([cell]) => cell);
        expect(cells).toHaveLength((read.flat().length + 1) * headings.length);
        expect(cells.every((cell) => /^<c s="[12]" t="inlineStr">$/.test(cell))).toBe(true);
        expect(sheet).not.toMatch(/<(f|v)[ >]/);
        for (const part of entries.values()) expect(part.toString()).not.toContain('TargetMode="External"');
      }),
    );
  });

  it('writes what XML cannot hold so that it comes back, and looks like none of it', () => {
    expect(cellText('a\u0000b\rc')).toBe('a_x0000_b_x000D_c');
    expect(cellText('_x0041_')).toBe('_x005F_x0041_');
    expect(cellText('\uD800')).toBe('\uFFFD');
    expect(cellText('<a href="x">&</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
  });

  it('has a name that every spreadsheet takes', () => {
    const sheet = createSheet('Visits: [March]/*?\\ of a name that is far too long', ['One']);
    const bytes = Buffer.concat([...sheet.end()]);
    const name = /<sheet name="([^"]*)"/.exec(
      zipEntries(bytes).get('xl/workbook.xml')?.toString() ?? '',
    )?.[1];
    expect(name).toHaveLength(31);
    expect(name).not.toMatch(/[\\/?*[\]:]/);
  });
});

describe('CSV', () => {
  it('is read back as it was, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (read) => {
        const cells = createCells(head, words);
        const records = [...readCsv((await bytesOf('csv', read)).toString())];
        const expected = read.flat().map((each) => cells(each).map((cell) => cell.toWellFormed()));
        expect(records.map((record) => record.cells)).toEqual([headings, ...expected]);
      }),
    );
  });

  it('runs no formula', async () => {
    const dangerous = { name: '=HYPERLINK("x")', phone: '+45 12 34 56 78', company: '@SUM(A1)' };
    const written = (await bytesOf('csv', [[dangerous as ExportedVisit]])).toString();
    expect(written).toContain(`"'=HYPERLINK(""x"")"`);
    expect(written).toContain(`"'@SUM(A1)"`);
    expect(written).toContain('"+45 12 34 56 78"');
  });
});

describe('JSON', () => {
  it('fits the schema of the contract and holds what was exported', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (read) => {
        const file = VisitsFile.parse(JSON.parse((await bytesOf('json', read)).toString()));
        expect(file.visits).toEqual(read.flat());
        expect(file).toMatchObject(head);
      }),
    );
  });
});

it('cells tell instants by the clocks of the site', () => {
  const cells = createCells({ columns: ['arrivedAt', 'departedAt'], timeZone: 'Europe/Copenhagen' }, words);
  expect(cells({ arrivedAt: Date.UTC(2026, 2, 2, 8, 41), departedAt: null })).toEqual([
    '2026-03-02 09:41',
    '',
  ]);
});

it('the name of a file tells the period and nobody', () => {
  expect(exportFileName(head, 'xlsx')).toBe('visits-2026-03-01-2026-03-31.xlsx');
});
