/**
 * Replies on their way from the core as the JSON text they are over HTTP: a text is handed from one thread to another
 * and to the network as it is, where an object would be copied, and written out anew for each of ten consoles.
 */
import type { Reply } from '../../shared/reply.ts';

/** JSON of a `Reply`. */
export type ReplyText = string;

const answered = '{"ok":true,"value":';

/** Writes replies; the same value again, as with one list for everybody who asks, is written once. */
export function createReplyWriter(): (reply: Reply<unknown>) => ReplyText {
  const written = new WeakMap<object, string>();
  return (reply) => {
    if (!reply.ok || typeof reply.value !== 'object' || reply.value === null) return JSON.stringify(reply);
    const known = written.get(reply.value);
    const value = known ?? JSON.stringify(reply.value);
    if (known === undefined) written.set(reply.value, value);
    return `${answered}${value}}`;
  };
}

export const readReply = (text: ReplyText): Reply<unknown> => JSON.parse(text);

/** The reply itself where it is a refusal, which is short; null for an answer, which may be long and is not read. */
export function refusalIn(text: ReplyText): Extract<Reply<unknown>, { ok: false }> | null {
  if (text.startsWith(answered)) return null;
  const reply = readReply(text);
  return reply.ok ? null : reply;
}
