/** Heads of pictures with a size of their own, for tests that decode nothing. */

function padded(head: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(head.length, length));
  bytes.set(head);
  return bytes;
}

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const big32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const little24 = (value: number): number[] => [0, 8, 16].map((shift) => (value >>> shift) & 255);

export function pngOf(width: number, height: number, length = 64): Uint8Array {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return padded([...signature, ...big32(13), ...letters('IHDR'), ...big32(width), ...big32(height)], length);
}

/** With an application segment and a table before the frame, as cameras write them. */
export function jpegOf(width: number, height: number): Uint8Array {
  const application = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
  const table = [0xff, 0xc4, 0, 4, 9, 9];
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return padded([0xff, 0xd8, ...application, ...table, 0xff, 0xc2, 0, 17, 8, ...size], 64);
}

export function webpOf(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Uint8Array {
  const start = [...letters('RIFF'), 0, 0, 0, 0, ...letters('WEBP'), ...letters(kind), 0, 0, 0, 0];
  const bits = (width - 1) | ((height - 1) << 14);
  const body = {
    'VP8 ': [0, 0, 0, 0x9d, 0x01, 0x2a, width & 255, width >> 8, height & 255, height >> 8],
    VP8L: [0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, bits >>> 24],
    VP8X: [0, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)],
  }[kind];
  return padded([...start, ...body], 40);
}
