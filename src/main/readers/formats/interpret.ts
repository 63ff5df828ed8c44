/**
 * What a reader under test sent, read in every way a site could choose: each result names the settings that read
 * the card so, and whoever chooses them gets this number. With the number printed on the card, the settings that
 * find it; without, those that make sense at first sight.
 */
import type { Credential } from '../../../shared/contract/cards.ts';
import { ReaderFormat, type ReportField, type TestReading } from '../../../shared/contract/readers.ts';
import type { Heard } from '../card-read.ts';
import { decodeBytes } from './bytes.ts';
import type { Decoded } from './format-reader.ts';
import { formatReaders } from './formats.ts';
import { holdsPaymentCard } from './payment.ts';
import { decodeBits } from './polled.ts';
import { type PrintedMatch, type PrintedNumber, printedNumber } from './printed.ts';
import { decodeTyped } from './typed.ts';

/** As many as a person can look through. */
const mostReadings = 20;
/** The same number in the same byte order out of ever wider fields is shown no more often than this. */
const mostWidths = 3;
/** Bytes of a field; ten are the longest serial number of a chip. */
const fieldLengths = [2, 3, 4, 5, 6, 7, 8, 10] as const;
/** Reports are longer only where whole stripes stand in them, which are heard as text. */
const searched = 256;

interface Candidate {
  readonly field: ReportField | null;
  readonly decode: (format: ReaderFormat) => Decoded | null;
}

interface Found {
  readonly reading: TestReading;
  readonly match: PrintedMatch;
}

/**
 * At most twenty, best first. `printed` as a person types it; spaces, dashes and leading zeros are forgiven. Empty
 * for a payment card.
 */
export function interpret(heard: Heard, printed: string | null): readonly TestReading[] {
  if (isPaymentCardHeard(heard)) return [];
  const wanted = printed === null || printed.trim() === '' ? null : printedNumber(printed);
  if (wanted === null && printed !== null && printed.trim() !== '') return [];
  const found = candidatesOf(heard, wanted !== null).flatMap((candidate) => readingsOf(candidate, wanted));
  found.sort(byWorth);
  return withoutRepeats(found.map(({ reading }) => reading)).slice(0, mostReadings);
}

/** Whether a payment card was swiped, typed or scanned: nothing of it may be shown or kept. */
export function isPaymentCardHeard({ kind, raw }: Heard): boolean {
  if (kind === 'bits') return false;
  return holdsPaymentCard(kind === 'text' ? raw : Buffer.from(raw, 'hex').toString('latin1'));
}

function candidatesOf({ kind, raw, bits }: Heard, wanted: boolean): readonly Candidate[] {
  if (kind === 'text') return [{ field: null, decode: (format) => decodeTyped(raw, format) }];
  if (kind === 'bits') {
    if (bits === null || !/^[0-9A-Fa-f]+$/.test(raw)) return [];
    const held = { length: bits, value: BigInt(`0x${raw}`) };
    return [{ field: null, decode: (format) => decodeBits(held, format) }];
  }
  const report = Buffer.from(raw, 'hex').subarray(0, searched);
  return (wanted ? allFields(report) : likelyFields(report)).map((field) => ({
    field,
    decode: (format) =>
      // The other byte order is a field of its own.
      format === 'UID-REVERSED' ? null : decodeBytes(bytesOf(report, field), field.byteOrder, format),
  }));
}

function bytesOf(report: Uint8Array, { offset, length }: ReportField): Uint8Array {
  return report.subarray(offset, offset + length);
}

function inBothOrders(offset: number, length: number): readonly ReportField[] {
  return [
    { offset, length, byteOrder: 'big' },
    { offset, length, byteOrder: 'little' },
  ];
}

/** Every field that is not all zero. */
function allFields(report: Uint8Array): readonly ReportField[] {
  return fieldLengths.flatMap((length) =>
    Array.from({ length: Math.max(report.length - length + 1, 0) }, (_, offset) => offset)
      .filter((offset) => report.subarray(offset, offset + length).some((byte) => byte !== 0))
      .flatMap((offset) => inBothOrders(offset, length)),
  );
}

/** Without a number to look for: the bytes from the first that is not zero to the last, and the same without the
 * first, which may be a report id or a length. */
function likelyFields(report: Uint8Array): readonly ReportField[] {
  const first = report.findIndex((byte) => byte !== 0);
  const last = report.findLastIndex((byte) => byte !== 0);
  return [first, first + 1, first + 2].flatMap((offset) => {
    const length = last - offset + 1;
    return first >= 0 && length >= 3 && length <= 10 ? inBothOrders(offset, length) : [];
  });
}

function readingsOf({ field, decode }: Candidate, wanted: PrintedNumber | null): readonly Found[] {
  return ReaderFormat.options.flatMap((format) => {
    const decoded = decode(format);
    if (decoded === null) return [];
    const credential = decoded.ok ? decoded.credential : decoded.seen;
    // A stripe is read as one whatever the format; only its own is worth a choice.
    if (credential === undefined || (credential.format === 'TRACK2') !== (format === 'TRACK2')) return [];
    const reading = readingFrom(format, field, credential, decoded.ok ? decoded.parity : 'fails');
    if (wanted === null) {
      const plausible = field === null || isPlausible(reading, field);
      return plausible ? [{ reading, match: { form: 0, strength: 0 } }] : [];
    }
    const match = wanted(reading);
    if (match === null) return [];
    const printed = reading.printed.map((each, form) => ({ ...each, matches: form === match.form }));
    return [{ reading: { ...reading, printed }, match }];
  });
}

function readingFrom(
  format: ReaderFormat,
  field: ReportField | null,
  credential: Credential,
  parity: TestReading['parity'],
): TestReading {
  const { facility, number } = credential;
  const printed = formatReaders[format].printed(credential).map((form) => ({ ...form, matches: false }));
  return { format, field, parity, facility, number, printed };
}

/** Of bytes nobody has compared with a card: bit formats only with their parity, EM4100 only with all its bytes. */
function isPlausible({ format, parity }: TestReading, { length }: ReportField): boolean {
  if (parity !== 'none') return parity === 'holds';
  if (format === 'EM4100') return length === 5;
  return format === 'UID' || format === 'DEC' || format === 'HEX';
}

const parityWorth: Record<TestReading['parity'], number> = { holds: 0, none: 1, fails: 2 };

/**
 * Parity that holds comes first, because it hardly does by chance; then a match of the whole number before one of
 * a part, the form that is the format's own before derived ones, and the shorter field. Two bytes come last among
 * equals: they are too few to tell the cards of a site apart.
 */
function byWorth(left: Found, right: Found): number {
  const worth = ({ reading, match }: Found): readonly number[] => [
    parityWorth[reading.parity],
    match.strength,
    match.form === 0 ? 0 : 1,
    reading.field === null || reading.field.length > 2 ? 0 : 1,
    reading.field?.length ?? 0,
    reading.field?.byteOrder === 'little' ? 1 : 0,
    reading.field?.offset ?? 0,
  ];
  const [lefts, rights] = [worth(left), worth(right)];
  const place = lefts.findIndex((value, index) => value !== rights[index]);
  return (lefts[place] ?? 0) - (rights[place] ?? 0);
}

function withoutRepeats(readings: readonly TestReading[]): readonly TestReading[] {
  const widths = new Map<string, number>();
  return readings.filter(({ format, field, parity, facility, number }) => {
    const key = [format, parity, facility, number, field?.byteOrder].join(' ');
    const count = widths.get(key) ?? 0;
    widths.set(key, count + 1);
    return count < mostWidths;
  });
}
