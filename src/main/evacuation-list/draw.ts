/** Draws the evacuation list: A4, 11 pt, a box to tick, every page with its number (decision 023). */
import PDFDocument from 'pdfkit';
import type { Sheet } from '../core/evacuation-list/sheet.ts';

const margin = 40;
const size = 11;
const rowHeight = 30;
/** Left edge and width of each column in points; A4 is 595 wide. */
const columns = [
  { x: margin, width: 34 },
  { x: 78, width: 200 },
  { x: 286, width: 84 },
  { x: 378, width: 120 },
  { x: 506, width: 49 },
] as const;
const top = 118;
const bottom = 842 - 64;

export function drawSheet(sheet: Sheet, font: Uint8Array): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    font: font as never,
    info: { Title: sheet.title },
  });
  const pieces: Uint8Array[] = [];
  pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.on('error', reject);
  });
  // One line, cut with an ellipsis: a long name must not push another off the page.
  const cell = (text: string, x: number, y: number, width: number, points = size): void => {
    pdf.fontSize(points).text(text, x, y, { width, height: points + 2, ellipsis: true });
  };
  const head = (): number => {
    cell(`${sheet.title} · ${sheet.site}`, margin, margin, 515, 17);
    cell(sheet.line, margin, margin + 26, 515, 12);
    sheet.columns.forEach((title, index) => {
      const column = columns[index];
      if (column) cell(title, column.x, top - 22, column.width, 9);
    });
    pdf
      .moveTo(margin, top - 6)
      .lineTo(555, top - 6)
      .lineWidth(1.2)
      .strokeColor('#000')
      .stroke();
    return top;
  };
  let y = head();
  for (const { name, company, arrived, host, card } of sheet.rows) {
    if (y + rowHeight > bottom) {
      pdf.addPage();
      y = head();
    }
    const [tick, who, when, whom, which] = columns;
    pdf
      .lineWidth(1)
      .rect(tick.x + 4, y + 3, 13, 13)
      .stroke();
    cell(name, who.x, y + 1, who.width);
    if (company !== '') cell(company, who.x, y + 15, who.width, 9);
    cell(arrived, when.x, y + 1, when.width);
    cell(host, whom.x, y + 1, whom.width);
    cell(card, which.x, y + 1, which.width);
    y += rowHeight;
    pdf
      .moveTo(margin, y - 2)
      .lineTo(555, y - 2)
      .lineWidth(0.4)
      .strokeColor('#777')
      .stroke()
      .strokeColor('#000');
  }
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    // The foot stands in the margin, where the library would begin a page of its own.
    pdf.page.margins.bottom = 0;
    cell(sheet.foot, margin, 842 - 46, 420, 8);
    const said = sheet.page.replace('{page}', String(page + 1)).replace('{pages}', String(count));
    pdf.fontSize(9).text(said, 455, 842 - 47, { width: 100, align: 'right', lineBreak: false });
  }
  pdf.end();
  return done;
}
