/** What happens to each request of a page: the shell's navigation rules, its request rules, its own protocol. */
import type { EventEmitter } from 'node:events';
import type { Input } from 'electron';
import { toElectron } from './addresses.ts';
import type { Connection, Parameters } from './devtools.ts';
import type { StandInSession } from './sessions.ts';
import { beforeInputPath } from './worlds.ts';

export interface RequestRules {
  readonly connection: Connection;
  readonly sessionId: string;
  readonly session: StandInSession;
  readonly contents: EventEmitter;
  /** Asked of a key that nobody prevented. */
  passOn(input: Input): 'allowed' | 'later';
  isMainFrame(frameId: string): boolean;
  /** Whether the shell itself is loading this address just now; such navigations are not asked about. */
  isOwnLoad(address: string): boolean;
}

/** An event of which a listener may refuse what it announces. */
export function preventable<Details extends object>(
  details: Details,
): Details & { preventDefault(): void; readonly defaultPrevented: boolean } {
  let prevented = false;
  return Object.defineProperties(details, {
    preventDefault: {
      value: () => {
        prevented = true;
      },
    },
    defaultPrevented: { get: () => prevented },
  }) as Details & { preventDefault(): void; readonly defaultPrevented: boolean };
}

export async function answerRequest(paused: Parameters, rules: RequestRules): Promise<void> {
  const { request, requestId, frameId, resourceType } = paused;
  const send = (method: string, parameters: object): Promise<unknown> =>
    // A page that navigates away or closes takes its requests with it.
    rules.connection.send(method, { requestId, ...parameters }, rules.sessionId).catch(() => {});
  const refuse = (errorReason: string): Promise<unknown> => send('Fetch.failRequest', { errorReason });
  const fulfil = async (response: Response): Promise<unknown> =>
    send('Fetch.fulfillRequest', {
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });

  const address = toElectron(request.url as string);
  if (address !== request.url && new URL(request.url).pathname === beforeInputPath) {
    const event = preventable({});
    const input: Input = JSON.parse(request.postData);
    rules.contents.emit('before-input-event', event, input);
    return void (await fulfil(new Response(event.defaultPrevented ? 'prevented' : rules.passOn(input))));
  }
  if (resourceType === 'Document' && !rules.isOwnLoad(address)) {
    const event = preventable({
      url: address,
      isMainFrame: rules.isMainFrame(frameId),
      isSameDocument: false,
    });
    rules.contents.emit('will-frame-navigate', event);
    if (event.isMainFrame) rules.contents.emit('will-navigate', event);
    if (event.defaultPrevented) return void (await refuse('Aborted'));
  }
  if (!(await rules.session.mayRequest({ url: address, method: request.method, resourceType })))
    return void (await refuse('BlockedByClient'));
  const handler = rules.session.handlers.get(new URL(address).protocol.slice(0, -1));
  if (handler === undefined) return void (await send('Fetch.continueRequest', {}));
  try {
    const body = request.hasPostData === true ? { body: request.postData as string } : {};
    await fulfil(await handler(new Request(address, { method: request.method, ...body })));
  } catch {
    await refuse('Failed');
  }
}
