/** The looks a site chooses for its kiosk. Pictures are kept beside the settings; here stand only their limits. */
import { z } from 'zod';
import { readBrand } from '../brand.ts';
import { colourPattern } from '../colour.ts';
import { bytesOf, type PictureHead, readPictureHead } from '../picture.ts';
import { graphemeCount, OptionalLine } from '../text.ts';
import { Language } from '../vocabulary.ts';

/** Longest greeting, in characters as a person counts them: two lines on the smallest display. */
export const longestGreeting = 60;

/** Empty for Foyer's own blue. Messages: `colour`, `colour-pale`. */
export const BrandColour = z
  .string('required')
  .transform((typed) => typed.trim().toLowerCase())
  .superRefine((colour, context) => {
    if (colour === '') return;
    const message = !colourPattern.test(colour)
      ? 'colour'
      : readBrand(colour).readable
        ? null
        : 'colour-pale';
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

/** Empty for the words Foyer has. Messages as OptionalLine and `greeting-long`. */
const Greeting = OptionalLine.refine((text) => graphemeCount(text) <= longestGreeting, 'greeting-long');

export const Background = z.enum(['archway', 'plain', 'picture']);
export type Background = z.infer<typeof Background>;

export const Looks = z.strictObject({
  brandColour: BrandColour.prefault(''),
  /** By language. */
  greetings: z.record(Language, Greeting).prefault({}),
  /** `picture` shows the archway until there is a picture. */
  background: Background.prefault('archway'),
  /** False where the logo holds the name already. */
  nameBesideLogo: z.boolean().prefault(true),
  /** Diagonal of the kiosk's display; null for the usual one of its shape. Message: `inches-range`. */
  displayInches: z
    .number('inches-range')
    .min(7, 'inches-range')
    .max(100, 'inches-range')
    .nullable()
    .prefault(null),
});
export type Looks = z.output<typeof Looks>;

/** What a site has that chose nothing. */
export const standardLooks: Looks = Looks.parse({});

export const PictureRole = z.enum(['logo', 'background']);
export type PictureRole = z.infer<typeof PictureRole>;

/** Limits: bytes of the file, and pixels of its longer side. */
export const pictureLimits: Readonly<Record<PictureRole, { readonly bytes: number; readonly side: number }>> =
  {
    logo: { bytes: 150_000, side: 1_200 },
    background: { bytes: 600_000, side: 2_200 },
  };

/** What is wrong with the bytes of a picture, as a message code; its head when nothing is. */
export function judgePicture(
  role: PictureRole,
  bytes: Uint8Array,
): { readonly fault: 'picture-kind' | 'picture-bytes' | 'picture-size' } | PictureHead {
  const limit = pictureLimits[role];
  const head = readPictureHead(bytes);
  if (head === null) return { fault: 'picture-kind' };
  if (bytes.length > limit.bytes) return { fault: 'picture-bytes' };
  if (Math.max(head.width, head.height) > limit.side) return { fault: 'picture-size' };
  return head;
}

/** A picture as sent: base64 of a PNG, JPEG or WebP. Messages: `picture-kind`, `picture-bytes`, `picture-size`. */
export const SentPicture = z
  .strictObject({ role: PictureRole, base64: z.string('required').max(850_000, 'picture-bytes') })
  .superRefine(({ role, base64 }, context) => {
    const bytes = bytesOf(base64);
    const judged = bytes === null ? { fault: 'picture-kind' } : judgePicture(role, bytes);
    if ('fault' in judged) context.addIssue({ code: 'custom', path: ['base64'], message: judged.fault });
  });

/** The looks as a kiosk hears of them: pictures by their hash, to be fetched once. */
export const ShownLooks = z.strictObject({
  ...Looks.shape,
  logo: z.string().nullable(),
  picture: z.string().nullable(),
});
export type ShownLooks = z.output<typeof ShownLooks>;
