import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDataFolder } from '../../src/main/store/data-folder.ts';
import { readWordFiles } from '../../src/main/store/word-files.ts';
import { largestWordFile } from '../../src/shared/words/word-file.ts';

let folder: string;
const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, 'words', name), content);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-words-'));
  mkdirSync(join(folder, 'words'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a data folder without words has none', () => {
  rmSync(join(folder, 'words'), { recursive: true });
  expect(readWordFiles(folder)).toEqual([]);
  writeFileSync(join(folder, 'words'), 'a file, not a folder');
  expect(readWordFiles(folder)).toEqual([]);
});

test('files are read in the order of their names, without the mark some editors put in front', () => {
  put('sv.json', '{"kiosk":{}}');
  put('fi.json', '\uFEFF{}');
  put('notes.txt', 'nothing of ours');
  expect(readWordFiles(folder)).toEqual([
    { name: 'fi.json', content: '{}' },
    { name: 'sv.json', content: '{"kiosk":{}}' },
  ]);
});

test('what cannot be read says why, and nothing waits for it', () => {
  put('aa.json', 'x'.repeat(largestWordFile + 1));
  put('bb.json', new Uint8Array([0x7b, 0xff, 0x7d]));
  mkdirSync(join(folder, 'words', 'cc.json'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'words', 'dd.json'));
  execFileSync('mkfifo', [join(folder, 'words', 'ee.json')]);
  expect(readWordFiles(folder).map(({ name, content }) => [name, content])).toEqual([
    ['aa.json', { fault: 'too-large' }],
    ['bb.json', { fault: 'not-json' }],
    ['cc.json', { fault: 'unreadable' }],
    ['dd.json', { fault: 'unreadable' }],
    ['ee.json', { fault: 'unreadable' }],
  ]);
});

test('the search that proves a purge leaves the words out, and nothing else', () => {
  put('fi.json', '{"kiosk":{"attract":{"greeting":"Tervetuloa, reception"}}}');
  writeFileSync(join(folder, 'words.json'), 'x');
  mkdirSync(join(folder, 'deeper', 'words'), { recursive: true });
  writeFileSync(join(folder, 'deeper', 'words', 'fi.json'), 'x');
  const names = createDataFolder(folder)
    .files()
    .map(({ name }) => name);
  expect(names.sort()).toEqual([join('deeper', 'words', 'fi.json'), 'words.json']);
});
