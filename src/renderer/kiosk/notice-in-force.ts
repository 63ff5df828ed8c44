/** The notice a visitor reads and their visit refers to: loaded ahead, and again when it is no longer the current one. */
import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Connection } from './connection.ts';

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

/** Fetches nothing before it is `wanted`. */
export function useNotice(connection: Connection, language: string, wanted: boolean): NoticeInForce {
  const [current, setCurrent] = useState<CurrentNotice | null>(null);
  const [failed, setFailed] = useState(false);
  const [renewed, setRenewed] = useState(false);
  const [round, setRound] = useState(0);

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

  const reload = useCallback((because: boolean) => {
    setRenewed(because);
    setRound((number) => number + 1);
  }, []);
  return { current, failed, renewed, reload };
}
