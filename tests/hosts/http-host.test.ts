import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Caller } from '../../src/main/caller.ts';
import { type HttpHostParts, openHttpHost } from '../../src/main/hosts/server/http-host.ts';
import { readStaticFiles } from '../../src/main/hosts/server/static-files.ts';
import { usualLargestInput } from '../../src/shared/contract/definition.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { Door, TapReference } from '../../src/shared/vocabulary.ts';
import { eventually } from './support/eventually.ts';
import { openLink, send } from './support/http.ts';
import { writePages } from './support/pages.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const tapped: FoyerEvent = { type: 'card.tapped', tap: 'ab'.repeat(16) as TapReference, readerId: 'desk' };

async function setUp(parts: Partial<HttpHostParts> & { reply?: Reply<unknown> } = {}) {
  const calls: { caller: Caller; name: string; input: unknown }[] = [];
  const closed: string[] = [];
  const log: Record<string, unknown>[] = [];
  const listeners: { door: Door; listener: (event: FoyerEvent) => void }[] = [];
  const { reply = { ok: true, value: 'done' }, ...more } = parts;
  const host = await openHttpHost({
    desk: {
      async call(caller, name, input) {
        calls.push({ caller, name, input });
        return reply;
      },
      callForText: async (caller, name, input) => {
        calls.push({ caller, name, input });
        return JSON.stringify(reply);
      },
      subscribe(door, listener) {
        listeners.push({ door, listener });
        return () => undefined;
      },
      connectionClosed: (connectionId) => void closed.push(connectionId),
    },
    files: readStaticFiles(writePages(temporaryFolder())),
    log: (line) => log.push(line),
    random: (size) => randomBytes(size),
    monotonic: () => performance.now(),
    hasApi: true,
    port: 0,
    ...more,
  });
  onTestFinished(() => host.close());
  return {
    ...host,
    calls,
    closed,
    log,
    /** Past the link's own filter: to every door that listens. */
    emit(event: FoyerEvent) {
      for (const { listener } of listeners) listener(event);
    },
    open: (door: Door) => openLink(host.link(door, 60_000)),
  };
}

describe('a page', () => {
  it('is reached by its link, whose token is gone from the address afterwards', async () => {
    const { port, link } = await setUp();
    const { pathname, search } = new URL(link('kiosk', 60_000));
    const opened = await send(port, pathname + search);
    expect([opened.status, opened.headers.location]).toEqual([303, '/kiosk']);
    expect(opened.headers['set-cookie']?.[0]).toMatch(/; Path=\/kiosk; HttpOnly; SameSite=Strict$/);
    const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const page = await send(port, '/kiosk', { headers: { cookie } });
    expect([page.status, page.text]).toEqual([200, '<!doctype html><title>kiosk</title>']);
  });

  it.each(['/kiosk', '/console', '/', '/kiosk?launch=made-up', '/console?launch='])(
    'at %s without a cookie says how to get a fresh link',
    async (target) => {
      const { port } = await setUp();
      const { status, text, headers } = await send(port, target);
      expect(status).toBe(403);
      expect(text).toContain('npm start');
      expect(text).not.toContain('<script');
      expect(headers['set-cookie']).toBeUndefined();
    },
  );

  it('opens once for each link, and keeps who is in already', async () => {
    const { port, link } = await setUp();
    const address = link('kiosk', 60_000);
    const { cookie } = await openLink(address);
    const { pathname, search } = new URL(address);
    expect((await send(port, pathname + search)).status).toBe(403);
    const again = await send(port, pathname + search, { headers: { cookie } });
    expect([again.status, again.headers.location]).toEqual([303, '/kiosk']);
  });

  it('is not opened by a program that only looks at the head', async () => {
    const { port, link } = await setUp();
    const { pathname, search } = new URL(link('kiosk', 60_000));
    const looked = await send(port, pathname + search, { method: 'HEAD' });
    expect([looked.status, looked.headers['set-cookie']]).toEqual([403, undefined]);
    expect((await send(port, pathname + search)).status).toBe(303);
  });

  it('of one door does not open with the cookie of the other', async () => {
    const { open } = await setUp();
    const kiosk = await open('kiosk');
    const asConsole = kiosk.cookie.replace('foyer-kiosk', 'foyer-console');
    for (const cookie of [kiosk.cookie, asConsole])
      expect((await kiosk.get('/console', { headers: { cookie } })).status).toBe(403);
  });

  it('carries the content security policy of the requirements, and the other headers', async () => {
    const { open, port } = await setUp();
    const kiosk = await open('kiosk');
    const desk = await open('console');
    const answers = [
      await desk.get('/console'),
      await kiosk.call('site.welcome', {}),
      await send(port, '/assets/kiosk-1a2b.js'),
      await send(port, '/nothing'),
      await send(port, '/kiosk', { headers: { host: 'evil.example' } }),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual([
      'no-store',
      'no-store',
      'private, max-age=31536000, immutable',
      'no-store',
      'no-store',
    ]);
  });

  it('of the kiosk may open a camera, and it and its reader of codes compile WebAssembly; no page else', async () => {
    const { open, port } = await setUp();
    const page = await (await open('kiosk')).get('/kiosk');
    const reader = await send(port, '/assets/camera/reader-5e6f.js');
    for (const { status, headers } of [page, reader]) {
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers['permissions-policy']).toContain('camera=(self)');
      expect(headers['permissions-policy']).toContain('microphone=()');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-frame-options': 'DENY',
      });
    }
    const wasm = await send(port, '/assets/camera/reader-5e6f.wasm');
    expect([wasm.status, wasm.headers['content-type']]).toEqual([200, 'application/wasm']);
  });
});

describe('a file', () => {
  it('comes with its type and length, and its head alone when that is asked for', async () => {
    const { port } = await setUp();
    const script = await send(port, '/assets/kiosk-1a2b.js');
    expect([script.status, script.text]).toEqual([200, 'export const page = 1;']);
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const head = await send(port, '/assets/ui-3c4d.css', { method: 'HEAD' });
    expect([head.text, head.headers['content-length']]).toEqual(['', '6']);
  });

  it.each([
    '/../main/server.js',
    '/assets/../../main/server.js',
    '/assets/..%2f..%2fmain/server.js',
    '/%2e%2e/main/server.js',
    '/..%5cmain%5cserver.js',
    '/assets//kiosk-1a2b.js',
    '/assets/kiosk-1a2b.js%00.css',
    '/assets/kiosk-1a2b.js.map',
    '/assets/',
    '/assets',
    '/notes.txt',
    '/.hidden.js.bak',
    '/kiosk.html',
    '/console.html',
    '/secret.js',
    '/etc/passwd',
    '/__proto__',
    '/constructor',
    '/kiosk/../../main/server.js',
    '/kiosk/',
  ])('%s is not there', async (target) => {
    const { port } = await setUp();
    const { status, text } = await send(port, target);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });

  it('outside the pages is reached by no address', async () => {
    const { port } = await setUp();
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '\\',
      'main',
      'out',
      'secret.js',
      'server.js',
      'assets',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
        const { status, text } = await send(port, `/${pieces.join('/')}`);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(text).not.toContain('secret');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a call', () => {
  it('reaches the core with its door and a connection of its own', async () => {
    const { open, calls } = await setUp();
    const [kiosk, desk] = [await open('kiosk'), await open('console')];
    expect(await kiosk.reply('visits.arrive', { name: 'Ø' })).toEqual({ ok: true, value: 'done' });
    await desk.reply('visits.onSite', {});
    await desk.reply('cards.list', {});
    expect(calls.map(({ caller, name }) => [caller.door, name])).toEqual([
      ['kiosk', 'visits.arrive'],
      ['console', 'visits.onSite'],
      ['console', 'cards.list'],
    ]);
    expect(calls[0]?.input).toEqual({ name: 'Ø' });
    const ids = calls.map(({ caller }) => caller.connectionId);
    expect(ids[1]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it.each<[Reply<unknown>, number]>([
    [{ ok: true, value: null }, 200],
    [{ ok: false, code: 'bad-input', fields: { name: 'required' } }, 422],
    [{ ok: false, code: 'signed-out' }, 403],
    [{ ok: false, code: 'card-issued' }, 409],
    [{ ok: false, code: 'throttled', retryAfterSeconds: 7 }, 429],
    [{ ok: false, code: 'unavailable' }, 503],
    [{ ok: false, code: 'internal', reference: 'abc' }, 500],
  ])('answered %j has the status %i', async (reply, status) => {
    const { open } = await setUp({ reply });
    const answer = await (await open('console')).call('cards.issue', {});
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual(reply);
    expect(answer.headers['retry-after']).toBe(reply.ok ? undefined : reply.retryAfterSeconds?.toString());
  });

  it.each<[string, Parameters<Awaited<ReturnType<typeof openLink>>['call']>[2], number, string]>([
    ['without the cookie', { headers: { cookie: undefined } }, 403, 'not-allowed'],
    ['with a made-up cookie', { headers: { cookie: 'foyer-kiosk-1=x' } }, 403, 'not-allowed'],
    ['from another origin', { headers: { origin: 'http://evil.example' } }, 403, 'wrong-origin'],
    ['to another name', { headers: { host: 'evil.example' } }, 403, 'wrong-origin'],
    ['from another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'wrong-origin'],
    ['as a form', { headers: { 'content-type': 'text/plain' } }, 415, 'bad-input'],
    ['that is no JSON', { body: '{"name":' }, 400, 'bad-input'],
    ['that is empty', { body: '' }, 400, 'bad-input'],
    ['that is no UTF-8', { body: Buffer.from([0x22, 0xff, 0x22]) }, 400, 'bad-input'],
    ['that is too large', { body: `"${'x'.repeat(usualLargestInput)}"` }, 413, 'too-large'],
    [
      'that is too large in pieces',
      { body: `"${'x'.repeat(usualLargestInput)}"`, chunked: true },
      413,
      'too-large',
    ],
    ['with another method', { method: 'GET', body: '' }, 405, 'not-allowed'],
  ])('%s is refused and does not reach the core', async (_, sent, status, code) => {
    const { open, calls, log } = await setUp();
    const kiosk = await open('kiosk');
    const answer = await kiosk.call('visits.arrive', { name: 'Birgitte' }, sent);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { ok: false, code }]);
    expect(calls).toEqual([]);
    expect(JSON.stringify(log)).not.toMatch(/Birgitte|evil|xxx|visits/);
    // The server goes on.
    expect(await kiosk.reply('site.welcome', {})).toEqual({ ok: true, value: 'done' });
  });

  it('of the largest size is taken', async () => {
    const { open, calls } = await setUp();
    const answer = await (await open('kiosk')).call('x', '', {
      body: `"${'x'.repeat(usualLargestInput - 2)}"`,
    });
    expect([answer.status, calls.length]).toEqual([200, 1]);
  });

  it.each([
    '/console/call/staff.signIn',
    '/kiosk/call/',
    '/kiosk/call/a/b',
    '/kiosk/call',
    '/kiosk',
    '/assets/x.js',
  ])('to %s with the cookie of the kiosk is refused', async (target) => {
    const { open, port, calls } = await setUp();
    const { cookie } = await open('kiosk');
    const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
    const { status } = await send(port, target, { method: 'POST', headers, body: '{}' });
    expect(status).toBeGreaterThanOrEqual(403);
    expect(calls).toEqual([]);
  });

  it('is refused in a way that is logged, by rule only', async () => {
    const { port, log } = await setUp();
    await send(port, '/console/call/visits.search?text=Birgitte', { headers: { host: 'evil.example' } });
    expect(log).toEqual([{ event: 'request-refused', rule: 'host', status: 403 }]);
  });
});

describe('what is no HTTP', () => {
  it.each(['GET /kiosk\r\n\r\n', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', '\0\0\0\r\n\r\n'])(
    '%j is hung up on, and the server goes on',
    async (text) => {
      const { port, open } = await setUp();
      const socket = connect(port, '127.0.0.1');
      socket.write(text);
      let heard = '';
      await new Promise<void>((resolve) => {
        socket.on('data', (piece) => {
          heard += String(piece);
        });
        socket.on('error', () => resolve());
        socket.on('close', () => resolve());
      });
      expect(heard).not.toContain(' 200 ');
      expect(await (await open('kiosk')).reply('site.welcome', {})).toEqual({ ok: true, value: 'done' });
    },
  );
});

describe('events', () => {
  it('reach the pages of their door, a tapped card only the console', async () => {
    const { open, emit } = await setUp();
    const [kiosk, desk] = [await (await open('kiosk')).listen(), await (await open('console')).listen()];
    emit({ type: 'changed', areas: ['visits'] });
    emit(tapped);
    emit({ type: 'changed', areas: ['cards'] });
    await eventually(() => expect([kiosk.events.length, desk.events.length]).toEqual([2, 3]));
    expect(desk.events[1]).toEqual(tapped);
    expect(kiosk.text()).not.toContain('card.tapped');
    expect(kiosk.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(kiosk.headers['cache-control']).toBe('no-store');
  });

  it('need the cookie of their door', async () => {
    const { port, open } = await setUp();
    const { cookie } = await open('kiosk');
    expect((await send(port, '/kiosk/events')).status).toBe(403);
    expect((await send(port, '/console/events', { headers: { cookie } })).status).toBe(403);
  });

  it('beat while nothing happens', async () => {
    const { open } = await setUp({ heartbeatMs: 20 });
    const stream = await (await open('kiosk')).listen();
    await eventually(() => expect(stream.text().match(/^: still here$/gm)?.length).toBeGreaterThan(2));
    expect(stream.text()).toMatch(/^retry: \d+\n\n/);
    expect(stream.events).toEqual([]);
  });

  it('that end for good end the connection, those of a page that comes back do not', async () => {
    const { open, closed, calls } = await setUp({ goneMs: 300 });
    const [reloading, leaving] = [await open('console'), await open('console')];
    for (const browser of [reloading, leaving]) await browser.reply('staff.current', {});
    const ids = calls.map(({ caller }) => caller.connectionId);
    const first = await reloading.listen();
    const other = await leaving.listen();
    first.close();
    const second = await reloading.listen();
    other.close();
    await eventually(() => expect(closed).toEqual([ids[1]]));
    expect(second.isEnded()).toBe(false);
    expect(closed).not.toContain(ids[0]);
  });

  it('are not given to more pages than one browser honestly has', async () => {
    const { open } = await setUp();
    const browser = await open('kiosk');
    for (let count = 0; count < 8; count += 1) await browser.listen();
    await expect(browser.listen()).rejects.toThrow('429');
  });

  it('end when the server closes, which does not wait for pages', async () => {
    const { open, close } = await setUp();
    const stream = await (await open('kiosk')).listen();
    await close();
    await eventually(() => expect(stream.isEnded()).toBe(true));
  });
});

describe('the port', () => {
  it('is on the loopback address only', async () => {
    const { port } = await setUp();
    const elsewhere = connect({ host: '127.0.0.2', port });
    const refused = await new Promise((resolve) => {
      elsewhere.on('connect', () => resolve('connected'));
      elsewhere.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    elsewhere.destroy();
    expect(refused).toBe('ECONNREFUSED');
  });

  it('that was asked for and is taken is named', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(setUp({ port })).rejects.toThrow(`port ${port} is taken`);
  });

  it('is the next free one where none was asked for', async () => {
    const [first, second] = [await setUp({ port: null }), await setUp({ port: null })];
    expect(first.port).not.toBe(second.port);
    expect((await send(second.port, '/')).status).toBe(403);
  });
});

it('says so when the pages have not been built', () => {
  expect(() => readStaticFiles(temporaryFolder())).toThrow('build Foyer first');
});
