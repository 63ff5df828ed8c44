/**
 * A QR code as a PNG image (ISO/IEC 15948): one bit for each point, black on white. Mail clients show no SVG and many
 * block `data:` addresses, so it is an image attached to the letter.
 */
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Points for each module, so that nothing is smoothed away, and modules of white around (ISO/IEC 18004: four). */
const pointsPerModule = 8;
const quietZone = 4;

export function qrImage(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const width = size * pointsPerModule;
  const rowBytes = Math.ceil(width / 8);
  const rows = data.flatMap((modules) => {
    // The first byte of a row names its filter: none.
    const row = Buffer.alloc(1 + rowBytes, 0xff);
    row[0] = 0;
    for (let x = 0; x < width; x += 1)
      if (modules[Math.floor(x / pointsPerModule)] === true)
        row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
    return Array.from({ length: pointsPerModule }, () => row);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  // Bit depth 1, colour type 0 (grey), and the only compression, filter and interlacing that matter.
  header[8] = 1;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
