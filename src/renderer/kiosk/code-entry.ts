/** Trying an invitation's code, typed or scanned. What it opens becomes what a visitor would have typed. */
import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import { playTone } from '../ui/tones.ts';
import type { Connection } from './connection.ts';
import type { FlowEvent, Screen } from './flow.ts';

export type OpenedInvitation = NonNullable<CallOutput<'invitations.open'>['invitation']>;

export interface CodeEntry {
  readonly looking: boolean;
  /** Why the last code opened nothing: it is not valid, or nobody answered; null where none was tried. */
  readonly fault: 'unknown' | 'again' | null;
  tryTyped(code: string): Promise<void>;
  forgetFault(): void;
  /** The visitor went away: an answer that still comes is nobody's. */
  abandon(): void;
}

export function useCodeEntry(parts: {
  readonly connection: Connection;
  readonly screen: Screen;
  /** False once too many codes were missed. */
  readonly triesLeft: boolean;
  /** False while the welcome offers no signing in. */
  readonly mayBegin: boolean;
  readonly signal: () => AbortSignal;
  readonly follow: (event: FlowEvent) => void;
  /** Answers what the flow has to know of the visitor's type. */
  readonly onOpened: (
    invitation: OpenedInvitation,
  ) => Pick<Extract<FlowEvent, { type: 'code-opened' }>, 'asksType' | 'demands'>;
}): CodeEntry {
  const { connection } = parts;
  const [looking, setLooking] = useState(false);
  const [fault, setFault] = useState<CodeEntry['fault']>(null);
  const attempt = useRef(0);

  async function lookUp(input: CallInput<'invitations.open'>): Promise<void> {
    attempt.current += 1;
    const mine = attempt.current;
    setLooking(true);
    setFault(null);
    const reply = await connection.ask('invitations.open', input);
    if (mine !== attempt.current || parts.signal().aborted) return;
    setLooking(false);
    if (!reply.ok) {
      if (reply.code === 'throttled') parts.follow({ type: 'code-refused' });
      else setFault('again');
      return;
    }
    const { invitation } = reply.value;
    if (invitation === null) {
      setFault('unknown');
      parts.follow({ type: 'code-missed' });
      return;
    }
    const known = parts.onOpened(invitation);
    parts.follow({ type: 'code-opened', phoneMissing: invitation.phone === '', ...known });
  }

  const latest = useRef({ ...parts, lookUp });
  useEffect(() => {
    latest.current = { ...parts, lookUp };
  });
  useEffect(
    () =>
      connection.onCodeScanned((scan) => {
        const { screen, triesLeft, mayBegin, follow } = latest.current;
        // On every other screen somebody is in the middle of something, and the code is likely not theirs.
        if (screen !== 'code' && !(screen === 'attract' && mayBegin)) return;
        // Scanners make no sound that can be asked for.
        playTone('good');
        if (screen === 'attract') follow({ type: 'code-scanned' });
        if (triesLeft) void latest.current.lookUp({ by: 'scan', scan });
      }),
    [connection],
  );

  return {
    looking,
    fault,
    tryTyped: (code) => lookUp({ by: 'typed', code }),
    forgetFault: () => setFault(null),
    abandon() {
      attempt.current += 1;
      setLooking(false);
      setFault(null);
    },
  };
}
