/** What a frame of the camera holds: an invitation's code, some other QR code, or none. */
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { readScannedCode } from '../../../shared/invitation-code.ts';

/** The text of a QR code that is not an invitation's leaves this file in no case. */
export type FrameReading =
  | { readonly found: 'nothing' }
  /** `mark` tells one foreign code from another, for as long as somebody has the salt, and says nothing of it. */
  | { readonly found: 'foreign'; readonly mark: string }
  | { readonly found: 'code'; readonly code: string };

/** A phone in dark mode may show a code light on dark; people hold it at any turn. */
const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
};

/**
 * Compiles the reader. Without it `zxing-wasm` would fetch its file from a server of others.
 * @param wasmBinary `zxing_reader.wasm` of the same version, from Foyer's own files
 * @throws WebAssembly.CompileError where the bytes are no reader
 */
export async function prepareFrameReader(wasmBinary: ArrayBuffer): Promise<void> {
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/**
 * An invitation's code wins over a foreign one in the same frame. `prepareFrameReader` comes first.
 * @param salt of the marks; whoever forgets it forgets what they stand for
 */
export async function readFrame(frame: ImageData, salt: string): Promise<FrameReading> {
  const symbols = await readBarcodes(frame, options);
  for (const symbol of symbols) {
    const code = readScannedCode(symbol.text);
    if (code !== null) return { found: 'code', code };
  }
  const [foreign] = symbols;
  return foreign === undefined
    ? { found: 'nothing' }
    : { found: 'foreign', mark: await markOf(foreign.text, salt) };
}

/** Hexadecimal digits. */
async function markOf(text: string, salt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${text}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
