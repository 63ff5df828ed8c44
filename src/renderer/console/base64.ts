/** Files on their way to the core: JSON carries no bytes. */

/** A multiple of three, so that pieces of base64 join without padding between them. */
const piece = 3 * 8192;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
