/** The text in the bytes of a CSV file: UTF-8 where it is valid, else Windows-1252, as spreadsheets on Windows save. */

/** Code points of the bytes 0x80–0x9F (WHATWG Encoding Standard, index windows-1252). */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const chunk = 8192;

function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return text.replace(/[\u0080-\u009F]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);
}

/** Null where the bytes are no text in either: UTF-16, or a file that is no CSV at all. A byte order mark is dropped. */
export function decodeCsv(bytes: Uint8Array): string | null {
  // UTF-16 has a zero in every other byte of ordinary text, and nothing else that is text has one.
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
