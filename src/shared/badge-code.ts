/**
 * The code of a badge: `FB:` and 128 random bits in hexadecimal, as its QR code holds it. The prefix tells it from an
 * invitation's (`FC:`) and from every card number.
 */

/** Random bytes of a code. */
export const badgeCodeBytes = 16;

const form = /^FB:[0-9A-F]{32}$/;

export function badgeCodeFrom(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `FB:${digits.toUpperCase()}`;
}

/** The code a scanner read, or null where the text is something else. */
export function readBadgeCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return form.test(code) ? code : null;
}
