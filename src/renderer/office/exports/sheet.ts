/**
 * Writes a workbook of one sheet in which every cell is text: inline strings (ECMA-376 part 1, 18.3.1.53) with the
 * number format "Text", so that nothing is a formula when the file is opened, nor when a cell is edited. Rows are
 * compressed as they come. Only this much of the format is written (docs/decisions/030-exports.md).
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parcel = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts beside the sheet, as ECMA-376 part 2 asks for them. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${parcel}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${parcel}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${parcel}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Number format 49 is "Text" (part 1, 18.8.30); style 1 is the bold heading.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
const headingStyle = 1;
const textStyle = 2;

/** What a sheet's name may not hold, and its 31 characters (Excel). */
const notInName = /[\\/?*[\]:]/g;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is what is looked for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * The text of a cell as XML. Characters XML cannot hold, or would change as it does CR, are written `_xHHHH_` (part 1,
 * 22.9.2.19, ST_Xstring), and text that looks like that is itself escaped. Lone surrogates become U+FFFD.
 */
export function cellText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unwritable, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? '');
}

function rowXml(cells: readonly string[], style: number): string {
  const written = cells.map(
    (cell) => `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`,
  );
  return `<row>${written.join('')}</row>`;
}

export interface Sheet {
  add(rows: readonly (readonly string[])[]): void;
  /** The bytes of the file; nothing can be added afterwards. */
  end(): readonly Uint8Array<ArrayBuffer>[];
}

/** `name`: of the sheet; `headings`: its first row, which stays in view. */
export function createSheet(name: string, headings: readonly string[]): Sheet {
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    bytes.push(new Uint8Array(chunk));
  });
  function part(path: string): ZipDeflate {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return file;
  }
  const titled = cellText(name.replace(notInName, ' ').slice(0, 31));
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${titled}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  for (const [path, xml] of Object.entries({ ...parts, 'xl/workbook.xml': workbook }))
    part(path).push(strToU8(head + xml), true);
  const sheet = part('xl/worksheets/sheet1.xml');
  const begin = `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${headings.length}" width="22" customWidth="1"/></cols><sheetData>`;
  sheet.push(strToU8(head + begin + rowXml(headings, headingStyle)));
  return {
    add(rows) {
      if (rows.length > 0) sheet.push(strToU8(rows.map((row) => rowXml(row, textStyle)).join('')));
    },
    end() {
      sheet.push(strToU8('</sheetData></worksheet>'), true);
      zip.end();
      return bytes;
    },
  };
}
