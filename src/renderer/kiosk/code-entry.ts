/**
 * Trying an invitation's code, typed, scanned or held before the camera. What it opens becomes what a visitor would
 * have typed.
 */
import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import { playTone } from '../ui/tones.ts';
import { type CodeCamera, type TriedCode, useCodeCamera } from './camera/use-code-camera.ts';
import type { Connection } from './connection.ts';
import type { FlowEvent, Screen } from './flow.ts';

export type OpenedInvitation = NonNullable<CallOutput<'invitations.open'>['invitation']>;

export interface CodeEntry {
  readonly looking: boolean;
  /** Why the last code opened nothing: it is not valid, or nobody answered; null where none was tried. */
  readonly fault: 'unknown' | 'again' | null;
  tryTyped(code: string): Promise<void>;
  forgetFault(): void;
  readonly camera: CodeCamera;
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
  /** False where no camera is to read codes. */
  readonly mayUseCamera: boolean;
  /** Nobody has touched the screen for a while, or nobody answers. */
  readonly resting: boolean;
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

  async function lookUp(input: CallInput<'invitations.open'>): Promise<TriedCode> {
    attempt.current += 1;
    const mine = attempt.current;
    setLooking(true);
    setFault(null);
    const reply = await connection.ask('invitations.open', input);
    if (mine !== attempt.current || parts.signal().aborted) return 'ended';
    setLooking(false);
    if (!reply.ok) {
      if (reply.code !== 'throttled') {
        setFault('again');
        return 'again';
      }
      parts.follow({ type: 'code-refused' });
      return 'ended';
    }
    const { invitation } = reply.value;
    if (invitation === null) {
      setFault('unknown');
      parts.follow({ type: 'code-missed' });
      return 'unknown';
    }
    const known = parts.onOpened(invitation);
    parts.follow({ type: 'code-opened', phoneMissing: invitation.phone === '', ...known });
    return 'opened';
  }

  const camera = useCodeCamera({
    wanted: parts.mayUseCamera,
    screen: parts.screen,
    resting: parts.resting,
    tryCode: (code) => lookUp({ by: 'camera', code }),
    onForeign: () => parts.follow({ type: 'code-missed' }),
  });

  const latest = useRef({ ...parts, lookUp });
  useEffect(() => {
    latest.current = { ...parts, lookUp };
  });
  useEffect(
    () =>
      connection.onCodeScanned((scan, of) => {
        const { screen, triesLeft, mayBegin, follow } = latest.current;
        // On every other screen somebody is in the middle of something, and the code is likely not theirs.
        if (of !== 'invitation') return;
        if (screen !== 'code' && !(['attract', 'sign-out'].includes(screen) && mayBegin)) return;
        // Scanners make no sound that can be asked for.
        playTone('good');
        if (screen !== 'code') follow({ type: 'code-scanned' });
        if (triesLeft) void latest.current.lookUp({ by: 'scan', scan });
      }),
    [connection],
  );

  return {
    looking,
    fault,
    camera,
    async tryTyped(code) {
      await lookUp({ by: 'typed', code });
    },
    forgetFault: () => setFault(null),
    abandon() {
      attempt.current += 1;
      setLooking(false);
      setFault(null);
    },
  };
}
