/** Ends with the session: an answer that comes later is nobody's. */
import { useEffect, useRef } from 'react';

export function useSessionSignal(): () => AbortSignal {
  const abort = useRef(new AbortController());
  useEffect(() => {
    if (abort.current.signal.aborted) abort.current = new AbortController();
    return () => abort.current.abort();
  }, []);
  return () => abort.current.signal;
}
