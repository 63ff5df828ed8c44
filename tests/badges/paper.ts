/** Printed pages drawn to points, as a person would see them: a PDF by Poppler, its codes by a scanner's decoder. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** One byte a point, 0 black to 255 white. */
  readonly grey: Uint8Array;
}

/** Every page in grey at so many points an inch. */
export function drawPages(pdf: Uint8Array, dotsPerInch: number): DrawnPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-paper-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync(
      'pdftoppm',
      ['-r', String(dotsPerInch), '-gray', join(folder, 'paper.pdf'), join(folder, 'page')],
      { stdio: 'pipe' },
    );
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPgm(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Portable graymap, binary (netpbm, `P5`). */
function readPgm(bytes: Buffer): DrawnPage {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('not a graymap');
  const [all, width, height] = head;
  return { width: Number(width), height: Number(height), grey: new Uint8Array(bytes.subarray(all.length)) };
}

/** What the code in a part of the page says; null where there is none. Millimetres at so many points an inch. */
export function codeIn(
  page: DrawnPage,
  dotsPerInch: number,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string | null {
  const dots = (millimetres: number): number => Math.round((millimetres / 25.4) * dotsPerInch);
  const [left, top, width, height] = [dots(part.x), dots(part.y), dots(part.width), dots(part.height)];
  const colours = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shade = page.grey[(top + y) * page.width + left + x] ?? 255;
      colours.set([shade, shade, shade, 255], (y * width + x) * 4);
    }
  const decode = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  return decode(colours, width, height)?.data ?? null;
}

/** Width and height of every page in millimetres, as its MediaBox says. */
export function pageSizes(pdf: Uint8Array): { readonly width: number; readonly height: number }[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: (Number(width) * 25.4) / 72,
    height: (Number(height) * 25.4) / 72,
  }));
}
