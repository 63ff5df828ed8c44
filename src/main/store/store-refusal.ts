/** What a failing store means to whoever waits for the answer. */
import type { Refused } from '../../shared/reply.ts';
import { codeOf } from './open.ts';

/** Null for an error that is not the store's. */
export function storeRefusal(error: unknown): Refused | null {
  const storeCode = codeOf(error);
  if (storeCode === 'SQLITE_FULL') return { ok: false, code: 'storage-full' };
  if (/^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(storeCode))
    return { ok: false, code: 'unavailable' };
  return null;
}
