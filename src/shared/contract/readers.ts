/** Card readers as the screens see them. */
import { z } from 'zod';
import { query } from './definition.ts';

export const ReaderProfile = z.enum([
  'simulated',
  'keyboard',
  'raw',
  'pcprox',
  'magtek',
  'idtech',
  'hid-pos-scanner',
  'hid-pos-msr',
]);
export type ReaderProfile = z.infer<typeof ReaderProfile>;

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
  place: z.enum(['desk', 'kiosk']),
  state: ReaderState,
  /** What an administrator can do about it; a code the screens have words for. */
  advice: z.enum(['none', 'plug-in', 'install-libusb', 'install-udev-rule', 'restarting']),
});
export type ReaderStatus = z.output<typeof ReaderStatus>;

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
    input: z.strictObject({ card: z.string().min(1, 'required').max(100, 'too-long') }),
    output: z.strictObject({}),
  }),
} as const;
