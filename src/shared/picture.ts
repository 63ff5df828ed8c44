/**
 * What kind of picture some bytes are and how large, from their head alone: nothing is decoded here. SVG is not a
 * picture to Foyer, because it is a document that can carry script and links; the office draws it and sends a PNG.
 */

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

export interface PictureHead {
  readonly type: PictureType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function startsWith(bytes: Uint8Array, expected: readonly number[], at = 0): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}

function word(bytes: Uint8Array, letters: string, at: number): boolean {
  return startsWith(
    bytes,
    [...letters].map((letter) => letter.charCodeAt(0)),
    at,
  );
}

/** Null for everything that is not a PNG, JPEG or WebP with a size. */
export function readPictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readPng(bytes, view) ?? readJpeg(bytes, view) ?? readWebp(bytes, view);
  return head !== null && head.width > 0 && head.height > 0 ? head : null;
}

/** PNG (ISO/IEC 15948): the signature, then the IHDR chunk with width and height. */
function readPng(bytes: Uint8Array, view: DataView): PictureHead | null {
  if (bytes.length < 33 || !startsWith(bytes, pngSignature) || !word(bytes, 'IHDR', 12)) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** JPEG (ITU-T T.81): segments up to the first start of frame, which holds height and width. */
function readJpeg(bytes: Uint8Array, view: DataView): PictureHead | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // C4, C8 and CC lie among the frames but are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** WebP (RFC 9649): RIFF, then one of the three kinds of first chunk. */
function readWebp(bytes: Uint8Array, view: DataView): PictureHead | null {
  if (bytes.length < 30 || !word(bytes, 'RIFF', 0) || !word(bytes, 'WEBP', 8)) return null;
  const type = 'image/webp';
  if (word(bytes, 'VP8X', 12)) {
    const three = (at: number): number => 1 + view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
    return { type, width: three(24), height: three(27) };
  }
  if (word(bytes, 'VP8L', 12) && bytes[20] === 0x2f) {
    const bits = view.getUint32(21, true);
    return { type, width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  if (word(bytes, 'VP8 ', 12) && startsWith(bytes, [0x9d, 0x01, 0x2a], 23))
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return null;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648, section 4) to bytes; null when it is none. */
export function bytesOf(base64: string): Uint8Array | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < base64.length; from += 4, to += 3) {
    let bits = 0;
    for (let digit = 0; digit < 4; digit += 1)
      bits = (bits << 6) | Math.max(0, alphabet.indexOf(base64[from + digit] ?? 'A'));
    for (let byte = 0; byte < 3 && to + byte < bytes.length; byte += 1)
      bytes[to + byte] = (bits >> (16 - 8 * byte)) & 255;
  }
  return bytes;
}

/** Bytes as base64 (RFC 4648, section 4). */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63]);
    const left = bytes.length - at;
    pieces.push(digits.slice(0, Math.min(4, left + 1)).join('') + '='.repeat(Math.max(0, 3 - left)));
  }
  return pieces.join('');
}
