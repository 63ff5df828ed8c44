/** SHA-256 of a certificate, however it was typed or copied. */

/** As certificates are shown: pairs of capitals with colons. */
export function readFingerprint(text: string): string | null {
  const digits = text.toUpperCase().replace(/[^0-9A-F]/g, '');
  return digits.length === 64 ? (digits.match(/../g) ?? []).join(':') : null;
}
