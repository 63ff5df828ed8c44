import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mostBeginnings,
  mostBeginningsOfKiosk,
  mostTexts,
  mostTextsOfKiosk,
} from '../../src/main/core/hosts/finding-limit.ts';
import { hostWords } from '../../src/main/core/hosts/host-words.ts';
import { mostAnswers } from '../../src/shared/contract/hosts.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

async function readyWithHosts(...names: readonly string[]): Promise<TestApp> {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  for (const [index, name] of names.entries())
    await test.call('console', 'hosts.add', {
      name,
      email: `host${index}@nordlys.example`,
      department: 'Sales',
      phone: '',
    });
  return test;
}

const find = (test: TestApp, text: string, visitId = test.newVisitId(), kiosk = 'kiosk-1') =>
  test.reply('kiosk', 'hosts.find', { text, visitId } as never, kiosk);

async function words(test: TestApp, text: string): Promise<string[]> {
  const reply = await find(test, text);
  if (!reply.ok) throw new Error(reply.code);
  return reply.value.answers.map((answer) => answer.words);
}

describe('the words of a host', () => {
  it.each([
    ['Mette Holm', 'Mette H – Sales'],
    ['  Mette   Kirstine  Holm ', 'Mette H – Sales'],
    ['Madonna', 'Madonna – Sales'],
    ['Åse Østergård', 'Åse Ø – Sales'],
    ['Zoë É́lan', 'Zoë É́ – Sales'],
    ['שרה כהן', 'שרה כ – Sales'],
  ])('of %s are %s', (name, expected) => {
    expect(hostWords({ name, department: 'Sales' })).toBe(expected);
  });
});

describe('finding a host at the kiosk', () => {
  it('begins with three letters and never lists', async () => {
    const test = await readyWithHosts('Mette Holm', 'Metin Aydin');
    for (const text of ['', 'm', 'me', '   ', 'm e', '***', '123', '%', '_'])
      expect(await words(test, text), text).toEqual([]);
    expect(await words(test, 'met')).toEqual(['Metin A – Sales', 'Mette H – Sales']);
    expect(await words(test, 'mett')).toEqual(['Mette H – Sales']);
    expect(await words(test, 'm ho')).toEqual(['Mette H – Sales']);
  });

  it.each([
    ['soren', 'Søren Kjær'],
    ['søren', 'Soren Kjaer'],
    ['SØREN KJÆR', 'Søren Kjær'],
    ['kjaer', 'Søren Kjær'],
    ['lukasz', 'Łukasz Żółć'],
    ['strasse', 'Anna Straße'],
    ['aase', 'Åse Lund'],
    ['muel', 'Jürgen Müller'],
    ['marie', 'Anne-Marie Bo'],
  ])('%s finds %s', async (text, name) => {
    const test = await readyWithHosts('Peter Pind', name);
    expect(await words(test, text)).toEqual([hostWords({ name, department: 'Sales' })]);
  });

  it('finds by name alone, and only by the beginnings of its words', async () => {
    const test = await readyWithHosts('Mette Holm');
    for (const text of ['sales', 'host0', 'nordlys', 'ette', 'olm', 'mette sales'])
      expect(await words(test, text), text).toEqual([]);
  });

  it('answers with five at most, first names first', async () => {
    const test = await readyWithHosts(
      'Bo Mettelund',
      ...['Ask', 'Bro', 'Dal', 'Eng', 'Fjord', 'Gran'].map((name) => `Mette ${name}`),
    );
    expect(await words(test, 'mette')).toEqual(
      ['A', 'B', 'D', 'E', 'F'].map((initial) => `Mette ${initial} – Sales`),
    );
    expect(mostAnswers).toBe(5);
  });

  it('tells nobody apart whose words are the same', async () => {
    const test = await readyWithHosts('Mette Holm', 'Mette Hansen', 'Mette Ask');
    const reply = await find(test, 'mette');
    expect(reply).toMatchObject({
      value: {
        answers: [
          { words: 'Mette A – Sales', hostId: expect.any(String) },
          { words: 'Mette H – Sales', hostId: null },
        ],
      },
    });
  });

  it('finds nobody who has left, and whoever is back', async () => {
    const test = await readyWithHosts('Mette Holm');
    const { hosts } = await test.call('console', 'hosts.list', { text: '', state: 'all' });
    const hostId = hosts[0]?.hostId ?? ('' as never);
    await test.call('console', 'hosts.leave', { hostId, left: true });
    expect(await words(test, 'mette')).toEqual([]);
    await test.call('console', 'hosts.leave', { hostId, left: false });
    expect(await words(test, 'mette')).toEqual(['Mette H – Sales']);
    await test.call('console', 'hosts.correct', {
      hostId,
      name: 'Karen Holm',
      email: 'host0@nordlys.example',
      department: 'Legal',
      phone: '+45 12 34 56 78',
    });
    expect(await words(test, 'mette')).toEqual([]);
    expect(await words(test, 'karen')).toEqual(['Karen H – Legal']);
  });

  it('never says more than first name, initial and department', async () => {
    const test = await readyWithHosts('Mette Canarysen');
    const reply = await find(test, 'mette canarysen');
    expect(JSON.stringify(reply)).not.toMatch(/canarysen|nordlys/i);
  });

  it('answers any text', async () => {
    const test = await readyWithHosts('Mette Holm');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (text) => {
        const reply = await find(test, text, test.newVisitId(), text);
        expect(reply.ok || ['bad-input', 'throttled'].includes(reply.code)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the directory cannot be read out', () => {
  /** Three consonants, which folding leaves apart. */
  const beginning = (index: number): string =>
    String(index)
      .padStart(3, '0')
      .replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)));

  it('by one visitor: after so many beginnings nothing is answered any more, known or not', async () => {
    const test = await readyWithHosts('Mette Holm');
    const visitId = test.newVisitId();
    expect(await find(test, 'mette', visitId)).toMatchObject({ ok: true });
    for (let index = 1; index < mostBeginnings; index += 1)
      expect(await find(test, beginning(index), visitId)).toMatchObject({ ok: true });
    expect(await find(test, 'xxx', visitId)).toEqual({ ok: false, code: 'throttled' });
    expect(await find(test, 'mette', visitId)).toEqual({ ok: false, code: 'throttled' });
    test.clock.advance(3_600_000);
    expect(await find(test, 'mette', visitId)).toMatchObject({ code: 'throttled' });
    expect(await find(test, 'mette')).toMatchObject({ ok: true });
  });

  it('by one visitor who stays with one beginning', async () => {
    const test = await readyWithHosts('Mette Holm');
    const visitId = test.newVisitId();
    for (let index = 0; index < mostTexts; index += 1)
      expect(await find(test, `met${beginning(index)}`, visitId)).toMatchObject({ ok: true });
    expect(await find(test, 'metxyz', visitId)).toMatchObject({ code: 'throttled' });
  });

  it('but typing and deleting one name letter by letter costs next to nothing', async () => {
    const test = await readyWithHosts('Mette Holm');
    const visitId = test.newVisitId();
    const name = 'Mette Kirstine Holm';
    for (let round = 0; round < 5; round += 1)
      for (let length = 1; length <= name.length; length += 1)
        expect(await find(test, name.slice(0, length), visitId)).toMatchObject({ ok: true });
  });

  it('by one kiosk that starts over and over, until some time has passed', async () => {
    const test = await readyWithHosts('Mette Holm');
    for (let index = 0; index < mostBeginningsOfKiosk; index += 1)
      expect(await find(test, beginning(index))).toMatchObject({ ok: true });
    const refused = await find(test, 'mette');
    expect(refused).toMatchObject({ code: 'throttled', retryAfterSeconds: 600 });
    expect(await find(test, 'mette', test.newVisitId(), 'kiosk-2')).toMatchObject({ ok: true });
    test.clock.advance(600_000);
    expect(await find(test, 'mette')).toMatchObject({ ok: true });
  });

  it('by one kiosk in few beginnings', async () => {
    const test = await readyWithHosts('Mette Holm');
    for (let index = 0; index < mostTextsOfKiosk; index += 1)
      expect(await find(test, `met${beginning(index)}`)).toMatchObject({ ok: true });
    expect(await find(test, 'mette')).toMatchObject({ code: 'throttled' });
  });

  it('nor asked for by any other call of the kiosk', async () => {
    const test = await readyWithHosts('Mette Holm');
    for (const name of ['hosts.list', 'hosts.export', 'hosts.add', 'hosts.import', 'hosts.leave'] as const)
      expect(await test.reply('kiosk', name, {} as never)).toEqual({ ok: false, code: 'not-allowed' });
  });
});

describe('the office', () => {
  it('keeps one host for each e-mail, whatever its case', async () => {
    const test = await readyWithHosts('Mette Holm', 'Bo Dal');
    const details = { name: 'Ida Eng', email: 'HOST0@nordlys.example', department: 'IT', phone: '' };
    expect(await test.reply('console', 'hosts.add', details)).toEqual({
      ok: false,
      code: 'bad-input',
      fields: { email: 'taken' },
    });
    const { hosts } = await test.call('console', 'hosts.list', { text: 'bo', state: 'active' });
    const hostId = hosts[0]?.hostId ?? ('' as never);
    expect(await test.reply('console', 'hosts.correct', { ...details, hostId })).toMatchObject({
      fields: { email: 'taken' },
    });
    await test.call('console', 'hosts.correct', { ...details, email: 'Host1@nordlys.example', hostId });
  });

  it('names every fault by its field', async () => {
    const test = await readyWithHosts();
    const reply = await test.reply('console', 'hosts.add', {
      name: '123',
      email: 'nobody',
      department: ' ',
      phone: 'none',
    });
    expect(reply).toMatchObject({
      fields: { name: 'name', email: 'email', department: 'required', phone: 'phone' },
    });
  });

  it('finds by name, e-mail and department, and counts', async () => {
    const test = await readyWithHosts('Søren Kjær', 'Mette Holm', 'Åse Lund');
    const list = (text: string) => test.call('console', 'hosts.list', { text, state: 'active' });
    expect((await list('')).hosts.map(({ name }) => name)).toEqual(['Mette Holm', 'Søren Kjær', 'Åse Lund']);
    expect((await list('soren')).hosts.map(({ name }) => name)).toEqual(['Søren Kjær']);
    expect((await list('host1@nordlys')).hosts.map(({ name }) => name)).toEqual(['Mette Holm']);
    expect((await list('sales')).found).toBe(3);
    const [first] = (await list('')).hosts;
    await test.call('console', 'hosts.leave', { hostId: first?.hostId ?? ('' as never), left: true });
    expect((await list('')).counts).toEqual({ active: 2, left: 1 });
    expect((await test.call('console', 'hosts.list', { text: '', state: 'left' })).hosts).toMatchObject([
      { name: 'Mette Holm', leftAt: test.clock.now() },
    ]);
  });
});

describe('the visit', () => {
  async function chosen(test: TestApp) {
    const reply = await find(test, 'mette');
    if (!reply.ok) throw new Error(reply.code);
    const [answer] = reply.value.answers;
    return { host: answer?.words ?? '', hostId: answer?.hostId ?? ('' as never) };
  }
  const get = async (test: TestApp, visitId: string) =>
    (await test.call('console', 'visits.get', { visitId } as never)).visit;
  const search = async (test: TestApp, text: string) =>
    (await test.call('console', 'visits.search', { text, scope: 'all' })).results.map(({ name }) => name);

  it('keeps the words and who was meant, and is found by either', async () => {
    const test = await readyWithHosts('Mette Holm');
    const choice = await chosen(test);
    const visitId = await test.arrive('Ane Ask', choice);
    expect(await get(test, visitId)).toMatchObject({ ...choice, hostName: 'Mette Holm' });
    expect(await search(test, 'holm')).toEqual(['Ane Ask']);
    expect(await search(test, 'mette h')).toEqual(['Ane Ask']);
    const restarted = createTestApp({ database: test.database, clock: test.clock });
    restarted.settle();
    await restarted.signIn();
    expect(await search(restarted, 'holm')).toEqual(['Ane Ask']);
  });

  it('keeps words that were typed, and no host with them', async () => {
    const test = await readyWithHosts('Mette Holm');
    const { hostId } = await chosen(test);
    for (const host of ['the man with the dog', '', 'Mette X – Sales']) {
      const visitId = await test.arrive('Ane Ask', { host, hostId });
      expect(await get(test, visitId)).toMatchObject({ host, hostId: null, hostName: '' });
    }
  });

  it('is registered though the host has left or is unknown', async () => {
    const test = await readyWithHosts('Mette Holm');
    const choice = await chosen(test);
    await test.call('console', 'hosts.leave', { hostId: choice.hostId, left: true });
    const visitId = await test.arrive('Ane Ask', choice);
    expect(await get(test, visitId)).toMatchObject({ host: choice.host, hostId: null });
    const other = await test.arrive('Bo Bro', { ...choice, hostId: test.newVisitId() as never });
    expect(await get(test, other)).toMatchObject({ host: choice.host, hostId: null });
  });

  it('is found by the new name of its host, and no longer by the old', async () => {
    const test = await readyWithHosts('Mette Holm');
    const choice = await chosen(test);
    await test.arrive('Ane Ask', choice);
    await test.call('console', 'hosts.correct', {
      hostId: choice.hostId,
      name: 'Mette Lind',
      email: 'host0@nordlys.example',
      department: 'Sales',
      phone: '',
    });
    test.settle();
    expect(await search(test, 'lind')).toEqual(['Ane Ask']);
    expect(await search(test, 'holm')).toEqual([]);
  });

  it('is corrected with its host kept, changed, or taken away', async () => {
    const test = await readyWithHosts('Mette Holm', 'Bo Dal');
    const choice = await chosen(test);
    const visitId = await test.arrive('Ane Ask', choice);
    const details = { visitId, name: 'Ane Asp', email: 'a@example.com', phone: '12345678', company: '' };
    await test.call('console', 'hosts.leave', { hostId: choice.hostId, left: true });
    const kept = await test.call('console', 'visits.correct', { ...details, ...choice });
    expect(kept.visit).toMatchObject({ ...choice, hostName: 'Mette Holm' });
    const { hosts } = await test.call('console', 'hosts.list', { text: 'bo', state: 'active' });
    const other = { host: 'Bo Dal', hostId: hosts[0]?.hostId ?? ('' as never) };
    const changed = await test.call('console', 'visits.correct', { ...details, ...other });
    expect(changed.visit).toMatchObject({ ...other, hostName: 'Bo Dal' });
    const taken = await test.call('console', 'visits.correct', { ...details, host: 'Somebody' });
    expect(taken.visit).toMatchObject({ host: 'Somebody', hostId: null, hostName: '' });
  });
});
