/** Access cards and their loans. */
import { z } from 'zod';
import { Line } from '../text.ts';
import { CardId, EpochMs, LoanId, TapReference, VisitId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { VisitRow } from './visits.ts';

/** `issued` and `overdue` follow from the open loan, the others are stored. */
export const CardState = z.enum(['in-stock', 'issued', 'overdue', 'lost', 'blocked', 'retired']);
export type CardState = z.infer<typeof CardState>;

/** Formats of card numbers; layouts stand in `src/main/readers/formats`. */
export const CardFormat = z.enum([
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
  'DEC',
  'HEX',
  'TRACK2',
]);
export type CardFormat = z.infer<typeof CardFormat>;

/**
 * Why a card is not read. `ambiguous`: its number can be read in two ways. `partial-uid`: the reader sends four bytes
 * of a chip's longer serial number, which other chips share. `random-uid`: the chip invents a number at every tap.
 */
export const UnreadableReason = z.enum([
  'parity',
  'length',
  'characters',
  'payment-card',
  'ambiguous',
  'partial-uid',
  'random-uid',
]);
export type UnreadableReason = z.infer<typeof UnreadableReason>;

/**
 * The number of a card, canonical: equal numbers are equal strings. `facility` is a decimal number or null where
 * the format has none; `number` is decimal, or upper-case hexadecimal for `UID`, `HEX` and `EM4100`.
 */
export const Credential = z.strictObject({
  format: CardFormat,
  facility: z
    .string()
    .regex(/^\d{1,20}$/, 'shape')
    .nullable(),
  number: z.string().regex(/^[0-9A-F]{1,64}$/, 'shape'),
});
export type Credential = z.infer<typeof Credential>;

export const CardType = z.enum(['visitor', 'contractor', 'escort']);
export type CardType = z.infer<typeof CardType>;

export const CardRow = z.strictObject({
  cardId: CardId,
  label: z.string(),
  type: CardType,
  state: CardState,
  credential: Credential,
  registeredAt: EpochMs,
  issuedAt: EpochMs.nullable(),
  /** Who holds it now; null when nobody does or when the link has been purged. */
  holder: z
    .strictObject({
      visitId: VisitId,
      /** Empty where `restricted`. */
      name: z.string(),
      /** The visit is restricted, and the visitor has left without giving the card back. */
      restricted: z.boolean(),
    })
    .nullable(),
});
export type CardRow = z.output<typeof CardRow>;

const onCard = z.strictObject({ cardId: CardId });
const cardResult = z.strictObject({ card: CardRow });

export const cards = {
  'cards.list': query({
    summary: 'The card inventory by label, with states.',
    access: ['reception', 'security', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ cards: z.array(CardRow) }),
  }),
  'cards.read': query({
    summary: 'What the card behind a tap is, who holds it, and who would get it next.',
    access: ['reception'],
    input: z.strictObject({ tap: TapReference }),
    output: z.strictObject({
      readerName: z.string(),
      tappedAt: EpochMs,
      reading: z.discriminatedUnion('kind', [
        /** Parity or shape is wrong, or it may not be read; never guessed. */
        z.strictObject({
          kind: z.literal('unreadable'),
          reason: UnreadableReason,
        }),
        z.strictObject({
          kind: z.literal('unknown'),
          credential: Credential,
          /** A card of ours that this may be, read by a reader set differently; it is shown and never taken for it. */
          lookalike: z.strictObject({ cardId: CardId, label: z.string() }).nullable(),
        }),
        z.strictObject({ kind: z.literal('known'), card: CardRow, holder: VisitRow.nullable() }),
      ]),
      /** The latest sign-in waiting for a card. */
      next: VisitRow.nullable(),
    }),
  }),
  'cards.register': command({
    summary: 'Adds a card to the inventory, by tap or by typed number.',
    access: ['reception', 'administrator'],
    input: z.strictObject({
      label: Line,
      type: CardType,
      source: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('tap'), tap: TapReference }),
        z.strictObject({ by: z.literal('number'), credential: Credential }),
      ]),
    }),
    output: cardResult,
  }),
  'cards.issue': command({
    summary: 'Hands a card in stock to a visitor on site; it is due back at the end of the local day.',
    access: ['reception'],
    input: z.strictObject({ cardId: CardId, visitId: VisitId }),
    output: z.strictObject({ loanId: LoanId, card: CardRow }),
  }),
  'cards.return': command({
    summary: 'Takes a card back, and signs its visitor out where asked to.',
    access: ['reception'],
    input: z.strictObject({ cardId: CardId, signOut: z.boolean() }),
    output: z.strictObject({ card: CardRow, signedOut: z.boolean() }),
  }),
  'cards.block': command({
    summary: 'Blocks a card at once, as lost or for another reason; an open loan ends as lost.',
    access: ['reception', 'security', 'administrator'],
    input: onCard.extend({ reason: z.enum(['lost', 'blocked']) }),
    output: cardResult,
  }),
  'cards.unblock': command({
    summary: 'A lost or blocked card is in stock again.',
    access: ['reception', 'administrator'],
    input: onCard,
    output: cardResult,
  }),
  'cards.retire': command({
    summary: 'Takes a card that is not issued out of use for good.',
    access: ['reception', 'administrator'],
    input: onCard,
    output: cardResult,
  }),
  'cards.recent': query({
    summary: 'The last five things done with cards, newest first, without names.',
    access: ['reception'],
    input: z.strictObject({}),
    output: z.strictObject({
      events: z.array(
        z.strictObject({
          at: EpochMs,
          act: z.enum([
            'registered',
            'issued',
            'returned',
            'returned-signed-out',
            'lost',
            'blocked',
            'unblocked',
            'retired',
          ]),
          cardId: CardId,
          label: z.string(),
        }),
      ),
    }),
  }),
} as const;
