import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordFile } from '../../src/main/core/words/site-words.ts';
import {
  englishWords,
  kioskLanguages,
  neededWords,
  placeholders,
} from '../../src/shared/words/kiosk-words.ts';
import { readWordFile } from '../../src/shared/words/word-file.ts';
import { createTestApp, siteSettings, type TestApp } from '../support/app.ts';

const finnish = {
  keyboard: 'sv',
  kiosk: { attract: { greeting: 'Tervetuloa.', signIn: 'Kirjaudu sisään' } },
};
const file = (name: string, content: unknown): WordFile => ({ name, content: JSON.stringify(content) });

async function siteWith(...wordFiles: readonly WordFile[]): Promise<TestApp> {
  const test = createTestApp({ wordFiles });
  await test.setUp();
  await test.signIn();
  return test;
}

const report = async (test: TestApp, language: string) =>
  (await test.call('console', 'words.report', {})).languages.find((each) => each.language === language);

describe('reading a file', () => {
  const read = (content: unknown, language = 'fi') => readWordFile(language, JSON.stringify(content));
  const faultsOf = (content: unknown) => read(content).faults.map(({ key, fault }) => `${key}: ${fault}`);

  test('takes texts of the kiosk, nested or by path', () => {
    expect([...read({ ...finnish, 'kiosk.frame.back': ' Takaisin ' }).words]).toEqual([
      ['kiosk.attract.greeting', 'Tervetuloa.'],
      ['kiosk.attract.signIn', 'Kirjaudu sisään'],
      ['kiosk.frame.back', 'Takaisin'],
    ]);
    expect(read(finnish).keyboard).toBe('sv');
  });

  test.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['a text', '"fi"'],
    ['nothing', ''],
  ])('a file that is %s is left alone', (_what, text) => {
    expect(readWordFile('fi', text)).toMatchObject({ faults: [{ key: '', fault: 'not-json' }] });
  });

  test.each([
    ['<b>Hei</b>', 'markup'],
    ['Hei &amp; moi', 'markup'],
    ['Hei\nmoi', 'characters'],
    ['  ', 'empty'],
    ['', 'empty'],
    [7, 'not-text'],
    [null, 'not-text'],
    [['Hei'], 'not-text'],
    ['x'.repeat(401), 'too-long'],
    ['Hei {{name}}', 'placeholders'],
    ['Hei $t(kiosk:attract.greeting)', 'placeholders'],
    ['Hei {{- name}}', 'placeholders'],
    ['Hei {{count}}', 'placeholders'],
  ])('leaves out %j as a greeting: %s', (text, fault) => {
    expect(faultsOf({ kiosk: { attract: { greeting: text } } })).toEqual([
      `kiosk.attract.greeting: ${fault}`,
    ]);
  });

  test('a text keeps what English leaves open; only a number may be left out of a plural', () => {
    expect(faultsOf({ kiosk: { done: { title: 'Kiitos.' } } })).toEqual(['kiosk.done.title: placeholders']);
    expect(faultsOf({ kiosk: { done: { title: 'Kiitos, {{ name }}.' } } })).toEqual([
      'kiosk.done.title: placeholders',
    ]);
    expect(faultsOf({ kiosk: { done: { title: 'Kiitos, {{name}}.' } } })).toEqual([]);
    expect(faultsOf({ kiosk: { frame: { clears_one: 'Tyhjenee sekunnissa.' } } })).toEqual([]);
  });

  test('plural forms are those of the language', () => {
    const forms = { kiosk: { frame: { clears_few: 'Za {{count}} sekundy.' } } };
    expect(read(forms, 'cs').unknown).toEqual([]);
    expect(read(forms, 'fi').unknown).toEqual(['kiosk.frame.clears_few']);
  });

  test('unknown keys are said and left out, also those of the console and of objects themselves', () => {
    const text =
      '{"kiosk":{"atract":{"greeting":"x"},"__proto__":{"x":"y"}},"common":{"refusal":{"locked-out":"x"}},"kisok":{}}';
    const reading = readWordFile('fi', text);
    expect(reading.words.size).toBe(0);
    expect(reading.unknown).toEqual([
      'kiosk.atract.greeting',
      'kiosk.__proto__.x',
      'common.refusal.locked-out',
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('a keyboard that does not exist is said', () => {
    expect(faultsOf({ keyboard: 'qwerty' })).toEqual(['keyboard: keyboard']);
  });

  test('any file is read without throwing, and only texts that fit get through', () => {
    const needed = neededWords('fi');
    const key = fc.oneof(fc.constantFrom(...needed.keys()), fc.string());
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(...needed.values()),
      fc.constantFrom('{{name}}', '$t(kiosk:x)', '<script>', '{{{{count}}}}'),
      fc.anything(),
    );
    const content = fc.oneof(
      fc.string(),
      fc.json({ maxDepth: 6 }),
      fc.dictionary(key, value).map((object) => {
        try {
          return JSON.stringify(object);
        } catch {
          return '{}';
        }
      }),
    );
    fc.assert(
      fc.property(content, (text) => {
        const { words } = readWordFile('fi', text ?? '');
        for (const [name, shown] of words) {
          const english = needed.get(name);
          expect(english).toBeDefined();
          expect(shown).not.toMatch(/[<>]|\$t\(/);
          const open = (each: string) => placeholders(each).filter((found) => found !== '{{count}}');
          expect(open(shown)).toEqual(open(english ?? ''));
        }
      }),
    );
  });

  test('objects within objects without end do not overflow anything', () => {
    const deep = `${'{"kiosk":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    expect(readWordFile('fi', deep).words.size).toBe(0);
  });
});

describe('a site with words of its own', () => {
  test('offers the language, and the kiosk gets its words', async () => {
    const test = await siteWith(file('fi.json', finnish));
    await test.call('console', 'site.change', {
      ...siteSettings,
      languages: ['fi', 'en'],
      defaultLanguage: 'fi',
    });
    const welcome = await test.call('kiosk', 'site.welcome', {});
    expect(welcome).toMatchObject({
      languages: ['fi', 'en'],
      words: {
        revision: expect.stringMatching(/^[0-9a-f]{16}$/),
        languages: [{ language: 'fi', keyboard: 'sv' }],
      },
    });
    expect((await test.call('kiosk', 'words.site', { language: 'fi' })).words).toEqual({
      'kiosk.attract.greeting': 'Tervetuloa.',
      'kiosk.attract.signIn': 'Kirjaudu sisään',
    });
    expect((await test.call('kiosk', 'words.site', { language: 'en' })).words).toEqual({});
  });

  test('reads the notice in English where Foyer has none in the language, and records that', async () => {
    const test = await siteWith(file('fi.json', finnish));
    await test.call('console', 'site.change', { ...siteSettings, languages: ['fi'], defaultLanguage: 'fi' });
    const notice = await test.call('kiosk', 'notice.current', { language: 'fi' });
    expect(notice).toMatchObject({ language: 'en', content: { title: 'What happens to your details' } });
    const visitId = await test.arrive('Aino Virtanen', {
      language: notice.language,
      noticeId: notice.noticeId,
    });
    expect(test.database.prepare('SELECT language FROM visit WHERE id = ?').pluck().get(visitId)).toBe('en');
    expect(await test.reply('kiosk', 'notice.current', { language: 'sv' })).toMatchObject({
      code: 'not-found',
    });
  });

  test('says per language where its words come from and what is wrong', async () => {
    const test = await siteWith(
      file('fi.json', { ...finnish, kiosk: { ...finnish.kiosk, nonsense: 'x', frame: { back: '<' } } }),
      file('da.json', { kiosk: { attract: { greeting: 'Hej.' } } }),
      { name: 'et.json', content: { fault: 'too-large' } },
      file('finnish.json', {}),
    );
    expect(await report(test, 'de')).toEqual({
      language: 'de',
      source: 'foyer',
      noticeLanguage: 'de',
      missing: [],
      own: 0,
      unknown: [],
      faults: [],
    });
    expect(await report(test, 'da')).toMatchObject({ source: 'both', own: 1, missing: [] });
    const finnishReport = await report(test, 'fi');
    expect(finnishReport).toMatchObject({
      source: 'site',
      noticeLanguage: 'en',
      own: 2,
      unknown: ['kiosk.nonsense'],
      faults: [{ key: 'kiosk.frame.back', fault: 'markup' }],
    });
    expect(finnishReport?.missing).toHaveLength(neededWords('fi').size - 2);
    expect(finnishReport?.missing).toContainEqual({
      key: 'kiosk.frame.back',
      english: englishWords.get('kiosk.frame.back'),
    });
    expect(await report(test, 'et')).toMatchObject({
      source: 'site',
      faults: [{ key: '', fault: 'too-large' }],
    });
    expect((await test.call('console', 'words.report', {})).files).toEqual([
      { name: 'finnish.json', fault: 'file-name' },
    ]);
    expect(test.log).toContainEqual({ event: 'words', language: 'fi', faults: 1, unknown: 1 });
    expect(JSON.stringify(test.log)).not.toContain('finnish');
  });

  test('more files than are read are said', async () => {
    const names = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    const files = ['x', 'y'].flatMap((first) =>
      names.map((second) => file(`${first}${second}.json`, finnish)),
    );
    const test = await siteWith(...files);
    const { files: strangers } = await test.call('console', 'words.report', {});
    expect(strangers).toHaveLength(files.length - 40);
    expect(strangers[0]).toEqual({ name: 'yo.json', fault: 'too-many-files' });
  });

  test('a language is refused without words, kept when its file goes, and never there twice', async () => {
    const test = await siteWith(file('fi.json', finnish));
    const change = (languages: string[]) =>
      test.reply('console', 'site.change', {
        ...siteSettings,
        languages,
        defaultLanguage: languages[0] ?? 'en',
      });
    expect(await change(['en', 'et'])).toMatchObject({
      fields: { 'settings.languages': 'language-unknown' },
    });
    expect(await change(['en', 'en'])).toMatchObject({ fields: { languages: 'language-twice' } });
    expect(await change([...kioskLanguages, 'fi', 'en', 'da', 'pl', 'fr'])).toMatchObject({
      code: 'bad-input',
    });
    expect(await change([...kioskLanguages, 'fi'])).toMatchObject({ ok: true });

    const later = createTestApp({ database: test.database });
    await later.signIn();
    const again = { ...siteSettings, languages: ['en', 'fi'] };
    expect(await later.reply('console', 'site.change', again)).toMatchObject({ ok: true });
    expect(await later.call('kiosk', 'site.welcome', {})).toMatchObject({
      words: { revision: '', languages: [] },
    });
    expect(await later.reply('console', 'site.change', { ...again, languages: ['en', 'et'] })).toMatchObject({
      fields: { 'settings.languages': 'language-unknown' },
    });
  });

  test('every language of Foyer has its notice', async () => {
    const test = await siteWith();
    await test.call('console', 'site.change', { ...siteSettings, languages: [...kioskLanguages] });
    const english = await test.call('kiosk', 'notice.current', { language: 'en' });
    for (const language of kioskLanguages) {
      const { content, language: readIn } = await test.call('kiosk', 'notice.current', { language });
      expect(readIn).toBe(language);
      expect(content.points.map(({ about }) => about)).toEqual(
        english.content.points.map(({ about }) => about),
      );
      expect(content.sections).toHaveLength(english.content.sections.length);
      const text = JSON.stringify(content);
      for (const said of ['privacy@nordlys.example', 'Nordlys A/S', 'Datatilsynet', '30', '12345678'])
        expect(text, language).toContain(said);
      if (language !== 'en') expect(text).not.toContain(english.content.title);
    }
  });

  test('a new installation is told every language there are words in', async () => {
    const test = createTestApp({ wordFiles: [file('fi.json', finnish), file('et.json', {})] });
    expect(await test.call('console', 'site.welcome', {})).toMatchObject({
      state: 'set-up',
      languages: [...kioskLanguages, 'fi'],
    });
  });
});
