import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import type { BadgePaper } from '../../src/main/core/badge-printing/badge-printing.ts';
import { standardBadges } from '../../src/shared/contract/badges.ts';
import { designNamed } from '../badges/designs.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const fileOf = (name: string) => ({
  name: `${name}.json`,
  content: readFileSync(new URL(`../../resources/badges/${name}.json`, import.meta.url), 'utf8'),
});
const own = ['badge-62x100', 'badge-a4', 'name-tag-62x100'].map(fileOf);
const card = (number: string) =>
  ({ kind: 'credential', credential: { format: 'H10301', facility: '118', number } }) as const;

const drawn: Parameters<BadgePaper>[0][] = [];
let paperAnswer: string | null = 'UERG';
let test: TestApp;

beforeEach(async () => {
  drawn.length = 0;
  paperAnswer = 'UERG';
  test = createTestApp({
    designFiles: { own, site: [] },
    badgePaper: async (work) => {
      drawn.push(work);
      return paperAnswer;
    },
  });
  await test.setUp();
  await test.signIn();
});

const print = (visitIds: readonly string[], more: object = {}) =>
  test.reply('console', 'badges.print', { kind: 'badge', visitIds: [...visitIds] as never, ...more });

async function printed(visitId: string, more: object = {}) {
  const reply = await print([visitId], more);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

async function issueCard(visitId: string): Promise<void> {
  const { card: registered } = await test.call('console', 'cards.register', {
    ...{ label: 'V-12', type: 'visitor' },
    source: { by: 'tap', tap: test.tap(card('5')) },
  });
  await test.call('console', 'cards.issue', { cardId: registered.cardId, visitId: visitId as never });
}

it('a badge shows name, company, host, date, card and a code, and nothing else of the visit', async () => {
  const visitId = await test.arrive('Maria Jensen', { company: 'Nordwind A/S', host: 'Astrid Holm' });
  await issueCard(visitId);
  const answer = await printed(visitId);
  expect(answer.designId).toBe('badge-62x100');
  expect(answer.badges).toEqual([
    {
      name: 'Maria Jensen',
      company: 'Nordwind A/S',
      host: 'Astrid Holm',
      date: '2 Mar 2026',
      'visitor-type': '',
      card: 'V-12',
      code: expect.stringMatching(/^FB:[0-9A-F]{32}$/),
    },
  ]);
  expect(answer.captions).toEqual({ host: 'Host', date: 'Date', card: 'Card' });
  expect(JSON.stringify(answer)).not.toMatch(/example\.com|12 34 56 78/);
});

it('the code signs its visitor out, and a reprint takes the earlier one’s place', async () => {
  const visitId = await test.arrive('Maria Jensen');
  const first = (await printed(visitId)).badges[0]?.code ?? '';
  const second = (await printed(visitId)).badges[0]?.code ?? '';
  expect(second).not.toBe(first);
  const ask = (code: string, kiosk: string) =>
    test.call('kiosk', 'visits.badge', { by: 'camera', code }, kiosk);
  expect(await ask(first, 'k1')).toEqual({ found: null });
  expect(await ask(second, 'k2')).toMatchObject({ found: { state: 'on-site' } });
});

it('a name tag has no code and leaves the badge’s own working', async () => {
  const visitId = await test.arrive('Maria Jensen');
  const code = (await printed(visitId)).badges[0]?.code ?? '';
  const tag = await printed(visitId, { kind: 'name-tag' });
  expect(tag.designId).toBe('name-tag-62x100');
  expect(tag.badges[0]).toMatchObject({ name: 'Maria Jensen', code: '' });
  expect(await test.call('kiosk', 'visits.badge', { by: 'camera', code })).toMatchObject({
    found: { state: 'on-site' },
  });
});

it('each visit printed is one audit entry by its id, without a name', async () => {
  const visits = [
    await test.arrive('Maria Jensen'),
    await test.arrive('Bo Li'),
    await test.arrive('Eva Holm'),
  ];
  const acts = () =>
    test.database
      .prepare<[], { act: string; subject: string; detail: string }>(
        "SELECT act, subject, detail FROM audit WHERE act LIKE 'badges.%' ORDER BY sequence",
      )
      .all();
  expect((await print(visits)).ok).toBe(true);
  expect(
    acts()
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual([...visits].sort());
  expect(new Set(acts().map(({ act, detail }) => `${act} ${detail}`))).toEqual(
    new Set(['badges.print badge']),
  );
  const written = JSON.stringify([test.database.prepare('SELECT * FROM audit').all(), test.log, test.events]);
  expect(written).not.toMatch(/Maria|Bo Li|Eva Holm|FB:/);
});

it('whoever has left, waits or was refused gets none; those on site are printed all the same', async () => {
  const left = await test.arrive('Left Already');
  await test.call('console', 'visits.depart', { visitId: left });
  const here = await test.arrive('Bo Li');
  const reply = await print([left, here, here]);
  expect(reply).toMatchObject({ ok: true, value: { leftOut: 1 } });
  expect(reply.ok && reply.value.badges.map(({ name }) => name)).toEqual(['Bo Li']);
  expect(await print([left])).toMatchObject({ ok: false, code: 'visit-closed' });
  expect(await print([test.newVisitId()])).toMatchObject({ ok: false, code: 'visit-closed' });
});

it('nothing of a badge is stored but the keyed hash of its code', async () => {
  const visitId = await test.arrive('Maria Jensen');
  const code = (await printed(visitId)).badges[0]?.code ?? '';
  await test.call('console', 'badges.pdf', {
    designId: 'badge-62x100',
    badges: [{ ...(await printed(visitId)).badges[0] }] as never,
    captions: {},
  });
  const tables = test.database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  for (const table of tables) {
    const rows = JSON.stringify(test.database.prepare(`SELECT * FROM "${table}"`).all());
    expect(rows, table).not.toContain(code);
    expect(rows, table).not.toContain('2 Mar 2026');
  }
});

it('one call prints a hundred and no more', async () => {
  const many = Array.from({ length: 101 }, () => test.newVisitId());
  expect(await print(many)).toMatchObject({
    ok: false,
    code: 'bad-input',
    fields: { visitIds: 'badges-many' },
  });
  expect(await print([])).toMatchObject({ ok: false, code: 'bad-input', fields: { visitIds: 'required' } });
});

it('the site chooses designs, printer and when; a design that is gone is Foyer’s own again', async () => {
  expect((await test.call('console', 'badges.designs', {})).settings).toEqual(standardBadges);
  const wanted = { badge: 'badge-a4', nameTag: 'name-tag-62x100', onCardIssue: true, printer: ' QL-820 ' };
  const { settings } = await test.call('console', 'badges.change', wanted);
  expect(settings).toEqual({ ...wanted, printer: 'QL-820' });
  const visitId = await test.arrive('Bo Li');
  expect((await printed(visitId)).design).toEqual(designNamed('badge-a4'));
  expect((await printed(visitId, { designId: 'badge-62x100' })).designId).toBe('badge-62x100');
  expect(await print([visitId], { designId: 'name-tag-62x100' })).toMatchObject({
    fields: { designId: 'design-missing' },
  });
  expect(await test.reply('console', 'badges.change', { ...wanted, badge: 'gone' })).toMatchObject({
    ok: false,
    fields: { badge: 'design-missing' },
  });
  expect(await test.reply('console', 'badges.change', { ...wanted, nameTag: 'badge-a4' })).toMatchObject({
    ok: false,
    fields: { nameTag: 'design-missing' },
  });
  // The site's other settings know nothing of it and keep it.
  const site = await test.call('console', 'site.settings', {});
  expect(site.settings.badges).toEqual(settings);
});

it('a design of the site stands beside Foyer’s or in the place of one, and a bad one is told by file and field', async () => {
  const mine = { ...designNamed('badge-62x100'), title: { en: 'Blue roll' } };
  const bad = { ...mine, fields: [{ ...mine.fields[0], width: 400 }] };
  const withSite = createTestApp({
    designFiles: {
      own,
      site: [
        { name: 'badge-62x100.json', content: JSON.stringify(mine) },
        { name: 'other.json', content: JSON.stringify(bad) },
        { name: 'Name of Somebody.json', content: '{}' },
        { name: 'broken.json', content: { fault: 'unreadable' } },
      ],
    },
  });
  await withSite.setUp();
  await withSite.signIn();
  const { designs, faults } = await withSite.call('console', 'badges.designs', {});
  expect(designs.map(({ designId, design }) => `${designId} ${design.title.en}`)).toEqual([
    'badge-62x100 Blue roll',
    `badge-a4 ${designNamed('badge-a4').title.en}`,
    `name-tag-62x100 ${designNamed('name-tag-62x100').title.en}`,
  ]);
  expect(faults).toEqual([
    { file: 'other.json', field: 'fields.0.width', fault: 'design-number' },
    { file: 'Name of Somebody.json', field: '', fault: 'design-file-name' },
    { file: 'broken.json', field: '', fault: 'unreadable' },
  ]);
  expect(JSON.stringify(withSite.log)).not.toContain('Somebody');
});

it('a PDF is drawn from what was printed, with the site’s name; a drawing that fails is said', async () => {
  const visitId = await test.arrive('Bo Li');
  const { designId, badges, captions } = await printed(visitId);
  expect(await test.call('console', 'badges.pdf', { designId, badges, captions })).toEqual({
    base64: 'UERG',
  });
  expect(drawn).toEqual([
    { design: designNamed('badge-62x100'), badges, captions, siteName: 'Nordlys House', logo: null },
  ]);
  paperAnswer = null;
  expect(await test.reply('console', 'badges.pdf', { designId, badges, captions })).toMatchObject({
    ok: false,
    code: 'unavailable',
  });
  expect(await test.reply('console', 'badges.pdf', { designId: 'gone', badges, captions })).toMatchObject({
    fields: { designId: 'design-missing' },
  });
});

it('settings of before there were badges print with Foyer’s own', async () => {
  const stored = test.database.prepare<[], string>('SELECT settings FROM site').pluck().get() ?? '{}';
  const { badges: _, ...before } = JSON.parse(stored) as Record<string, unknown>;
  test.database.prepare('UPDATE site SET settings = ?').run(JSON.stringify(before));
  expect((await test.call('console', 'badges.designs', {})).settings).toEqual(standardBadges);
});
