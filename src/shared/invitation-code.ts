/**
 * The two forms of an invitation's code. Typed: eight characters of Crockford's base 32, which has no look-alikes.
 * Scanned: `FC:` and 128 random bits in hexadecimal, as a QR code holds it (alphanumeric mode, ISO/IEC 18004).
 */

/** Characters of the typed form, without its dash. */
export const typedCodeLength = 8;
/** Random bytes of the scanned form. */
export const scannedCodeBytes = 16;

/** Only characters that a capture of keyboard readers takes for a reader's (`wedge-run.ts`). */
const scannedForm = /^FC:[0-9A-F]{32}$/;

/** The scanned form of `bytes`. */
export function scannedCodeFrom(bytes: Uint8Array): string {
  return `FC:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

/** The code a scanner read, or null where the text is something else, for example the number of a card. */
export function readScannedCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return scannedForm.test(code) ? code : null;
}
