import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCsv } from '../../src/main/core/csv/decode-csv.ts';
import { readCsv, separatorOf, separators } from '../../src/main/core/csv/read-csv.ts';
import { guardCell, unguardCell } from '../../src/shared/csv/formula-guard.ts';
import { writeCsv } from '../../src/shared/csv/write-csv.ts';

/** Text that CSV programs trip over, beside anything else. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', ' ', '=', "'", '+', '-', '@', '4', 'ø'),
  }),
  fc.string({ unit: 'grapheme' }),
);
/** A row of empty cells is an empty line and no record. */
const row = fc
  .array(cell, { minLength: 1, maxLength: 5 })
  .filter((cells) => cells.some((text) => text.trim()));

const cellsOf = (text: string): (readonly string[])[] => [...readCsv(text)].map(({ cells }) => cells);

describe('what is written', () => {
  it('is read back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const records = [...readCsv(writeCsv(rows))];
        expect(records.map(({ cells }) => cells)).toEqual(rows);
        expect(records.every(({ fault }) => fault === null)).toBe(true);
      }),
    );
  });

  it.each([
    '=1+1',
    '+1+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    ' =1',
    '\uFEFF=1',
    '\u200B=1',
    '＝1',
    "'=1",
    '+45 12 34|cmd',
    '+',
  ])('never begins like a formula: %j', (text) => {
    expect(guardCell(text).startsWith("'")).toBe(true);
    expect(unguardCell(guardCell(text))).toBe(text);
  });

  it.each(['', 'Søren', '+45 12 34 56 78', '+45 (0) 12-34', "O'Neill", "'t Hart", 'a=b', '1-2'])(
    'leaves %j alone',
    (text) => {
      expect(guardCell(text)).toBe(text);
      expect(unguardCell(text)).toBe(text);
    },
  );

  it('is RFC 4180 with a byte order mark', () => {
    expect(
      writeCsv([
        ['a', 'b"c'],
        ['d\ne', ''],
      ]),
    ).toBe('\uFEFF"a","b""c"\r\n"d\ne",""\r\n');
  });
});

describe('what is read', () => {
  it.each(separators)('is separated by %j, quoted or not, with any line ends', (sign) => {
    const text = ['Name;E-mail', '"Holm; Mette";mette@x.dk', '', 'Bo;bo@x.dk;']
      .join('\r\n')
      .replaceAll(';', sign);
    expect(separatorOf(text)).toBe(sign);
    const expected = [
      ['Name', 'E-mail'],
      [`Holm${sign} Mette`, 'mette@x.dk'],
      ['Bo', 'bo@x.dk', ''],
    ];
    for (const end of ['\r\n', '\n', '\r']) expect(cellsOf(text.replaceAll('\r\n', end))).toEqual(expected);
  });

  it('takes the separator a file declares', () => {
    expect(cellsOf('\uFEFFsep=;\r\na,b;c\r\n')).toEqual([['a,b', 'c']]);
    expect([...readCsv('sep=;\r\na;b')][0]?.line).toBe(2);
  });

  it('counts lines as an editor does, inside of quotation marks too', () => {
    const lines = [...readCsv('a,b\n"x\ny\r\nz",1\n\n"p",2\n')].map(({ line }) => line);
    expect(lines).toEqual([1, 2, 6]);
  });

  it('names an open quotation mark by the line it begins in, and text after a closed one', () => {
    expect([...readCsv('a,b\nc,d\n"e,f\ng,h')].map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, null],
      [3, 'quote-open'],
    ]);
    expect([...readCsv('a,b\n"c"d,e\nf,g')].map(({ fault }) => fault)).toEqual([null, 'quote-stray', null]);
  });

  it('survives anything, and every line of the text is in some record or empty', () => {
    fc.assert(
      fc.property(fc.oneof(cell, fc.string({ unit: 'binary' })), (text) => {
        const records = [...readCsv(text)];
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line, cells } of records) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
          expect(cells.length).toBeGreaterThan(0);
        }
        const inOrder = records.map(({ line }) => line);
        expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
      }),
    );
  });
});

describe('bytes', () => {
  it('are UTF-8 with or without a byte order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        expect(decodeCsv(Buffer.from(text))).toBe(text);
        expect(decodeCsv(Buffer.from(`\uFEFF${text}`))).toBe(text);
      }),
    );
  });

  it('are else Windows-1252', () => {
    const bytes = [0x53, 0xf8, 0x72, 0x65, 0x6e, 0x20, 0x80, 0x20, 0x93, 0x78, 0x94, 0x20, 0x9f, 0x81];
    expect(decodeCsv(Uint8Array.from(bytes))).toBe('Søren € “x” Ÿ\u0081');
    const each = Uint8Array.from({ length: 255 }, (_, index) => index + 1);
    expect(decodeCsv(each)).toHaveLength(255);
  });

  it('of UTF-16 are said to be none of both', () => {
    expect(decodeCsv(Buffer.from('\uFEFFNavn;E-mail', 'utf16le'))).toBeNull();
  });
});
