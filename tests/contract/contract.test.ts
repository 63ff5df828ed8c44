/** Rules that hold for every call, driven by the table itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallName, callNames, contract } from '../../src/shared/contract/contract.ts';
import type { CallDefinition } from '../../src/shared/contract/definition.ts';
import { refusalCodes } from '../../src/shared/reply.ts';
import { StaffRole } from '../../src/shared/vocabulary.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const roles = StaffRole.options;

async function ready(): Promise<TestApp> {
  const test = createTestApp();
  await test.setUp();
  return test;
}

const send = (test: TestApp, door: 'kiosk' | 'console', name: string, input: unknown, connection: string) =>
  test.app.call({ door, connectionId: connection }, name, input);

const accessOf = (name: CallName): readonly string[] => (contract[name] as CallDefinition).access;

describe.each(callNames)('%s', (name) => {
  it('is refused to the kiosk and to the signed-out console unless the contract says so', async () => {
    const test = await ready();
    const access = accessOf(name);
    const fromKiosk = await send(test, 'kiosk', name, { unexpected: true }, 'k');
    const fromConsole = await send(test, 'console', name, { unexpected: true }, 'c');
    expect(fromKiosk).toMatchObject({ ok: false });
    if (!access.includes('kiosk'))
      expect(fromKiosk).toMatchObject({
        code: access.includes('set-up') && !access.includes('console') ? 'already-set-up' : 'not-allowed',
      });
    if (!access.includes('console')) expect(fromConsole).toMatchObject({ ok: false });
    expect(JSON.stringify(fromConsole)).not.toContain('internal');
  });

  it.each(roles)('is open to %s exactly where the contract says so', async (role) => {
    const test = await ready();
    await test.signIn('c', [role]);
    const access = accessOf(name);
    const reply = await send(test, 'console', name, { unexpected: true }, 'c');
    const code = reply.ok ? 'ok' : reply.code;
    if (access.includes(role) || access.includes('console')) expect(code).toBe('bad-input');
    else expect(['not-allowed', 'already-set-up']).toContain(code);
  });

  it('survives any input: no throw, a known code, nothing half done', async () => {
    const test = await ready();
    await test.signIn('c');
    const tables = [
      'visit',
      'contact',
      'invitation',
      'card',
      'loan',
      'notice',
      'notice_version',
      'staff',
      'certificate',
      'host',
      'delivery',
      'webhook',
      'mail',
      'integration',
      'event',
      'roll_call',
      'roll_call_person',
      'roll_call_mark',
      'hold',
    ];
    const counts = () =>
      tables.map((table) => test.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    const before = counts();
    const shape = (contract[name] as CallDefinition).input;
    const keys = 'shape' in shape ? Object.keys(shape.shape as object) : ['x'];
    const junk = fc.anything({ withBigInt: false, maxDepth: 3 });
    const input = fc.oneof(junk, fc.dictionary(fc.constantFrom(...keys, '__proto__', 'extra'), junk));
    // Junk may be a name, and a name may be all that a call asks for.
    let wasTaken = false;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('kiosk' as const, 'console' as const), input, async (door, value) => {
        const reply = await send(test, door, name, value, 'c');
        wasTaken ||= reply.ok;
        if (reply.ok) return;
        expect(refusalCodes).toContain(reply.code);
        expect(reply.code).not.toBe('internal');
      }),
      { numRuns: 60 },
    );
    if (!wasTaken) expect(counts()).toEqual(before);
  });
});

describe('names', () => {
  it.each(['', 'visits', 'visits.fly', '__proto__', 'constructor', 'toString', 'visits.arrive '])(
    'refuses %j',
    async (name) => {
      const test = await ready();
      expect(await send(test, 'kiosk', name, {}, 'k')).toEqual({ ok: false, code: 'unknown-call' });
    },
  );

  it('are nouns and verbs', () => {
    for (const name of callNames) expect(name).toMatch(/^[a-z][a-zA-Z]*\.[a-zA-Z]+$/);
  });
});

describe('commands', () => {
  it('leave an audit entry each', async () => {
    const test = await ready();
    await test.signIn();
    const acts = () =>
      test.database.prepare<[], string>('SELECT act FROM audit ORDER BY sequence').pluck().all();
    const before = acts().length;
    const visitId = await test.arrive('Any One');
    await test.call('console', 'visits.setAside', { visitId, cardDue: false });
    await test.call('console', 'visits.depart', { visitId });
    await test.call('console', 'retention.change', { contactDays: 3, visitDays: 3, cardLinkDays: 3 });
    const details = { name: 'Canary Host', email: 'canary@example.com', department: 'Birds', phone: '' };
    const { host } = await test.call('console', 'hosts.add', details);
    await test.call('console', 'hosts.correct', { ...details, hostId: host.hostId, name: 'Canary Hen' });
    await test.call('console', 'hosts.leave', { hostId: host.hostId, left: true });
    await test.call('console', 'hosts.import', { file: '', apply: true });
    expect(acts().slice(before)).toEqual([
      'visits.arrive',
      'visits.setAside',
      'visits.depart',
      'retention.change',
      'hosts.add',
      'hosts.correct',
      'hosts.leave',
      'hosts.import',
    ]);
    const written = test.database.prepare('SELECT * FROM audit').all();
    expect(JSON.stringify([written, test.log, test.events])).not.toMatch(/canary|birds/i);
  });

  it('that are refused leave nothing behind, and the log holds no content', async () => {
    const test = await ready();
    const reply = await test.reply('kiosk', 'visits.signOut', {
      name: 'Canary Person',
      email: 'canary@example.com',
    });
    expect(reply).toMatchObject({ code: 'not-found' });
    await send(test, 'kiosk', 'visits.arrive', { name: 'Canary Person' }, 'k');
    expect(test.log.length).toBeGreaterThan(0);
    expect(JSON.stringify(test.log)).not.toMatch(/canary/i);
  });

  it('with extra keys are refused, naming the key by path only', async () => {
    const test = await ready();
    const reply = await send(
      test,
      'kiosk',
      'visits.signOut',
      { name: 'A B', email: 'a@example.com', role: 'administrator' },
      'k',
    );
    expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
  });
});

describe('events', () => {
  it('carry no personal data', async () => {
    const test = await ready();
    await test.signIn();
    await test.arrive('Canary Person');
    expect(JSON.stringify(test.events)).not.toMatch(/canary/i);
  });
});
