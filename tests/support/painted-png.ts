/** Real PNG pictures, painted by a function, for tests that show them. */
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, each 0–255. */
export type Paint = (x: number, y: number) => readonly [number, number, number, number];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export function paintedPng(width: number, height: number, paint: Paint): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(paint(x, y), y * (1 + width * 4) + 1 + x * 4);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits for each channel, colour with opacity (PNG, 11.2.2)
  head.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A round mark and three bars beside it, dark on nothing: as wide as a logo with its name. */
export function paintedLogo(): Buffer {
  return paintedPng(420, 120, (x, y) => {
    const round = Math.hypot(x - 60, y - 60) < 52 && Math.hypot(x - 78, y - 48) > 26;
    const bars = x > 140 && x < 400 && [30, 60, 90].some((bar) => Math.abs(y - bar) < (bar === 30 ? 12 : 6));
    return round || bars ? [12, 60, 48, 255] : [0, 0, 0, 0];
  });
}

/** Hills under an evening sky, light and dark beside each other so that words on it could not be read. */
export function paintedBackground(): Buffer {
  return paintedPng(400, 560, (x, y) => {
    const far = 300 + 60 * Math.sin(x / 70) + 20 * Math.sin(x / 23);
    const near = 420 + 50 * Math.sin(x / 55 + 2);
    if (y > near) return [22, 54, 48, 255];
    if (y > far) return [58, 104, 96, 255];
    if (Math.hypot(x - 290, y - 210) < 46) return [255, 214, 140, 255];
    return [250 - y / 4, 190 + y / 10, 160 + y / 6, 255];
  });
}
