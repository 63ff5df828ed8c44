/** Whether a host named by id is the one the words speak of. */
import type { HostId } from '../../../shared/vocabulary.ts';
import type { HostStore, StoredHost } from './host-store.ts';
import { hostWords } from './host-words.ts';

/**
 * The host chosen, or null: where there is no id, where the host is gone or has left, and where the words are not
 * theirs. A visitor is never turned away for it; the words are kept in any case.
 */
export function chosenHost(store: HostStore, id: HostId | undefined, words: string): StoredHost | null {
  const host = id === undefined ? undefined : store.byId(id);
  if (host === undefined || host.leftAt !== null) return null;
  return words === hostWords(host) || words === host.name ? host : null;
}
