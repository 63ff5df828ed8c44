import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sheet } from '../../src/main/core/evacuation-list/sheet.ts';
import { listFileName } from '../../src/main/evacuation-list/folder.ts';
import { createEvacuationPaper } from '../../src/main/evacuation-list/thread.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { arriveAs, canary, watch, watchedSite } from '../watchlist/watched-site.ts';

const minute = 60_000;
const program = new URL('../../src/main/evacuation-list-process.ts', import.meta.url);
let folder: string;
let dataFolder: string;
let test: TestApp;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-list-'));
  dataFolder = mkdtempSync(join(tmpdir(), 'foyer-list-data-'));
  test = createTestApp({ evacuationPaper: createEvacuationPaper(program, dataFolder) });
  await test.setUp();
  await test.signIn();
});
afterEach(() => {
  for (const each of [folder, dataFolder]) rmSync(each, { recursive: true, force: true });
});

const change = (to: string) => test.reply('console', 'evacuationList.change', { folder: to });
const state = () => test.call('console', 'evacuationList.state', {});
const file = () => join(folder, listFileName);

/** One turn of the writer, waited for by its event. */
async function written(): Promise<void> {
  const told = (): number =>
    test.events.filter(({ event }) => event.type === 'changed' && event.areas.includes('evacuation-list'))
      .length;
  const before = told();
  test.settle();
  await expect.poll(told, { timeout: 20_000 }).toBeGreaterThan(before);
}

/** Every packed stream of a PDF, unpacked. */
function textOf(pdf: Buffer): string {
  const pieces: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const end = pdf.indexOf('endstream', at);
    try {
      pieces.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // Not packed: the font's own bytes.
    }
  }
  return pieces.join('\n');
}

it('is written with every letter of the names embedded, on numbered pages, and no name in the file name', async () => {
  for (const name of ['Søren Månestrøm', 'Łukasz Wiśniewski', 'Zażółć Gęślą Jaźń']) await test.arrive(name);
  for (let index = 0; index < 40; index += 1) await test.arrive(`Visitor Number ${index}`);
  expect(await change(folder)).toMatchObject({ ok: true });
  await written();
  expect(await state()).toEqual({ folder, writtenAt: test.clock.now(), fault: null });
  expect(readdirSync(folder)).toEqual([listFileName]);
  const pdf = readFileSync(file());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  const letters = textOf(pdf).toLowerCase();
  for (const letter of 'øåłńśćźż') {
    const code = letter.codePointAt(0)?.toString(16).padStart(4, '0');
    expect(letters, letter).toContain(`<${code}>`);
  }
});

it('is written again every five minutes, and after a purge', async () => {
  await change(folder);
  await written();
  const { writtenAt } = await state();
  test.clock.advance(5 * minute + 1);
  await written();
  await test.signIn();
  expect((await state()).writtenAt).toBe((writtenAt ?? 0) + 5 * minute + 1);
});

it('says by the field what is wrong with a folder, and keeps what was set', async () => {
  const fault = async (to: string) => {
    const reply = await change(to);
    return reply.ok ? null : reply.fields?.folder;
  };
  expect(await fault('lists')).toBe('folder-absolute');
  expect(await fault(join(folder, 'nowhere'))).toBe('folder-missing');
  writeFileSync(join(folder, 'a file'), '');
  expect(await fault(join(folder, 'a file'))).toBe('folder-missing');
  expect(await fault(dataFolder)).toBe('folder-data');
  expect((await state()).folder).toBe('');
});

it('goes when it is turned off or moved', async () => {
  await change(folder);
  await written();
  expect(existsSync(file())).toBe(true);
  expect(await change('')).toMatchObject({ ok: true });
  await expect.poll(() => existsSync(file()), { timeout: 20_000 }).toBe(false);
});

it('says that it fails, blocks nothing, and comes back', async () => {
  await change(folder);
  await written();
  rmSync(folder, { recursive: true });
  test.clock.advance(5 * minute + 1);
  await written();
  await test.signIn();
  expect((await state()).fault).toBe('folder-missing');
  await test.arrive('Still Arrives');
  expect(test.log).toContainEqual({ event: 'evacuation-list', fault: 'folder-missing' });
});

it('does not outlive a day where it cannot be renewed', async () => {
  await change(folder);
  await written();
  const old = new Date(Date.now() - 25 * 60 * minute);
  utimesSync(file(), old, old);
  // The new list cannot take the place of the temporary name.
  mkdirSync(join(folder, `.${listFileName}.new`));
  test.clock.advance(5 * minute + 1);
  await written();
  expect(existsSync(file())).toBe(false);
});

it('names whoever waits for security, too: they stand in the house', async () => {
  const sheets: Sheet[] = [];
  const none = async () => null;
  const write = async (_folder: string, sheet: Sheet) => {
    sheets.push(sheet);
    return null;
  };
  test = await watchedSite(createTestApp({ evacuationPaper: { try: none, remove: none, write } }));
  await watch(test);
  await test.arrive('On Site');
  await arriveAs(test, { name: canary.name });
  await change(folder);
  await written();
  expect(
    sheets
      .at(-1)
      ?.rows.map(({ name }) => name)
      .sort(),
  ).toEqual([canary.name, 'On Site']);
});
