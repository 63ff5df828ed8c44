import type { CardReading } from '../card-read.ts';
import { readingOf } from '../formats/format-reader.ts';
import { decodeStripe, tracksIn, withoutNames } from '../formats/stripe.ts';
import type { Profile } from './profile.ts';
import { idsOf } from './profile.ts';
import {
  bytesIn,
  fieldWith,
  type InputField,
  inputFields,
  isReportOf,
  numberIn,
} from './report-descriptor.ts';

/** Magnetic Stripe Reader page of the HID Point of Sale Usage Tables. */
const stripePage = 0x8e;
const readerUsage = 0x01;
/** Usages of tracks 1 and 2; the third, and the one of Japanese cards, hold no access cards. */
const trackUsages = [
  { length: 0x11, data: 0x21, startSentinel: '%' },
  { length: 0x12, data: 0x22, startSentinel: ';' },
] as const;

interface Track {
  readonly data: InputField;
  /** Undefined where the track is filled up with zeros instead. */
  readonly length: InputField | undefined;
  readonly startSentinel: string;
}

function tracksOf(descriptor: Uint8Array | null): readonly (Track | null)[] {
  const fields = (descriptor && inputFields(descriptor)) ?? [];
  return trackUsages.map(({ length, data: dataUsage, startSentinel }) => {
    const data = fieldWith(fields, stripePage, dataUsage);
    if (data === undefined) return null;
    return { data, length: fieldWith(fields, stripePage, length, data.reportId), startSentinel };
  });
}

/** The track with its sentinels, which some readers leave out; null where its length makes no sense. */
function textOf({ data, length, startSentinel }: Track, report: Uint8Array): string | null {
  if (!isReportOf(data, report)) return '';
  const bytes = bytesIn(data, report) ?? new Uint8Array();
  const count = length === undefined ? bytes.length : (numberIn(length, report) ?? 0);
  if (count > bytes.length) return null;
  const text = Buffer.from(bytes.subarray(0, count))
    .toString('latin1')
    .replace(/[\0\s]+$/, '');
  return text === '' || text.startsWith(startSentinel) ? text : `${startSentinel}${text}?`;
}

interface Swipe {
  readonly first: string | null;
  readonly second: string | null;
}

/** Where the descriptor is not to be had, or does not name the tracks apart, they are found by their sentinels. */
function swipeIn(report: Uint8Array, tracks: readonly (Track | null)[]): Swipe | null {
  if (tracks.every((track) => track === null))
    return report.some((byte) => byte !== 0) ? tracksIn(Buffer.from(report).toString('latin1')) : null;
  const [first = '', second = ''] = tracks.map((track) => (track ? textOf(track, report) : ''));
  return first === '' && second === '' ? null : { first, second };
}

function readSwipe({ first, second }: Swipe): CardReading {
  const decoded = decodeStripe(first ?? '', second ?? '');
  const isPaymentCard = decoded?.ok === false && decoded.reason === 'payment-card';
  if (second === null && !isPaymentCard) return { kind: 'unreadable', reason: 'length' };
  return decoded === null ? { kind: 'unreadable', reason: 'characters' } : readingOf(decoded);
}

/**
 * Stripe readers of the point-of-sale class, recognised by usage whoever made them, or the one the site names.
 * Where the tracks stand in a report is said by the device itself.
 */
export const hidPosMsr: Profile = {
  profile: 'hid-pos-msr',
  device: {
    ids: [],
    finds: (device, configuration) =>
      (configuration.device === null || idsOf(device) === configuration.device) &&
      device.collections.some(({ usagePage, usage }) => usagePage === stripePage && usage === readerUsage),
    hears: 'text',
    start({ descriptor, read, heard }) {
      const tracks = tracksOf(descriptor);
      return {
        report(bytes) {
          const swipe = swipeIn(bytes, tracks);
          if (swipe === null) return;
          heard?.({ kind: 'text', raw: withoutNames(swipe.first ?? '', swipe.second ?? ''), bits: null });
          read(readSwipe(swipe));
        },
        reset: () => undefined,
        stop: () => undefined,
      };
    },
  },
};
