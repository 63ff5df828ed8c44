/** The HTTP status of a reply. The page reads the reply itself; the status is for logs and tools. */
import type { RefusalCode, Reply } from '../../../shared/reply.ts';

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'unknown-call': 404,
  'not-found': 404,
  'bad-input': 422,
  'too-large': 413,
  'wrong-origin': 403,
  'not-allowed': 403,
  // 401 would ask for a WWW-Authenticate header, which means something else.
  'signed-out': 403,
  'wrong-passphrase': 403,
  'wrong-code': 403,
  'locked-out': 429,
  throttled: 429,
  'storage-full': 507,
  unavailable: 503,
  away: 503,
  internal: 500,
};

/** 200 for an answer; 409 for a refusal that says things are not as the caller thought. */
export function statusOf(reply: Reply<unknown>): number {
  return reply.ok ? 200 : (statuses[reply.code] ?? 409);
}
