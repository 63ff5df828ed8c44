/** Whether the notice in force names the watchlist: nobody is compared with a list it keeps silent about. */
import type { Register } from '../../../shared/contract/register.ts';
import type { Stores } from '../stores.ts';

/** The entry of the register that tells visitors about the watchlist (GDPR articles 13 and 14). */
const registerEntry = 'watchlist';

export function createInNotice({ notices }: Pick<Stores, 'notices'>): () => boolean {
  let last: { readonly register: string | null; readonly named: boolean } | null = null;
  return () => {
    const register = notices.inForce()?.register ?? null;
    if (last === null || last.register !== register) {
      const entries = register === null ? [] : (JSON.parse(register) as Register).entries;
      last = { register, named: entries.some(({ entryId, on }) => entryId === registerEntry && on) };
    }
    return last.named;
  };
}
