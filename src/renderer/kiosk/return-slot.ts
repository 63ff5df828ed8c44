/**
 * The kiosk's return slot: a card was put into it. Whoever is leaving gets a goodbye; whoever is in the middle of
 * something else only a short notice, because the card is likely not theirs.
 */
import { useEffect, useRef, useState } from 'react';
import { playTone } from '../ui/tones.ts';
import type { Connection, ReturnOutcome } from './connection.ts';
import type { Screen } from './flow.ts';

/** How a visitor was signed out: by name and e-mail, or by their card. */
export type Farewell =
  | { readonly by: 'name'; readonly cardToReturn: boolean }
  | { readonly by: 'card'; readonly outcome: 'returned' | 'signed-out' };

/** Milliseconds a notice stays: its longest sentence read twice. */
const noticeStays = 10_000;

/** Screens at which whoever puts a card into the slot is the one the screen speaks to. */
const leaving: readonly Screen[] = ['attract', 'sign-out', 'leaving', 'signed-out'];

/** The notice to show now, or null. `onGoodbye` is called instead when the visitor at the screen is leaving. */
export function useReturnSlot(
  connection: Connection,
  screen: Screen,
  onGoodbye: (farewell: Farewell) => void,
): ReturnOutcome | null {
  const [notice, setNotice] = useState<{ readonly outcome: ReturnOutcome } | null>(null);
  const latest = useRef({ screen, onGoodbye });
  useEffect(() => {
    latest.current = { screen, onGoodbye };
  });
  useEffect(
    () =>
      connection.onCardReturned((outcome) => {
        const taken = outcome === 'returned' || outcome === 'signed-out';
        // Readers make no sound that can be asked for, and whoever is at the slot may not see the screen.
        playTone(taken ? 'good' : 'attention');
        if (taken && leaving.includes(latest.current.screen)) {
          setNotice(null);
          latest.current.onGoodbye({ by: 'card', outcome });
        } else setNotice({ outcome });
      }),
    [connection],
  );
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), noticeStays);
    return () => clearTimeout(timer);
  }, [notice]);
  return notice?.outcome ?? null;
}
