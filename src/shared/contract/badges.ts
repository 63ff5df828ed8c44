/** Badges and name tags: printed by reception, kept nowhere. */
import { z } from 'zod';
import { BadgeDesign, BadgeField, BadgeKind, DesignFault, DesignId } from '../badges/design.ts';
import { VisitId } from '../vocabulary.ts';
import { command, query } from './definition.ts';

export const standardDesigns = { badge: 'badge-62x100', nameTag: 'name-tag-62x100' } as const;

/** How a site prints. A design that is no longer there is taken as Foyer's own. */
export const BadgeSettings = z.strictObject({
  badge: DesignId.prefault(standardDesigns.badge),
  nameTag: DesignId.prefault(standardDesigns.nameTag),
  /** A badge is printed as soon as reception has issued a card. */
  onCardIssue: z.boolean().prefault(false),
  /** As the operating system calls it; empty for the print dialog. Only Electron prints without a dialog. */
  printer: z
    .string('required')
    .max(200, 'too-long')
    .transform((name) => name.trim())
    .prefault(''),
});
export type BadgeSettings = z.output<typeof BadgeSettings>;

/** What a site has that chose nothing. */
export const standardBadges: BadgeSettings = BadgeSettings.parse({});

/** Badges of one call; more than a lobby holds at once. */
export const mostBadges = 100;

/** As long as the longest field of a visit, in UTF-16 units. */
const Text = z.string().max(480, 'too-long');

/** What stands on a badge, ready to be drawn; an empty text is not. */
export const BadgeText = z.strictObject({
  name: Text,
  company: Text,
  host: Text,
  date: Text,
  'visitor-type': Text,
  card: Text,
  /** For the QR code, shown this once; empty for a name tag. */
  code: Text,
});
export type BadgeText = z.output<typeof BadgeText>;

/** Words above a field. */
export const BadgeCaptions = z.partialRecord(BadgeField, z.string().max(60, 'too-long'));

const Named = z.strictObject({ designId: DesignId, design: BadgeDesign });

export const badges = {
  'badges.designs': query({
    summary:
      'The designs of badges and name tags, what is wrong with those of the site, and how the site prints.',
    access: ['reception', 'privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      designs: z.array(Named),
      /** By file and dotted path of the field; an empty path is the file as a whole. */
      faults: z.array(DesignFault),
      settings: BadgeSettings,
    }),
  }),
  'badges.change': command({
    summary: 'Sets the designs in use, the printer, and whether a badge is printed with every card.',
    access: ['administrator'],
    input: BadgeSettings,
    output: z.strictObject({ settings: BadgeSettings }),
  }),
  'badges.print': command({
    summary:
      'What is printed for visitors on site: for a badge with a new code, an earlier one stops working. Visits that are over are left out; refused with `visit-closed` when none remains. One audit entry for each visit.',
    access: ['reception'],
    input: z.strictObject({
      kind: BadgeKind,
      visitIds: z.array(VisitId).min(1, 'required').max(mostBadges, 'badges-many'),
      /** Left out for the site's own choice. */
      designId: DesignId.optional(),
    }),
    output: z.strictObject({
      ...Named.shape,
      badges: z.array(BadgeText),
      captions: BadgeCaptions,
      leftOut: z.number().int().nonnegative(),
      /** As the settings say at this moment. */
      printer: z.string(),
    }),
  }),
  'badges.pdf': query({
    summary: 'Draws what `badges.print` answered as a PDF. Nothing of it is kept.',
    access: ['reception'],
    input: z.strictObject({
      designId: DesignId,
      badges: z.array(BadgeText).min(1, 'required').max(mostBadges, 'badges-many'),
      captions: BadgeCaptions,
    }),
    output: z.strictObject({ base64: z.string() }),
    largestInput: 400_000,
  }),
} as const;
