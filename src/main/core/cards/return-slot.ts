/**
 * The reader at the kiosk that takes cards back: a card that is out comes back and its visitor is signed out, in
 * one transaction, without anybody at the desk. A lost or blocked card stays what it is: staff decide about it.
 */
import type { FoyerEvent } from '../../../shared/contract/events.ts';
import type { CardId } from '../../../shared/vocabulary.ts';
import type { CardReading } from '../../readers/card-read.ts';
import type { Audit } from '../audit.ts';
import type { Clock } from '../ports.ts';
import type { Stores } from '../stores.ts';

export interface ReturnSlotParts {
  readonly stores: Pick<Stores, 'cards' | 'visits' | 'transact'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly clock: Clock;
  /** Screens that show cards or visits should ask again. */
  readonly changed: () => void;
}

export type ReturnOutcome = Extract<FoyerEvent, { readonly type: 'card.returned' }>['outcome'];

/** The same card again within this time still lies in the slot: its visitor reads the same answer again. */
const stillThereMs = 10_000;

/** Takes a card back; throws what the store throws, with nothing changed. */
export function createReturnSlot({ stores, audit, clock, changed }: ReturnSlotParts) {
  let last: { readonly cardId: CardId; readonly at: number; readonly outcome: ReturnOutcome } | null = null;

  return (reading: CardReading): ReturnOutcome => {
    if (reading.kind === 'unreadable') return 'unreadable';
    const card = stores.cards.byCredential(reading.credential);
    if (card === undefined) return 'not-out';
    const { openLoan } = card;
    if (openLoan === null) {
      if (last?.cardId === card.id && clock.monotonic() < last.at + stillThereMs) return last.outcome;
      return 'not-out';
    }
    const outcome = stores.transact(() => {
      const at = clock.now();
      stores.cards.endLoan(openLoan.sequence, at, 'returned');
      const [holder] =
        openLoan.visitSequence === null ? [] : stores.visits.bySequences([openLoan.visitSequence]);
      const signsOut = holder !== undefined && holder.departedAt === null;
      if (signsOut) stores.visits.depart(holder.sequence, at, 'card-returned');
      const detail = signsOut ? 'kiosk-signed-out' : 'kiosk';
      audit.record({ at, act: 'cards.return', staffId: null, subject: card.id, detail });
      return signsOut ? ('signed-out' as const) : ('returned' as const);
    });
    last = { cardId: card.id, at: clock.monotonic(), outcome };
    changed();
    return outcome;
  };
}
