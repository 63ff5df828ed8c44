/** Calls with the cookie of an open page: what the page itself could ask, without touching its screen. */
import type { Page } from 'playwright/test';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { Door, VisitId } from '../../src/shared/vocabulary.ts';

export interface PageCalls {
  reply<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>>;
  /** The value; throws with the code of a refusal. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
}

export function callsOf(page: Page, door: Door): PageCalls {
  const calls: PageCalls = {
    async reply(name, input) {
      const { origin } = new URL(page.url());
      const answer = await page.request.post(`${origin}/${door}/call/${name}`, {
        data: input,
        headers: { origin },
      });
      return (await answer.json()) as Reply<CallOutput<typeof name>>;
    },
    async call(name, input) {
      const reply = await calls.reply(name, input);
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
      return reply.value;
    },
  };
  return calls;
}

/** UUID of version 7 (RFC 9562, 5.7), as a kiosk makes one for each visit. */
export function newVisitId(): VisitId {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}` as VisitId;
}
