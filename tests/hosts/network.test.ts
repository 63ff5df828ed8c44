import { execFileSync } from 'node:child_process';
import { randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { askControl } from '../../src/main/hosts/control.ts';
import { certificateFile, certificateKeyFile } from '../../src/main/hosts/network/certificate.ts';
import { readListenAddress } from '../../src/main/hosts/network/network-address.ts';
import { makeSelfSigned } from '../../src/main/hosts/network/self-signed.ts';
import type { HostOptions } from '../../src/main/hosts/options.ts';
import { addressOf } from '../../src/main/hosts/server/address.ts';
import { type CallName, callNames, contract } from '../../src/shared/contract/contract.ts';
import type { CallDefinition } from '../../src/shared/contract/definition.ts';
import type { Reply } from '../../src/shared/reply.ts';
import { administrator, defaultRetention, siteSettings } from '../support/app.ts';
import { eventually } from './support/eventually.ts';
import type { Visitor } from './support/http.ts';
import { type NetworkDevice, pairDevice, sendSecurely, typeCode } from './support/https.ts';
import { type StartedHost, startHost } from './support/server-host.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

// Each of these starts threads and processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const loopback = { address: '127.0.0.1', port: 0 };

async function value<Value = unknown>(desk: Visitor, name: CallName, input: unknown): Promise<Value> {
  const reply = (await desk.reply(name, input)) as Reply<Value>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
  return reply.value;
}

async function startSite(options: Partial<HostOptions> = {}) {
  const host = await startHost({ listen: loopback, ...options });
  const desk = await host.open('console');
  const code = host.printedAfter('set-up code');
  await value(desk, 'site.setUp', {
    ...{ code, administrator, retention: defaultRetention, settings: siteSettings },
  });
  const { userName, passphrase } = administrator;
  await value(desk, 'staff.signIn', { userName, passphrase });
  const makeCode = async (role: 'kiosk' | 'console'): Promise<string> =>
    (await value<{ code: string }>(desk, 'devices.makeCode', { role, name: 'Lift', desk: '' })).code;
  return { host, desk, makeCode };
}

const portOf = (host: StartedHost): number => {
  const line = host.printed.find((text) => text.startsWith('network: https://127.0.0.1:'));
  return Number(new URL(line?.slice('network: '.length) ?? '').port);
};

async function startNetwork() {
  const site = await startSite();
  const port = portOf(site.host);
  return {
    ...site,
    port,
    join: async (role: 'kiosk' | 'console'): Promise<NetworkDevice> =>
      pairDevice(port, await site.makeCode(role)),
  };
}

describe('the network', () => {
  it('is off until it is wanted, and the loopback side stays what it is', async () => {
    const host = await startHost();
    expect(host.printed.filter((line) => line.startsWith('network'))).toEqual([]);
    expect(existsSync(join(host.dataFolder, certificateFile))).toBe(false);
  });

  it('is switched on and off in the office', async () => {
    const { host, desk, makeCode } = await startSite({ listen: null });
    type Listed = { network: { listening: boolean; addresses: string[]; fault: string | null } };
    const listed = () => value<Listed>(desk, 'devices.list', {});
    expect((await listed()).network.listening).toBe(false);
    await value(desk, 'devices.letJoin', { on: true });
    const { network } = await eventually(async () => {
      const now = await listed();
      if (!now.network.listening && now.network.fault === null) throw new Error('not yet');
      return now;
    });
    // Another Foyer of this machine may have the port; then the office says so.
    if (network.fault !== null) expect(network.fault).toBe('port-taken');
    else {
      const reachable = Object.values(networkInterfaces())
        .flat()
        .some((each) => each?.internal === false);
      if (reachable) expect(network.addresses.join()).toMatch(/https:\/\/\d+\.\d+\.\d+\.\d+:4743/);
      await makeCode('kiosk');
      await value(desk, 'devices.letJoin', { on: false });
      await eventually(async () => expect((await listed()).network.listening).toBe(false));
      await expect(sendSecurely(4743, '/')).rejects.toThrow();
    }
    expect(host.stops).toEqual([]);
  });

  it('shows one certificate for good, and its fingerprint on the terminal and in the office', async () => {
    const { host, desk, port } = await startNetwork();
    const printed = host.printedAfter('fingerprint');
    const page = await sendSecurely(port, '/');
    expect([page.status, page.fingerprint]).toEqual([200, printed]);
    const { network } = await value<{ network: { fingerprint: string; selfSigned: boolean } }>(
      desk,
      'devices.list',
      {},
    );
    expect(network).toMatchObject({ fingerprint: printed, selfSigned: true, byOption: true });
    expect(statSync(join(host.dataFolder, certificateKeyFile)).mode & 0o777).toBe(0o600);
    await host.close();
    const again = await startHost({ listen: loopback, dataFolder: host.dataFolder });
    expect(again.printedAfter('fingerprint')).toBe(printed);
  });

  it('speaks TLS 1.2 and later, and nothing in the clear', async () => {
    const { port } = await startNetwork();
    const shake = (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<string> =>
      new Promise((resolve) => {
        const socket = connectTls(
          {
            ...{ host: '127.0.0.1', port, rejectUnauthorized: false },
            ...{ minVersion: version, maxVersion: version },
            // Without this OpenSSL would not even offer what is to be refused.
            ciphers: 'DEFAULT@SECLEVEL=0',
          },
          () => {
            resolve(socket.getProtocol() ?? '');
            socket.destroy();
          },
        );
        socket.on('error', () => resolve('refused'));
      });
    expect(await Promise.all([shake('TLSv1.1'), shake('TLSv1.2'), shake('TLSv1.3')])).toEqual([
      'refused',
      'TLSv1.2',
      'TLSv1.3',
    ]);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('keeps browsers to itself for a named certificate only', async () => {
    const { port } = await startNetwork();
    expect((await sendSecurely(port, '/')).headers['strict-transport-security']).toBeUndefined();
  });

  it('answers to its own names and from its own pages alone', async () => {
    const { port, join: joinNetwork } = await startNetwork();
    const kiosk = await joinNetwork('kiosk');
    const asked = async (headers: Record<string, string>): Promise<number> =>
      (
        await sendSecurely(port, '/kiosk/call/site.welcome', {
          method: 'POST',
          body: '{}',
          headers: {
            cookie: kiosk.cookie,
            origin: `https://127.0.0.1:${port}`,
            'content-type': 'application/json',
            ...headers,
          },
        })
      ).status;
    expect(await asked({})).toBe(200);
    expect(await asked({ host: `evil.example:${port}` })).toBe(403);
    expect(await asked({ origin: 'https://evil.example' })).toBe(403);
    expect(await asked({ origin: `http://127.0.0.1:${port}` })).toBe(403);
    expect(await asked({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await asked({ 'content-type': 'text/plain' })).toBe(415);
    expect(await asked({ cookie: '' })).toBe(403);
  });
});

describe('another program', () => {
  it('invites over the network by its token, without a device, and reaches nothing else', async () => {
    const { host, desk, port, join: joinNetwork } = await startNetwork();
    const { token } = await value<{ token: string }>(desk, 'integrations.add', { name: 'Booking' });
    const authorization = `Bearer ${token}`;
    const validOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const body = JSON.stringify({
      ...{ externalId: 'b1', name: 'Anna Canary', email: 'anna@example.com', host: 'Mette Holm', validOn },
    });
    const ask = (target: string, headers: Record<string, string>) =>
      sendSecurely(port, target, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
    const made = await ask('/v1/invitations', { authorization });
    expect([made.status, JSON.parse(made.text)]).toMatchObject([201, { externalId: 'b1', created: true }]);
    expect((await sendSecurely(port, '/v1/openapi.json')).status).toBe(200);

    // No token, a paired device's cookie in its place, a page, another name.
    const kiosk = await joinNetwork('kiosk');
    expect((await ask('/v1/invitations', {})).status).toBe(401);
    expect((await ask('/v1/invitations', { cookie: kiosk.cookie })).status).toBe(401);
    const origin = `https://127.0.0.1:${port}`;
    expect((await ask('/v1/invitations', { authorization, origin })).status).toBe(403);
    expect((await ask('/v1/invitations', { authorization, host: `evil.example:${port}` })).status).toBe(403);

    // The token opens no page, no call and no events.
    for (const target of ['/kiosk/call/site.welcome', '/console/call/invitations.expected'])
      expect((await ask(target, { authorization, origin })).status).toBe(403);
    for (const target of ['/kiosk/events', '/console/events'])
      expect((await sendSecurely(port, target, { headers: { authorization } })).status).toBe(403);
    for (const target of ['/kiosk', '/console'])
      expect((await sendSecurely(port, target, { headers: { authorization } })).headers.location).toBe('/');
    const asDevice = await kiosk.call('kiosk', 'integrations.invite', {
      token,
      invitation: JSON.parse(body),
    });
    expect(asDevice).toMatchObject({ ok: false, code: 'not-allowed' });

    const log = readFileSync(join(host.dataFolder, 'log', 'foyer.log'), 'utf8');
    expect(log).toContain('"rule":"token"');
    expect(log).not.toMatch(/canary|foyer_|anna@/i);
  });
});

describe('pairing', () => {
  it('gives a browser a cookie that only this host gets back, and the page of its role', async () => {
    const { port, makeCode } = await startNetwork();
    expect((await sendSecurely(port, '/')).text).toContain('pair');
    expect((await sendSecurely(port, '/kiosk')).headers.location).toBe('/');
    const answer = await typeCode(port, await makeCode('kiosk'));
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { role: 'kiosk', name: 'Lift' } });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-foyer-device=[\w-]{43}; Path=\/; Max-Age=34560000; Secure; HttpOnly; SameSite=Strict$/,
    );
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect(answer.text).not.toContain(cookie.split('=')[1]);
    const root = await sendSecurely(port, '/', { headers: { cookie } });
    expect([root.status, root.headers.location]).toEqual([303, '/kiosk']);
    const page = await sendSecurely(port, '/kiosk', { headers: { cookie } });
    expect(page.text).toBe('<!doctype html><title>kiosk</title>');
    expect(page.headers['permissions-policy']).toContain('camera=(self)');
    expect(page.headers['content-security-policy']).toContain("'wasm-unsafe-eval'");
    expect(root.headers['permissions-policy']).toContain('camera=()');
    expect((await sendSecurely(port, '/console', { headers: { cookie } })).headers.location).toBe('/');
  });

  it('cannot be guessed: after five tries the address waits and the code is gone', async () => {
    const { port, makeCode } = await startNetwork();
    const code = await makeCode('console');
    const outcomes: string[] = [];
    for (let tried = 0; tried < 12; tried += 1) {
      const guess = randomBytes(5).toString('hex').slice(0, 8).toUpperCase();
      const reply = JSON.parse((await typeCode(port, guess)).text) as Reply<unknown>;
      outcomes.push(reply.ok ? 'in' : reply.code);
    }
    expect(outcomes).toEqual([...Array(5).fill('wrong-code'), ...Array(7).fill('throttled')]);
    const late = await typeCode(port, code);
    expect([late.status, late.headers['retry-after'] === undefined]).toEqual([429, false]);
  });

  it('is refused with anything but a code', async () => {
    const { port } = await startNetwork();
    for (const body of [
      '',
      '[]',
      '{}',
      '{"code":7}',
      '{"code":"A","role":"console"}',
      `{"code":"${'A'.repeat(33)}"}`,
    ])
      expect(
        (
          await sendSecurely(port, '/pair', {
            method: 'POST',
            body,
            headers: { origin: `https://127.0.0.1:${port}`, 'content-type': 'application/json' },
          })
        ).status,
      ).toBe(422);
  });
});

describe('a kiosk device', () => {
  it('reaches no call but those of visitors, through whichever door it knocks', async () => {
    const { join: joinNetwork } = await startNetwork();
    const kiosk = await joinNetwork('kiosk');
    for (const name of callNames) {
      const { access } = contract[name] as CallDefinition;
      expect([name, await kiosk.call('console', name, { unexpected: true })]).toEqual([
        name,
        { ok: false, code: 'not-allowed' },
      ]);
      const reply = await kiosk.call('kiosk', name, { unexpected: true });
      const code = reply.ok ? 'ok' : reply.code;
      if (access.includes('kiosk')) expect([name, code]).toEqual([name, 'bad-input']);
      else expect(['not-allowed', 'already-set-up']).toContain(code);
    }
    await expect(kiosk.listen('console')).rejects.toThrow('403');
  });

  it('that is revoked is out at once: its open events end, and it is a stranger', async () => {
    const { desk, join: joinNetwork } = await startNetwork();
    const [kiosk, other] = [await joinNetwork('kiosk'), await joinNetwork('console')];
    const [events, others] = [await kiosk.listen('kiosk'), await other.listen('console')];
    const { devices } = await value<{ devices: { deviceId: string; role: string }[] }>(
      desk,
      'devices.list',
      {},
    );
    const { deviceId } = devices.find(({ role }) => role === 'kiosk') ?? { deviceId: '' };
    await value(desk, 'devices.revoke', { deviceId });
    expect(await kiosk.call('kiosk', 'site.welcome', {})).toEqual({ ok: false, code: 'not-allowed' });
    await eventually(() => expect(events.isEnded()).toBe(true));
    expect(others.isEnded()).toBe(false);
    expect((await kiosk.get('/kiosk')).headers.location).toBe('/');
    others.close();
  });
});

describe('a console device', () => {
  it('needs a sign-in, hears of changes and of no card', async () => {
    const { host, desk, join: joinNetwork } = await startNetwork();
    const far = await joinNetwork('console');
    expect(await far.call('console', 'visits.onSite', {})).toEqual({ ok: false, code: 'signed-out' });
    const { userName, passphrase } = administrator;
    await far.call('console', 'staff.signIn', { userName, passphrase });
    expect(await far.call('console', 'visits.onSite', {})).toMatchObject({ ok: true });
    const [near, events] = [await desk.listen(), await far.listen('console')];
    await eventually(async () => {
      await askControl(host.dataFolder, { command: 'tap', card: 'H10301:2F623AE' });
      expect(near.text()).toContain('card.tapped');
    });
    await far.call('console', 'devices.letJoin', { on: true });
    await eventually(() => expect(events.text()).toContain('"devices"'));
    expect(events.text()).not.toContain('card.tapped');
    near.close();
    events.close();
  });
});

describe('a certificate of the host’s own', () => {
  it('is one that OpenSSL reads, for every name and address', () => {
    const name = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
        const made = makeSelfSigned(names, Date.UTC(2026, 2, 2), (size) => randomBytes(size));
        const x509 = new X509Certificate(made.certificate);
        expect(x509.verify(x509.publicKey)).toBe(true);
        expect(Date.parse(x509.validTo)).toBe(Date.UTC(2036, 1, 28));
        for (const each of names)
          expect(
            isIP(each) === 0 ? x509.checkHost(each, { subject: 'never' }) : x509.checkIP(each),
          ).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });

  it('is not used with a key that others may read, or that is another’s', async () => {
    const folder = temporaryFolder();
    const [first, second] = ['one.example', 'two.example'].map((each) =>
      makeSelfSigned([each], Date.now(), (size) => randomBytes(size)),
    );
    const files = { certificate: join(folder, 'c.pem'), key: join(folder, 'k.pem') };
    writeFileSync(files.certificate, first?.certificate ?? '');
    writeFileSync(files.key, second?.key ?? '', { mode: 0o600 });
    const wrong = await startHost({ listen: loopback, certificate: files });
    expect(wrong.said.join()).toMatch(/is not that of the certificate/);
    writeFileSync(files.key, first?.key ?? '');
    execFileSync('chmod', ['644', files.key]);
    const open = await startHost({ listen: loopback, certificate: files });
    expect(open.said.join()).toMatch(/can be read by others/);
    execFileSync('chmod', ['600', files.key]);
    const right = await startHost({ listen: loopback, certificate: files });
    expect(right.printed.join()).toContain('network: https://one.example:');
    expect(readFileSync(files.key, 'utf8')).toBe(first?.key);
  });
});

describe('an address to listen on', () => {
  it.each([
    ['192.0.2.7', { address: '192.0.2.7', port: 4743 }],
    ['0.0.0.0:443', { address: '0.0.0.0', port: 443 }],
    ['[::]:0', { address: '::', port: 0 }],
    ['[fd00::7]', { address: 'fd00::7', port: 4743 }],
    ['::', { address: '::', port: 4743 }],
    ['reception.example', null],
    ['192.0.2.7:70000', null],
    ['192.0.2', null],
    ['[192.0.2.7]:1', null],
    [':4743', null],
    ['', null],
  ])('%s', (text, expected) => expect(readListenAddress(text)).toEqual(expected));

  it('of a sender is its network where a machine has a whole one', () => {
    expect(addressOf('192.0.2.7')).toBe('192.0.2.7');
    expect(addressOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(addressOf('2001:db8:1:2:3:4:5:6')).toBe(addressOf('2001:db8:1:2:ffff::1'));
  });
});
