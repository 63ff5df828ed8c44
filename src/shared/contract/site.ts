/** The site: what it is called, who is responsible, and its first set-up. */
import { z } from 'zod';
import { pictureTypes } from '../picture.ts';
import { EmailAddress, Line, OptionalLine, Passphrase, UserName } from '../text.ts';
import { Language, StaffRole } from '../vocabulary.ts';
import { BadgeSettings, standardBadges } from './badges.ts';
import { command, query } from './definition.ts';
import { Looks, PictureRole, SentPicture, ShownLooks, standardLooks } from './looks.ts';
import { SiteReaders } from './readers.ts';
import { RetentionSettings } from './retention.ts';
import { shortestPassphrase } from './staff.ts';
import { OfferedType } from './visitor-types.ts';
import { SiteWords } from './words.ts';

/** Who is responsible for the data (GDPR article 4(7)) and how to reach them; printed in the notice. */
export const Controller = z.strictObject({
  name: Line,
  registrationNumber: OptionalLine,
  address: Line,
  contactEmail: EmailAddress,
  contactPhone: OptionalLine,
  /** The supervisory authority a visitor can complain to. */
  authority: Line,
});
export type Controller = z.output<typeof Controller>;

/** An IANA time zone that this machine knows; message `time-zone`. */
export const TimeZone = z.string('required').refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'time-zone');

/** As many choices as the smallest kiosk shows at once. */
const mostLanguages = 12;

export const SiteSettings = z
  .strictObject({
    siteName: Line,
    timeZone: TimeZone,
    /** What the kiosk offers, in this order. */
    languages: z
      .array(Language)
      .min(1, 'required')
      .max(mostLanguages, 'languages-many')
      .refine((languages) => new Set(languages).size === languages.length, 'language-twice'),
    defaultLanguage: Language,
    controller: Controller,
    /** Empty where the site uses no card readers. */
    readers: SiteReaders,
    /** Whether every visitor is expected to collect a card. */
    cardForEveryone: z.boolean(),
    /** Whether kiosks that have a camera read invitation codes with it. */
    cameraReadsCodes: z.boolean().prefault(false),
    looks: Looks.prefault(standardLooks),
    badges: BadgeSettings.prefault(standardBadges),
  })
  .superRefine((settings, context) => {
    if (!settings.languages.includes(settings.defaultLanguage))
      context.addIssue({ code: 'custom', path: ['defaultLanguage'], message: 'not-among-languages' });
  });
export type SiteSettings = z.output<typeof SiteSettings>;

const FirstAdministrator = z.strictObject({
  userName: UserName,
  displayName: Line,
  passphrase: Passphrase.min(shortestPassphrase.administrator, 'passphrase-short'),
});

export const SetUp = z.strictObject({
  settings: SiteSettings,
  retention: RetentionSettings,
  administrator: FirstAdministrator,
});
export type SetUp = z.output<typeof SetUp>;

/** Why the database could not be used; each has its own screen that says what to do. */
export const StorageFault = z.enum([
  'newer-version',
  'wrong-key',
  'missing-key',
  'empty-file',
  'missing-file',
  'damaged',
  'not-foyer',
  'in-use',
  'no-space',
  'not-writable',
]);
export type StorageFault = z.infer<typeof StorageFault>;

export const site = {
  'site.welcome': query({
    summary: 'What a screen needs before anyone has signed in. Nothing personal.',
    access: ['kiosk', 'console', 'set-up'],
    input: z.strictObject({}),
    output: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('fault'), fault: StorageFault }),
      z.strictObject({
        state: z.literal('set-up'),
        timeZone: z.string(),
        /** Every language the kiosk has words in. */
        languages: z.array(Language),
      }),
      z.strictObject({
        state: z.literal('ready'),
        siteName: z.string(),
        timeZone: z.string(),
        languages: z.array(Language),
        defaultLanguage: Language,
        words: SiteWords,
        contactDays: z.number().int(),
        controllerContact: z.string(),
        /** A keyboard reader types into this machine's windows: they take its scans out of the keys. */
        capturesKeyboard: z.boolean(),
        /** The kiosk has a reader that takes cards back. */
        returnSlot: z.boolean(),
        /** The kiosk has a scanner that may read invitation codes. */
        scansCodes: z.boolean(),
        /** A kiosk that has a camera may read invitation codes with it. */
        cameraReadsCodes: z.boolean(),
        looks: ShownLooks,
        /** Said by a joined kiosk whose host is away: sign-ins are kept, everything else waits. */
        away: z.literal(true).optional(),
        /** In the order they are offered; none where nobody is asked. */
        visitorTypes: z.array(OfferedType),
        kiosk: z.strictObject({ idleSeconds: z.number().int(), countdownSeconds: z.number().int() }),
        /** Only in demo mode: sign-ins to show on the sign-in page. */
        demo: z
          .strictObject({
            signIns: z.array(
              z.strictObject({ userName: z.string(), passphrase: z.string(), roles: z.array(StaffRole) }),
            ),
            /** Cards for the tap panel, written FORMAT:VALUE with their label. */
            taps: z.array(z.strictObject({ card: z.string(), label: z.string() })),
          })
          .nullable(),
        /** True while writes are refused because the disk is nearly full. */
        storageLow: z.boolean(),
      }),
    ]),
  }),
  'site.setUp': command({
    summary: 'Makes a new installation usable. Needs the one-time code from the terminal; works once.',
    access: ['set-up'],
    input: SetUp.extend({ code: z.string().max(32, 'too-long') }),
    /** The recovery key opens the database when the key store is lost; it is shown this once. */
    output: z.strictObject({ recoveryKey: z.string() }),
  }),
  'site.settings': query({
    summary: 'The settings of the site.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ settings: SiteSettings }),
  }),
  'site.change': command({
    summary: 'Changes the settings of the site; the notice gets a new version where they show in it.',
    access: ['administrator'],
    input: SiteSettings,
    output: z.strictObject({ settings: SiteSettings }),
  }),
  'site.picture': query({
    summary: 'A picture the site chose, by the hash in the looks. Nothing personal.',
    access: ['kiosk', 'console'],
    input: z.strictObject({ role: PictureRole }),
    output: z.strictObject({
      picture: z
        .strictObject({ type: z.enum(pictureTypes), hash: z.string(), base64: z.string() })
        .nullable(),
    }),
  }),
  'site.setPicture': command({
    summary: 'Stores a logo or a background for the kiosk: PNG, JPEG or WebP.',
    access: ['administrator'],
    input: SentPicture,
    output: z.strictObject({ hash: z.string() }),
    largestInput: 900_000,
  }),
  'site.removePicture': command({
    summary: 'Takes a logo or a background away again.',
    access: ['administrator'],
    input: z.strictObject({ role: PictureRole }),
    output: z.strictObject({}),
  }),
} as const;
