/**
 * Rules for text that people type. A message is a code (`required`, `too-long` …) that the screens turn into
 * words beside the field. What was typed is kept as typed apart from surrounding white space and invisible
 * direction marks, which a name never needs and which can reverse a line on screen.
 */
import { z } from 'zod';

/** Longest text of one field, in user-perceived characters; with the bytes below it bounds a row. */
export const longestText = 120;
/** Longest text of one field, in bytes of UTF-8. */
export const longestTextBytes = 480;

// U+061C, U+200E/F, U+202A–202E, U+2066–2069: the Unicode bidirectional controls (UAX #9).
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const controlCharacters = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as a person counts them: an emoji or a letter with its accent is one. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** Bytes of `text` in UTF-8, without TextEncoder so that it runs anywhere. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

interface Limit {
  readonly characters: number;
  readonly bytes: number;
  readonly message: string;
}
const lineLimit: Limit = { characters: longestText, bytes: longestTextBytes, message: 'too-long' };

/** Longest paragraph of a text that staff write, in user-perceived characters; four bytes each bound it. */
export const longestParagraph = 600;
const paragraphLimit: Limit = {
  characters: longestParagraph,
  bytes: 4 * longestParagraph,
  message: 'paragraph-too-long',
};

function checkCharacters(text: string, limit: Limit): string | undefined {
  if (loneSurrogate.test(text) || controlCharacters.test(text)) return 'characters';
  // Counting is dear and short text needs none: a unit of UTF-16 is at most three bytes and one character.
  if (text.length <= limit.characters) return undefined;
  if (text.length > limit.bytes || utf8Bytes(text) > limit.bytes) return limit.message;
  if (graphemeCount(text) > limit.characters) return limit.message;
  return undefined;
}

function cleaned(check: (text: string) => string | undefined, limit = lineLimit) {
  return z
    .string('required')
    .transform((typed) => typed.replace(directionMarks, '').trim())
    .superRefine((text, context) => {
      const message = checkCharacters(text, limit) ?? check(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}

/** One line of text that must be there. Messages: `required`, `characters`, `too-long`. */
export const Line = cleaned((text) => (text === '' ? 'required' : undefined));

/** One line of text that may be empty. Messages: `characters`, `too-long`. */
export const OptionalLine = cleaned(() => undefined);

/** A paragraph that must be there. Messages: `required`, `characters`, `paragraph-too-long`. */
export const Paragraph = cleaned((text) => (text === '' ? 'required' : undefined), paragraphLimit);

/** A paragraph that may be empty. Messages: `characters`, `paragraph-too-long`. */
export const OptionalParagraph = cleaned(() => undefined, paragraphLimit);

/** A person's name: one line with at least one letter in any script. Messages as {@link Line} and `name`. */
export const PersonName = cleaned((text) => (text === '' ? 'required' : checkName(text)));

/** As {@link PersonName}, but it may be left out. */
export const OptionalPersonName = cleaned((text) => (text === '' ? undefined : checkName(text)));

function checkName(text: string): string | undefined {
  return /\p{L}/u.test(text) ? undefined : 'name';
}

/**
 * An e-mail address, checked for shape only (RFC 5321 lengths: local part 64 bytes, whole address 254 bytes);
 * international domains as in `user@münchen.de` are accepted. Messages as {@link Line} and `email`.
 */
export const EmailAddress = cleaned((text) => (text === '' ? 'required' : checkEmail(text)));

/** As {@link EmailAddress}, but it may be left out. */
export const OptionalEmailAddress = cleaned((text) => (text === '' ? undefined : checkEmail(text)));

function checkEmail(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || utf8Bytes(local) > 64 || utf8Bytes(text) > 254) return 'email';
  if (
    /[\s@"(),:;<>[\]\\]/.test(local) ||
    local.startsWith('.') ||
    local.endsWith('.') ||
    local.includes('..')
  )
    return 'email';
  const labels = domain.split('.');
  const isLabel = (label: string): boolean =>
    /^[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label);
  if (labels.length < 2 || !labels.every(isLabel) || /^\p{N}+$/u.test(labels.at(-1) ?? '')) return 'email';
  return undefined;
}

/**
 * A telephone number as typed. Only emptiness and characters no number has are refused: formats differ too much
 * to block a person at the door. Messages as {@link Line} and `phone`.
 */
export const PhoneNumber = cleaned((text) => (text === '' ? 'required' : checkPhone(text)));

/** As {@link PhoneNumber}, but it may be left out. */
export const OptionalPhoneNumber = cleaned((text) => (text === '' ? undefined : checkPhone(text)));

function checkPhone(text: string): string | undefined {
  const digits = text.replace(/\P{Nd}/gu, '');
  return digits.length >= 3 && digits.length <= 20 && /^[\p{Nd}\s()+./x#*-]+$/iu.test(text)
    ? undefined
    : 'phone';
}

/** What staff type to sign in: 2–64 letters, digits, dot, dash or underscore; case does not matter. */
export const UserName = z
  .string('required')
  .transform((typed) => typed.trim().toLowerCase())
  .superRefine((text, context) => {
    const message =
      text === '' ? 'required' : /^[\p{L}\p{N}._-]{2,64}$/u.test(text) ? undefined : 'user-name';
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** A passphrase as typed, at most 256 characters; how long it must be depends on the role (see `contract/staff`). */
export const Passphrase = z.string('required').min(1, 'required').max(256, 'too-long');
