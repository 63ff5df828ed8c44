/** What the core says unasked. Events are hints to ask again; they carry no personal data and no card number. */
import { z } from 'zod';
import { TapReference } from '../vocabulary.ts';

/** Areas whose data can change; a screen refetches the queries of those it shows. */
export const Area = z.enum([
  'site',
  'visits',
  'invitations',
  'cards',
  'staff',
  'retention',
  'notice',
  'readers',
  'audit',
  'hosts',
  'outbox',
  'roll-calls',
  'evacuation-list',
  'watchlist',
  'devices',
  'badges',
  'holds',
]);
export type Area = z.infer<typeof Area>;

export const FoyerEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changed'), areas: z.array(Area) }),
  /** To consoles only. `cards.read` says what the card is. */
  z.strictObject({ type: z.literal('card.tapped'), tap: TapReference, readerId: z.string() }),
  /** To the kiosks: a card was put into a return slot. `not-out`: it was not handed out, or it is not one of ours. */
  z.strictObject({
    type: z.literal('card.returned'),
    readerId: z.string(),
    outcome: z.enum(['returned', 'signed-out', 'not-out', 'unreadable']),
  }),
  /** To the kiosks: a scanner read a code. `invitations.open` or `visits.badge` says whose it is. */
  z.strictObject({
    type: z.literal('code.scanned'),
    scan: TapReference,
    of: z.enum(['invitation', 'badge']),
    readerId: z.string(),
  }),
  /** To the consoles: sessions may have ended; ask `staff.current`. */
  z.strictObject({ type: z.literal('session.ended') }),
]);
export type FoyerEvent = z.infer<typeof FoyerEvent>;
