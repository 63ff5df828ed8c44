/** The card pad's memory: follows the reader, and does with the card what the receptionist decides. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CardRow, CardType } from '../../shared/contract/cards.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import type { Refused, Reply } from '../../shared/reply.ts';
import type { TapReference, VisitId } from '../../shared/vocabulary.ts';
import { call } from '../client.ts';
import { listen } from '../console/events.ts';
import { useCall, useCommand } from '../console/queries.ts';
import {
  type Batch,
  candidates,
  type Done,
  type PadState,
  receiver,
  stateAfterReading,
  stateOfCard,
  toneOf,
} from './card-pad-state.ts';
import { nextLabel } from './next-label.ts';
import { useTones } from './tones.ts';

export interface CardPadMemory {
  readonly state: PadState;
  /** Who may get the free card on the pad, and who gets it unless somebody else is chosen. */
  readonly open: readonly VisitRow[];
  readonly receiver: VisitRow | null;
  readonly choose: (visitId: VisitId | null) => void;
  readonly busy: boolean;
  /** Why the last act was refused, while what it was about is still on the pad. */
  readonly refused: Refused | null;
  /** Empty until the inventory has been read. */
  readonly nextFreeLabel: string;
  readonly batch: Batch | null;
  /** The card of the issue just made here, which can still be undone. */
  readonly undoable: { readonly card: CardRow; readonly visit: VisitRow } | null;
  readonly clear: () => void;
  readonly issue: () => void;
  readonly undoIssue: () => void;
  readonly giveBack: (signOut: boolean) => void;
  readonly register: (label: string, type: CardType, more: boolean) => Promise<Refused | null>;
  readonly stopBatch: () => void;
  readonly reportLost: () => void;
  readonly unblock: () => void;
  /** Puts a card on the pad as if it had been tapped. */
  readonly show: (card: CardRow) => void;
  readonly silent: boolean;
  readonly setSilent: (silent: boolean) => void;
}

/** Milliseconds a card may take before the pad says that it is being read: an answer that is there at once needs no word. */
const atOnce = 120;

/** `onIssued` hears of every card that was issued here. */
export function useCardPad(onIssued?: (visitId: VisitId) => void): CardPadMemory {
  const [state, setState] = useState<PadState>({ show: 'nothing' });
  const [chosen, setChosen] = useState<VisitId | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [batch, setBatch] = useState<Batch | null>(null);
  const [undoable, setUndoable] = useState<CardPadMemory['undoable']>(null);
  const [busy, setBusy] = useState(false);
  const { sound, silent, setSilent } = useTones();
  const client = useQueryClient();
  const onSite = useCall('visits.onSite', {});
  const cards = useCall('cards.list', {});
  const readers = useCall('readers.status', {});
  const issueCard = useCommand('cards.issue');
  const returnCard = useCommand('cards.return');
  const registerCard = useCommand('cards.register');
  const blockCard = useCommand('cards.block');
  const unblockCard = useCommand('cards.unblock');
  const setAside = useCommand('visits.setAside');

  const open = useMemo(() => candidates(onSite.data?.visits ?? []), [onSite.data]);
  // A card registered a moment ago may not be in the list yet, and its number is taken.
  const lastRegistered = useRef('');
  const labels = useMemo(() => (cards.data?.cards ?? []).map((card) => card.label), [cards.data]);
  // Without the list there is no telling; a guess would be the number of an old card.
  const nextFreeLabel = cards.data
    ? nextLabel(lastRegistered.current ? [...labels, lastRegistered.current] : labels)
    : '';
  const gets = state.show === 'free' ? receiver(open, chosen, state.next) : null;

  const turn = useCallback(
    (next: PadState) => {
      setState(next);
      setRefused(null);
      const tone = toneOf(next);
      if (tone) sound(tone);
    },
    [sound],
  );

  const show = useCallback((card: CardRow) => turn(stateOfCard(card, null, null)), [turn]);

  const register = useCallback(
    async (tap: TapReference, label: string, type: CardType): Promise<Refused | null> => {
      const reply = await registerCard.run({ label, type, source: { by: 'tap', tap } });
      if (!reply.ok) return reply;
      lastRegistered.current = reply.value.card.label;
      turn({ show: 'done', done: { act: 'registered', card: reply.value.card } });
      return null;
    },
    [registerCard.run, turn],
  );

  const latest = useRef({ batch, nextFreeLabel, readers: readers.data?.readers ?? [] });
  latest.current = { batch, nextFreeLabel, readers: readers.data?.readers ?? [] };

  // While a card is read the one before it may still be seen, and no act may reach it any more.
  const beingRead = useRef<TapReference | null>(null);
  useEffect(() => {
    let over = false;
    let current: TapReference | null = null;
    const read = async (tap: TapReference): Promise<void> => {
      current = tap;
      beingRead.current = tap;
      const slow = setTimeout(() => {
        if (!over && beingRead.current === tap) setState({ show: 'reading', tap });
      }, atOnce);
      const reply = await call('cards.read', { tap });
      clearTimeout(slow);
      // A later tap has taken the pad: the earlier answer is old.
      if (over || current !== tap) return;
      beingRead.current = null;
      setChosen(null);
      if (!reply.ok) {
        turn({ show: 'refused', refused: reply });
        return;
      }
      const next = stateAfterReading(tap, reply.value);
      const { batch: running, nextFreeLabel: label } = latest.current;
      // A card that may be in the inventory already is for a person to decide about.
      if (running && next.show === 'unknown' && next.answer.lookalike === null) {
        const fault = await register(tap, label, running.type);
        if (over || current !== tap) return;
        if (fault) turn({ show: 'refused', refused: fault });
        else setBatch({ ...running, registered: running.registered + 1 });
        return;
      }
      turn(next);
    };
    const stop = listen((event) => {
      if (event.type !== 'card.tapped') return;
      const reader = latest.current.readers.find(({ readerId }) => readerId === event.readerId);
      if (reader?.place !== 'kiosk') void read(event.tap);
    });
    return () => {
      over = true;
      beingRead.current = null;
      stop();
    };
  }, [turn, register]);

  /** Runs one act on the card; the pad stays as it was when it is refused. */
  const act = async <Value>(work: Promise<Reply<Value>>, then: (value: Value) => Done): Promise<void> => {
    setBusy(true);
    const reply = await work;
    setBusy(false);
    if (reply.ok) {
      turn({ show: 'done', done: then(reply.value) });
      return;
    }
    setRefused(reply);
    sound('refused');
    void client.invalidateQueries({ queryKey: ['visits.onSite'] });
  };

  const isOccupied = (): boolean => busy || beingRead.current !== null;

  const issue = (): void => {
    if (state.show !== 'free' || !gets || isOccupied()) return;
    const visit = gets;
    void act(issueCard.run({ cardId: state.card.cardId, visitId: visit.visitId }), ({ card }) => {
      setUndoable({ card, visit });
      onIssued?.(visit.visitId);
      return { act: 'issued', card, visit };
    });
  };

  const undoIssue = (): void => {
    if (!undoable || isOccupied()) return;
    const { card, visit } = undoable;
    const undo = async (): Promise<Reply<{ card: CardRow }>> => {
      const reply = await returnCard.run({ cardId: card.cardId, signOut: false });
      // Back among those waiting, where the visit was before.
      if (reply.ok && visit.card.state === 'waiting')
        await setAside.run({ visitId: visit.visitId, cardDue: true });
      return reply;
    };
    void act(undo(), (value) => {
      setUndoable(null);
      return { act: 'issue-undone', card: value.card };
    });
  };

  const giveBack = (signOut: boolean): void => {
    if (state.show !== 'issued' || isOccupied()) return;
    const name = state.holder?.name ?? state.card.holder?.name ?? '';
    void act(returnCard.run({ cardId: state.card.cardId, signOut }), ({ card, signedOut }) => {
      if (undoable?.card.cardId === card.cardId) setUndoable(null);
      return { act: 'returned', card, name, signedOut };
    });
  };

  const onPad =
    state.show === 'free' || state.show === 'issued' || state.show === 'barred' ? state.card : null;

  return {
    state,
    open,
    receiver: gets,
    choose: setChosen,
    busy,
    refused,
    nextFreeLabel,
    batch,
    undoable,
    clear: () => {
      setChosen(null);
      turn({ show: 'nothing' });
    },
    issue,
    undoIssue,
    giveBack,
    register: async (label, type, more) => {
      if (state.show !== 'unknown' || isOccupied()) return null;
      setBusy(true);
      const fault = await register(state.tap, label, type);
      setBusy(false);
      if (!fault && more) setBatch({ type, registered: 1 });
      if (fault) sound('refused');
      return fault;
    },
    stopBatch: () => setBatch(null),
    reportLost: () => {
      if (!onPad || isOccupied() || state.show === 'barred') return;
      if (undoable?.card.cardId === onPad.cardId) setUndoable(null);
      void act(blockCard.run({ cardId: onPad.cardId, reason: 'lost' }), ({ card }) => ({
        act: 'lost',
        card,
      }));
    },
    unblock: () => {
      const card = state.show === 'done' ? state.done.card : onPad;
      if (!card || isOccupied()) return;
      void act(unblockCard.run({ cardId: card.cardId }), (value) => ({ act: 'unblocked', card: value.card }));
    },
    show,
    silent,
    setSilent,
  };
}
