import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed, type RequestHead } from '../../src/main/hosts/server/guard.ts';
import { usualLargestInput } from '../../src/shared/contract/definition.ts';

const port = 4713;
const own = `http://127.0.0.1:${port}`;

function get(target: string, headers: RequestHead['headers'] = {}): RequestHead {
  return { method: 'GET', target, headers: { host: `127.0.0.1:${port}`, ...headers }, hostLines: 1 };
}

function post(headers: RequestHead['headers'] = {}): RequestHead {
  return {
    method: 'POST',
    target: '/console/call/visits.onSite',
    headers: {
      host: `127.0.0.1:${port}`,
      origin: own,
      'content-type': 'application/json',
      'content-length': '2',
      ...headers,
    },
    hostLines: 1,
  };
}

function ruleOf(request: RequestHead): string | null {
  const verdict = isAllowed(request, port);
  return verdict.allowed ? null : verdict.rule;
}

describe('what is let in', () => {
  it.each<[string, RequestHead]>([
    ['a page', get('/kiosk')],
    ['a page with its launch token', get('/kiosk?launch=abc')],
    ['a page opened by hand', get('/console', { 'sec-fetch-site': 'none' })],
    ['a file', get('/assets/kiosk.js', { 'sec-fetch-site': 'same-origin' })],
    ['the events', get('/kiosk/events', { 'sec-fetch-site': 'same-origin' })],
    ['the head of a page', { ...get('/kiosk'), method: 'HEAD' }],
    ['a call', post()],
    ['a call that names its character set', post({ 'content-type': 'application/json; charset=UTF-8' })],
    ['a call with fetch metadata', post({ 'sec-fetch-site': 'same-origin' })],
    ['a call of the largest size', post({ 'content-length': String(usualLargestInput) })],
    [
      'a file that staff import',
      { ...post({ 'content-length': '2000000' }), target: '/console/call/hosts.import' },
    ],
    [
      'the other name of this machine',
      post({ host: `localhost:${port}`, origin: `http://localhost:${port}` }),
    ],
  ])('%s', (_, request) => {
    expect(ruleOf(request)).toBeNull();
  });
});

describe('what is refused', () => {
  it.each<[string, string, RequestHead]>([
    ['a name of somebody else (DNS rebinding)', 'host', get('/kiosk', { host: 'evil.example' })],
    ['the right name at another port', 'host', get('/kiosk', { host: '127.0.0.1:4714' })],
    ['the name without the port', 'host', get('/kiosk', { host: '127.0.0.1' })],
    ['a name that begins like ours', 'host', get('/kiosk', { host: `127.0.0.1:${port}.evil.example` })],
    ['a name that ends like ours', 'host', get('/kiosk', { host: `evil.127.0.0.1:${port}` })],
    ['no name at all', 'host', { ...get('/kiosk'), headers: {}, hostLines: 0 }],
    ['two names', 'host', { ...get('/kiosk'), hostLines: 2 }],
    ['another method', 'method', { ...get('/kiosk'), method: 'PUT' }],
    ['a preflight', 'method', { ...get('/kiosk'), method: 'OPTIONS' }],
    ['a target meant for a proxy', 'target', get('http://127.0.0.1:4713/kiosk')],
    ['a target with an authority', 'target', get('//evil.example/kiosk')],
    ['a page asked for by another origin', 'origin', get('/kiosk', { origin: 'http://evil.example' })],
    ['a page linked from another site', 'sec-fetch-site', get('/kiosk', { 'sec-fetch-site': 'cross-site' })],
    ['a page of another port', 'sec-fetch-site', get('/kiosk', { 'sec-fetch-site': 'same-site' })],
    ['events opened by hand', 'sec-fetch-site', get('/console/events', { 'sec-fetch-site': 'none' })],
    ['a page with a body', 'body', get('/kiosk', { 'content-length': '1' })],
    ['a page with a body in pieces', 'body', get('/kiosk', { 'transfer-encoding': 'chunked' })],
    ['a call without an origin', 'origin', post({ origin: undefined })],
    ['a call from another origin', 'origin', post({ origin: 'http://evil.example' })],
    ['a call from no origin', 'origin', post({ origin: 'null' })],
    ['a call from another port', 'origin', post({ origin: 'http://127.0.0.1:4714' })],
    ['a call over another scheme', 'origin', post({ origin: `https://127.0.0.1:${port}` })],
    ['a call from the other name', 'origin', post({ origin: `http://localhost:${port}` })],
    ['a call from another site', 'sec-fetch-site', post({ 'sec-fetch-site': 'cross-site' })],
    ['a call of no site', 'sec-fetch-site', post({ 'sec-fetch-site': 'none' })],
    ['a form', 'content-type', post({ 'content-type': 'application/x-www-form-urlencoded' })],
    ['plain text', 'content-type', post({ 'content-type': 'text/plain' })],
    ['JSON hidden in plain text', 'content-type', post({ 'content-type': 'text/plain; application/json' })],
    ['another kind of JSON', 'content-type', post({ 'content-type': 'application/json-patch+json' })],
    ['no type', 'content-type', post({ 'content-type': undefined })],
    ['a compressed body', 'content-encoding', post({ 'content-encoding': 'gzip' })],
    ['a body that is too large', 'body', post({ 'content-length': String(usualLargestInput + 1) })],
    [
      'a file from the kiosk',
      'body',
      { ...post({ 'content-length': '2000000' }), target: '/kiosk/call/hosts.import' },
    ],
    [
      'a file beyond what is imported',
      'body',
      { ...post({ 'content-length': '3000000' }), target: '/console/call/hosts.import' },
    ],
    ['a size that is no number', 'body', post({ 'content-length': 'many' })],
  ])('%s', (_, rule, request) => {
    expect(ruleOf(request)).toBe(rule);
  });
});

describe('whatever is sent', () => {
  const anyHeaders = fc.dictionary(
    fc.constantFrom('host', 'origin', 'content-type', 'sec-fetch-site', 'content-length', 'cookie'),
    fc.oneof(
      fc.string(),
      fc.constantFrom(`127.0.0.1:${port}`, own, 'application/json', 'same-origin', 'none', '2'),
    ),
  );
  const anyRequest = fc.record({
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'HEAD', 'DELETE'), fc.string()),
    target: fc.oneof(fc.constantFrom('/kiosk', '/console/call/staff.signIn', '/kiosk/events'), fc.string()),
    headers: anyHeaders,
    hostLines: fc.integer({ min: 0, max: 2 }),
  });

  it('never throws, and what changes data comes from our own origin as JSON', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const verdict = isAllowed(request, port);
        if (!verdict.allowed) return verdict.status >= 400 && verdict.status < 500;
        const { headers } = request;
        if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`) return false;
        if (request.method !== 'POST') return request.method === 'GET' || request.method === 'HEAD';
        return (
          headers.origin === `http://${headers.host}` &&
          /^application\/json/i.test(String(headers['content-type']))
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
