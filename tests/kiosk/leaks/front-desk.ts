/**
 * A whole front desk for one kiosk page: the built pages over HTTP and the real core behind them, so that what the
 * page sends and gets takes the way it takes in a browser. Only the kiosk's waiting is shortened.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallName } from '../../../src/shared/contract/contract.ts';
import type { Refused, Reply } from '../../../src/shared/reply.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { answerPage } from '../pages.ts';

export interface FrontDesk {
  readonly address: string;
  readonly core: TestApp;
  /** The next call of `name` is refused so. */
  refuseNext(name: CallName, refused: Refused): void;
  /** Calls the kiosk made, by name alone. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return JSON.parse(text);
}

export async function openFrontDesk(idle: {
  readonly idleSeconds: number;
  readonly countdownSeconds: number;
}): Promise<FrontDesk> {
  const core = createTestApp();
  await core.setUp();
  await core.signIn();
  const refusals: { readonly name: CallName; readonly refused: Refused }[] = [];
  const asked: string[] = [];

  async function answer(name: CallName, input: unknown): Promise<Reply<unknown>> {
    asked.push(name);
    const refusal = refusals.findIndex((each) => each.name === name);
    if (refusal >= 0) return refusals.splice(refusal, 1)[0]?.refused as Refused;
    const reply = (await core.reply('kiosk', name, input as never)) as Reply<unknown>;
    return reply.ok && name === 'site.welcome'
      ? { ok: true, value: { ...(reply.value as object), kiosk: idle } }
      : reply;
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://desk');
    if (pathname === '/kiosk/events') {
      response.setHeader('content-type', 'text/event-stream');
      response.write(':\n\n');
      const stop = core.app.subscribe((event, doors) => {
        if (doors.includes('kiosk')) response.write(`data: ${JSON.stringify(event)}\n\n`);
      });
      request.on('close', stop);
    } else if (pathname.startsWith('/kiosk/call/')) {
      const reply = await answer(pathname.slice('/kiosk/call/'.length) as CallName, await bodyOf(request));
      response.setHeader('content-type', 'application/json');
      response.setHeader('cache-control', 'no-store');
      response.end(JSON.stringify(reply));
    } else answerPage(pathname, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk.html`,
    core,
    asked,
    refuseNext: (name, refused) => void refusals.push({ name, refused }),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      core.app.close();
    },
  };
}
