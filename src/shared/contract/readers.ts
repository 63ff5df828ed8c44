/** Card readers as the screens see them. */
import { z } from 'zod';
import { OptionalLine } from '../text.ts';
import { EpochMs } from '../vocabulary.ts';
import { command, query } from './definition.ts';

export const ReaderProfile = z.enum([
  'simulated',
  'keyboard',
  'raw',
  'pcprox',
  'magtek',
  'idtech',
  'hid-pos-scanner',
  'hid-pos-msr',
  /** A keyboard reader that cannot be opened: what it types is taken out of the window's keys. */
  'wedge',
]);
export type ReaderProfile = z.infer<typeof ReaderProfile>;

/**
 * How a site reads the numbers of its cards where the reader leaves it open. Bit formats check their parity.
 * `EM4100`: all 40 bits (ten hexadecimal or fourteen decimal digits); `DEZ10`, `DEZ8` and `3D5D` are its printed
 * forms that leave bits out, so a site keeps to one. `UID-REVERSED`: the serial number with its bytes turned round.
 */
export const ReaderFormat = z.enum([
  'H10301',
  'H10306',
  'H10302',
  'H10304',
  'C1K35',
  'C1K48',
  'EM4100',
  'DEZ10',
  'DEZ8',
  '3D5D',
  'UID',
  'UID-REVERSED',
  'DEC',
  'HEX',
  'TRACK2',
]);
export type ReaderFormat = z.infer<typeof ReaderFormat>;

/** Hexadecimal USB vendor and product ids, `08FF:0009`; message `usb-id`. */
export const UsbIds = z.string().regex(/^[0-9A-F]{4}:[0-9A-F]{4}$/, 'usb-id');

/** A top-level collection of a device: what a part of it says it is (HID Usage Tables). */
export const HidCollection = z.strictObject({
  usagePage: z.number().int().min(0).max(0xffff),
  usage: z.number().int().min(0).max(0xffff),
});
export type HidCollection = z.output<typeof HidCollection>;

/** Where the number stands in a report: bytes, the report id included where the device numbers its reports. */
export const ReportField = z.strictObject({
  offset: z.number().int().min(0).max(1024),
  length: z.number().int().min(1).max(64),
  byteOrder: z.enum(['big', 'little']),
});
export type ReportField = z.output<typeof ReportField>;

/**
 * The same as a setting. `collection`: which part of the device sends the reports, where it has several; left out,
 * the first part that is no keyboard, mouse or media keys.
 */
export const RawField = ReportField.extend({ collection: HidCollection.optional() });
export type RawField = z.output<typeof RawField>;

/** `desk`: its taps open the card pad. `kiosk`: a return slot, whose taps take cards back and sign visitors out. */
export const ReaderPlace = z.enum(['desk', 'kiosk']);
export type ReaderPlace = z.infer<typeof ReaderPlace>;

export const ReaderSettings = z
  .strictObject({
    /** Unique within the site. */
    readerId: z.string().regex(/^[a-z0-9-]{1,40}$/, 'shape'),
    /** What staff call it where there are several. */
    name: OptionalLine,
    place: ReaderPlace,
    profile: ReaderProfile,
    /** Null lets the profile decide. */
    format: ReaderFormat.nullable(),
    /** Needed for `keyboard` and `raw`, because such readers look like any other device. */
    device: UsbIds.nullable(),
    /** Needed for `raw`. */
    raw: RawField.nullable(),
  })
  .superRefine(({ profile, device, raw }, context) => {
    const named = profile === 'keyboard' || profile === 'raw';
    if (named && device === null) context.addIssue({ code: 'custom', path: ['device'], message: 'required' });
    if (profile === 'raw' && raw === null)
      context.addIssue({ code: 'custom', path: ['raw'], message: 'required' });
  });
export type ReaderSettings = z.output<typeof ReaderSettings>;

/** At most eight; `readerId` unique (`reader-twice`), at most one `wedge` (`reader-once`). */
export const SiteReaders = z
  .array(ReaderSettings)
  .max(8, 'too-many')
  .superRefine((readers, context) => {
    for (const [index, { readerId, profile }] of readers.entries()) {
      const before = readers.slice(0, index);
      if (before.some((other) => other.readerId === readerId))
        context.addIssue({ code: 'custom', path: [index, 'readerId'], message: 'reader-twice' });
      if (profile === 'wedge' && before.some((other) => other.profile === 'wedge'))
        context.addIssue({ code: 'custom', path: [index, 'profile'], message: 'reader-once' });
    }
  });

/**
 * `absent`: none plugged in. `opening`: found, being opened. `ready`: taps arrive. `lost`: pulled out or failed
 * just now. `waiting`: backing off before the next try. `denied`: found, but the system refuses access.
 * `unavailable`: this machine lacks the library card readers need. `off`: the site uses none.
 */
export const ReaderState = z.enum([
  'absent',
  'opening',
  'ready',
  'lost',
  'waiting',
  'denied',
  'unavailable',
  'off',
]);
export type ReaderState = z.infer<typeof ReaderState>;

export const ReaderStatus = z.strictObject({
  readerId: z.string(),
  name: z.string(),
  profile: ReaderProfile,
  place: ReaderPlace,
  state: ReaderState,
  /** What an administrator can do about it; a code the screens have words for. */
  advice: z.enum(['none', 'plug-in', 'install-libusb', 'install-udev-rule', 'restarting', 'testing']),
});
export type ReaderStatus = z.output<typeof ReaderStatus>;

/** A HID device of this machine, whether Foyer uses it or not. A device of several parts is there once for each. */
export const FoundDevice = z.strictObject({
  device: UsbIds,
  /** As the device calls itself; may be empty. */
  product: z.string(),
  collections: z.array(HidCollection),
  /** `unknown` where the system does not tell without opening it. */
  access: z.enum(['granted', 'denied', 'unknown']),
  /** Profiles that fit, those that recognise it for certain first. */
  profiles: z.array(ReaderProfile),
});
export type FoundDevice = z.output<typeof FoundDevice>;

/** One way to read what a reader sent, with what would be printed on such a card. */
export const TestReading = z.strictObject({
  format: ReaderFormat,
  /** Where in the report the number stands; null where the whole of it is the number. */
  field: ReportField.nullable(),
  parity: z.enum(['holds', 'fails', 'none']),
  facility: z.string().nullable(),
  number: z.string(),
  /**
   * Forms in which this card may be printed: `facility-number`, `DEZ10`, `hexadecimal` … `matches`: the form of the
   * printed number that was asked about.
   */
  printed: z.array(z.strictObject({ form: z.string(), text: z.string(), matches: z.boolean() })),
});
export type TestReading = z.output<typeof TestReading>;

/** What came from a reader under test. */
export const TestTap = z.strictObject({
  at: EpochMs,
  /**
   * `report`: a whole report as it came. `text`: what a keyboard reader typed, a code, or a stripe without names.
   * `bits`: a polled card. `payment-card`: dropped, with nothing of it kept.
   */
  kind: z.enum(['report', 'text', 'bits', 'payment-card']),
  /** In hexadecimal but for `text`; empty for `payment-card`. */
  raw: z.string(),
  /** Length in bits where the reader says it. */
  bits: z.number().int().nullable(),
  /** With a printed number given: the readings that match it. Without: every plausible one. */
  readings: z.array(TestReading),
});
export type TestTap = z.output<typeof TestTap>;

export const readers = {
  'readers.status': query({
    summary: 'The readers of the site and how they are.',
    access: ['kiosk', 'console'],
    input: z.strictObject({}),
    output: z.strictObject({ readers: z.array(ReaderStatus) }),
  }),
  'readers.tapSimulated': query({
    summary:
      'Taps a card on the simulated reader, written FORMAT:VALUE; refused when the reader is a real one.',
    access: ['reception', 'administrator'],
    input: z.strictObject({
      card: z.string().min(1, 'required').max(100, 'too-long'),
      /** Which of the simulated readers: there may be one at each place. */
      place: ReaderPlace.default('desk'),
    }),
    output: z.strictObject({}),
  }),
  'readers.devices': query({
    summary: 'The HID devices of the machine, with the profiles that fit them.',
    access: ['administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      devices: z.array(FoundDevice),
      /** Why there is no list: the library is missing, listing failed, or the readers are just being restarted. */
      fault: z.enum(['unavailable', 'failed', 'restarting']).nullable(),
    }),
  }),
  /** Refused with `bad-input` at `device`: `gone`, `denied`, `failed`, `unavailable` or `restarting`. */
  'readers.test': command({
    summary:
      'Listens to one device for two minutes; its taps then go to the reader page and to nothing else.',
    access: ['administrator'],
    input: z.strictObject({
      device: UsbIds,
      profile: ReaderProfile,
      /** For `raw`: which part of the device, as in its settings. */
      collection: HidCollection.optional(),
    }),
    output: z.strictObject({ endsAt: EpochMs }),
  }),
  'readers.endTest': command({
    summary: 'Ends listening and forgets what was heard.',
    access: ['administrator'],
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'readers.heard': query({
    summary:
      'What came from the device under test, newest first, compared with the number printed on the card.',
    access: ['administrator'],
    input: z.strictObject({ printed: z.string().max(40, 'too-long').nullable() }),
    output: z.strictObject({ endsAt: EpochMs.nullable(), taps: z.array(TestTap).max(5) }),
  }),
  'readers.diagnostic': query({
    summary: 'What a supplier needs to help with a reader, as JSON; without card numbers and without names.',
    access: ['administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ diagnostic: z.string() }),
  }),
  'readers.typed': query({
    summary: 'What a keyboard reader typed into a window, as a tap of the `wedge` reader.',
    access: ['kiosk', 'console'],
    input: z.strictObject({ text: z.string().min(1, 'required').max(300, 'too-long') }),
    output: z.strictObject({}),
  }),
} as const;
