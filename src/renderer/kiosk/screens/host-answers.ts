/**
 * Who the host may be, asked while the visitor types. What was answered is state of the screen that asks: leaving it
 * is forgetting it.
 */
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { fewestLetters, letterCount } from '../../../shared/contract/hosts.ts';
import { useSession } from '../session-context.ts';

export type HostAnswer = CallOutput<'hosts.find'>['answers'][number];

/** Milliseconds: a person at a touchscreen types about three letters a second; every pause asks once. */
const pause = 250;

export interface HostAnswers {
  readonly answers: readonly HostAnswer[];
  /** The typed text that was answered, null while nothing was. */
  readonly answered: string | null;
  /** This visitor, or this kiosk, has asked too much. */
  readonly enough: boolean;
  /** The visitor typed. */
  typed(text: string): void;
  /** The visitor chose, or wants to see no answers. */
  close(): void;
}

export function useHostAnswers(): HostAnswers {
  const { connection, visitId } = useSession();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{
    readonly text: string;
    readonly answers: readonly HostAnswer[];
  } | null>(null);
  const [enough, setEnough] = useState(false);
  const asks = letterCount(text) >= fewestLetters && !enough && visitId !== null;

  useEffect(() => {
    if (!asks) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const reply = await connection.ask('hosts.find', { text, visitId });
      if (stale) return;
      // Nobody found, refused and not answered look alike: what was written is kept.
      setFound({ text, answers: reply.ok ? reply.value.answers : [] });
      if (!reply.ok && reply.code === 'throttled') setEnough(true);
    }, pause);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asks, text, visitId, connection]);

  return {
    // Until the next answer is there the last one stands: it would flicker with every letter.
    answers: asks ? (found?.answers ?? []) : [],
    answered: asks ? (found?.text ?? null) : null,
    enough,
    typed(next) {
      if (letterCount(next) < fewestLetters) setFound(null);
      setText(next);
    },
    close() {
      setFound(null);
      setText('');
    },
  };
}
