/** Draws badges as a PDF with pages of exactly the paper's size. Nothing about its people stands beside the pages. */
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { BadgeDesign } from '../../shared/badges/design.ts';
import type { Measure, Weight } from '../../shared/badges/fit.ts';
import {
  type BadgePage,
  type BadgeTexts,
  type Lettering,
  layOut,
  type Piece,
} from '../../shared/badges/layout.ts';
import { millimetresPerPoint } from '../../shared/badges/type-metrics.ts';

export interface BadgeFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface BadgePaperWork {
  readonly design: BadgeDesign;
  readonly badges: readonly BadgeTexts[];
  readonly captions: Lettering['captions'];
  readonly siteName: string;
  /** PNG or JPEG; others cannot be drawn and the site's name stands instead. */
  readonly logo: Uint8Array | null;
}

/** Modules of white around a code, as ISO/IEC 18004 asks for. */
const quietZone = 4;
/** Widths are measured in large type: the library rounds. */
const measuredAt = 1000;

const inPoints = (millimetres: number): number => millimetres / millimetresPerPoint;

export function drawBadges(work: BadgePaperWork, fonts: BadgeFonts): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: fonts.regular as never,
    // The library would write the time and itself; a title without anyone's name is what viewers show.
    info: { Title: work.design.kind === 'badge' ? 'Badges' : 'Name tags' },
  });
  const pieces: Uint8Array[] = [];
  pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.on('error', reject);
  });
  pdf.registerFont('regular', fonts.regular as never);
  pdf.registerFont('bold', fonts.bold as never);
  const measure: Measure = (text, weight) =>
    pdf.font(weight).fontSize(measuredAt).widthOfString(text) / measuredAt;
  const logo = work.logo === null ? null : openLogo(pdf, work.logo);
  const lettering: Lettering = {
    captions: work.captions,
    siteName: work.siteName,
    logoRatio: logo === null ? null : logo.width / logo.height,
  };
  for (const page of layOut(work.design, work.badges, lettering, measure)) drawPage(pdf, page, logo);
  pdf.end();
  return done;
}

interface OpenLogo {
  readonly width: number;
  readonly height: number;
}

function openLogo(pdf: PDFKit.PDFDocument, bytes: Uint8Array): OpenLogo | null {
  try {
    // Not in the library's types; `image` opens every picture with it.
    return (pdf as unknown as { openImage(source: Buffer): OpenLogo }).openImage(Buffer.from(bytes));
  } catch {
    return null;
  }
}

function drawPage(pdf: PDFKit.PDFDocument, page: BadgePage, logo: OpenLogo | null): void {
  pdf.addPage({ size: [inPoints(page.width), inPoints(page.height)], margin: 0 });
  for (const { x1, y1, x2, y2 } of page.cutMarks)
    pdf.lineWidth(0.4).moveTo(inPoints(x1), inPoints(y1)).lineTo(inPoints(x2), inPoints(y2)).stroke('#000');
  for (const { matrix, pieces } of page.badges) {
    const [a, b, c, d, e, f] = matrix;
    pdf.save().transform(a, b, c, d, inPoints(e), inPoints(f));
    for (const piece of pieces) drawPiece(pdf, piece, logo);
    pdf.restore();
  }
}

function drawPiece(pdf: PDFKit.PDFDocument, piece: Piece, logo: OpenLogo | null): void {
  const x = inPoints(piece.x);
  const y = inPoints(piece.y);
  switch (piece.kind) {
    case 'text':
      pdf
        .font(piece.weight satisfies Weight)
        .fontSize(inPoints(piece.size))
        .fillColor(piece.ink)
        .text(piece.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
      break;
    case 'band':
      pdf.rect(x, y, inPoints(piece.width), inPoints(piece.height)).fill('#000');
      break;
    case 'logo':
      if (logo !== null)
        pdf.image(logo as never, x, y, { width: inPoints(piece.width), height: inPoints(piece.height) });
      break;
    case 'code': {
      const { data, size } = encode(piece.text, { ecc: 'M', border: quietZone });
      const module = inPoints(piece.size) / size;
      pdf.rect(x, y, inPoints(piece.size), inPoints(piece.size)).fill('#fff');
      data.forEach((row, down) => {
        row.forEach((dark, across) => {
          if (dark) pdf.rect(x + across * module, y + down * module, module, module);
        });
      });
      pdf.fill('#000');
    }
  }
}
