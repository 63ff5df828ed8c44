/** What the card pad shows, and what a tap turns it into. Pure; the pad itself is `use-card-pad.ts`. */
import type { CardRow, CardType, UnreadableReason } from '../../shared/contract/cards.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import type { Refused } from '../../shared/reply.ts';
import type { TapReference, VisitId } from '../../shared/vocabulary.ts';
import type { Tone } from '../ui/tones.ts';

export type CardReadAnswer = CallOutput<'cards.read'>;

/** What was just done, until the next tap. */
export type Done =
  | { readonly act: 'issued'; readonly card: CardRow; readonly visit: VisitRow }
  | { readonly act: 'issue-undone'; readonly card: CardRow }
  | { readonly act: 'returned'; readonly card: CardRow; readonly name: string; readonly signedOut: boolean }
  | { readonly act: 'registered'; readonly card: CardRow }
  | { readonly act: 'lost'; readonly card: CardRow }
  | { readonly act: 'unblocked'; readonly card: CardRow };

export type PadState =
  | { readonly show: 'nothing' }
  | { readonly show: 'reading'; readonly tap: TapReference }
  | { readonly show: 'refused'; readonly refused: Refused }
  | { readonly show: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly show: 'unknown'; readonly tap: TapReference; readonly answer: UnknownReading }
  | { readonly show: 'free'; readonly card: CardRow; readonly next: VisitRow | null }
  | { readonly show: 'issued'; readonly card: CardRow; readonly holder: VisitRow | null }
  | { readonly show: 'barred'; readonly card: CardRow }
  | { readonly show: 'done'; readonly done: Done };

type Reading = CardReadAnswer['reading'];
export type UnknownReading = Extract<Reading, { kind: 'unknown' }>;

/** Cards registered one after another by tapping them. */
export interface Batch {
  readonly type: CardType;
  readonly registered: number;
}

export function stateAfterReading(tap: TapReference, answer: CardReadAnswer): PadState {
  const { reading } = answer;
  if (reading.kind === 'unreadable') return { show: 'unreadable', reason: reading.reason };
  if (reading.kind === 'unknown') return { show: 'unknown', tap, answer: reading };
  return stateOfCard(reading.card, reading.holder, answer.next);
}

export function stateOfCard(card: CardRow, holder: VisitRow | null, next: VisitRow | null): PadState {
  switch (card.state) {
    case 'in-stock':
      return { show: 'free', card, next };
    case 'issued':
    case 'overdue':
      return { show: 'issued', card, holder };
    case 'lost':
    case 'blocked':
    case 'retired':
      return { show: 'barred', card };
  }
}

export function toneOf(state: PadState): Tone | null {
  switch (state.show) {
    case 'free':
    case 'issued':
    case 'done':
      return 'good';
    case 'unknown':
      return 'attention';
    case 'refused':
    case 'unreadable':
    case 'barred':
      return 'refused';
    case 'nothing':
    case 'reading':
      return null;
  }
}

/** Who may get a card: on site and without one; those waiting first, the latest sign-in on top. */
export function candidates(visits: readonly VisitRow[]): readonly VisitRow[] {
  const open = visits.filter((visit) => visit.departedAt === null && visit.card.state !== 'issued');
  return [
    ...open.filter((visit) => visit.card.state === 'waiting'),
    ...open.filter((visit) => visit.card.state === 'none'),
  ];
}

/** The visitor who gets the card: the one chosen, else the latest sign-in waiting for one. */
export function receiver(
  open: readonly VisitRow[],
  chosen: VisitId | null,
  next: VisitRow | null,
): VisitRow | null {
  const picked = chosen === null ? undefined : open.find((visit) => visit.visitId === chosen);
  if (picked) return picked;
  const waiting = open.find((visit) => visit.card.state === 'waiting');
  if (waiting) return waiting;
  // The list shows at most 1,000 visits; the core may know of a waiting one beyond it.
  return open.length === 0 ? next : null;
}
