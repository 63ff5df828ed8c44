/**
 * The notice a visitor reads and their visit refers to: loaded ahead, and again when another is published. Whoever
 * has read one keeps it: the visit refers to what was on screen.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Connection } from './connection.ts';
import { type Place, type Screen, screenOf } from './flow.ts';

export type CurrentNotice = CallOutput<'notice.current'>;

export interface NoticeInForce {
  /** Null while it is being fetched, or when it could not be. */
  readonly current: CurrentNotice | null;
  readonly failed: boolean;
  /** It changed while somebody was reading it. */
  readonly renewed: boolean;
  /** Fetches it again; `renewed` says that the visitor has to be told. */
  readonly reload: (renewed: boolean) => void;
}

/** Where a visitor is with the notice: before it, at it, or past it. */
export type Reading = 'before' | 'now' | 'done';

const beforeNotice: readonly Screen[] = [
  'attract',
  'code',
  'invited',
  'type',
  'name',
  'contact',
  'known',
  'visit',
  'detail',
  'rules',
];

export function readingAt(place: Place): Reading {
  const screen = screenOf(place);
  if (screen === 'notice' || screen === 'full-notice') return 'now';
  // Whoever came back from the review to change an answer has read it.
  return beforeNotice.includes(screen) && !place.context.changing ? 'before' : 'done';
}

/** Fetches nothing before it is `wanted`. */
export function useNotice(
  connection: Connection,
  language: string,
  wanted: boolean,
  reading: Reading,
): NoticeInForce {
  const [current, setCurrent] = useState<CurrentNotice | null>(null);
  const [failed, setFailed] = useState(false);
  const [renewed, setRenewed] = useState(false);
  const [round, setRound] = useState(0);
  const latest = useRef({ current, reading });
  useEffect(() => {
    latest.current = { current, reading };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round fetches again
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    setCurrent(null);
    setFailed(false);
    void connection.askPatiently('notice.current', { language }, abort.signal).then((reply) => {
      if (reply?.ok) setCurrent(reply.value);
      else if (reply !== null) setFailed(true);
    });
    return () => abort.abort();
  }, [connection, language, wanted, round]);

  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    const stop = connection.onNoticeChanged(() => {
      if (latest.current.current === null || latest.current.reading === 'done') return;
      // The old text stays on screen until there is another.
      void connection.askPatiently('notice.current', { language }, abort.signal).then((reply) => {
        const seen = latest.current;
        if (!reply?.ok || seen.reading === 'done' || reply.value.noticeId === seen.current?.noticeId) return;
        setCurrent(reply.value);
        if (seen.reading === 'now') setRenewed(true);
      });
    });
    return () => {
      abort.abort();
      stop();
    };
  }, [connection, language, wanted]);

  const reload = useCallback((because: boolean) => {
    setRenewed(because);
    setRound((number) => number + 1);
  }, []);
  return { current, failed, renewed, reload };
}
