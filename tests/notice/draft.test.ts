/** The office's draft: saving, conflicts, publishing, roles, and what the audit says of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Register } from '../../src/shared/contract/register.ts';
import { kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { createTestApp, siteSettings, type TestApp } from '../support/app.ts';
import { ownEntry, parkingWords, withEntry } from './register-entries.ts';

let test: TestApp;
beforeEach(async () => {
  test = createTestApp();
  await test.setUp();
  await test.signIn();
});

const draft = () => test.call('console', 'notice.draft', {});
const current = (language = 'en') => test.call('kiosk', 'notice.current', { language });
const turnedOn = (register: Register, entryId: string): Register =>
  withEntry(register, entryId, (entry) => ({ ...entry, on: true }));

async function save(change: (register: Register) => Register): Promise<number> {
  const { revision, register } = await draft();
  return (await test.call('console', 'notice.saveDraft', { revision, register: change(register) })).revision;
}

describe('a new site', () => {
  it('has the whole catalogue, the reception on and the rest off, and nothing to publish', async () => {
    const { register, changes, untranslated, differs, savedAt } = await draft();
    expect(register.entries.filter(({ on }) => on).map(({ entryId }) => entryId)).toEqual([
      'visits',
      'access-cards',
    ]);
    expect(register.entries).toHaveLength(15);
    expect({ changes, untranslated, differs, savedAt }).toEqual({
      changes: [],
      untranslated: [],
      differs: false,
      savedAt: null,
    });
    expect(await test.reply('console', 'notice.publish', { revision: 0 })).toMatchObject({
      code: 'nothing-to-publish',
    });
  });

  it('has words for every entry of the catalogue in every language of the notice, and no fault in them', async () => {
    await test.call('console', 'site.change', { ...siteSettings, languages: [...kioskLanguages] });
    const { catalogue, register, revision, languages } = await draft();
    expect(languages).toEqual([...kioskLanguages]);
    for (const { entryId, words } of catalogue)
      expect(Object.keys(words).sort(), entryId).toEqual([...kioskLanguages].sort());
    const all = { entries: register.entries.map((entry) => ({ ...entry, on: true })) };
    await test.call('console', 'notice.saveDraft', { revision, register: all });
    for (const language of languages) {
      const { content } = await test.call('console', 'notice.preview', { language, register: all });
      expect(content.sections, language).toHaveLength(18);
      expect(
        content.sections.filter((section) => section.language !== null),
        language,
      ).toEqual([]);
    }
  });

  it('of a language the notice has no words in writes it in English, and in no language twice', async () => {
    const wordFiles = [
      { name: 'fi.json', content: JSON.stringify({ 'kiosk.attract.greeting': 'Tervetuloa.' }) },
    ];
    const site = createTestApp({ wordFiles });
    await site.setUp();
    await site.signIn();
    await site.call('console', 'site.change', {
      ...siteSettings,
      languages: ['fi', 'da', 'en'],
      defaultLanguage: 'fi',
    });
    const { languages, register } = await site.call('console', 'notice.draft', {});
    expect(languages).toEqual(['en', 'da']);
    expect(await site.reply('console', 'notice.preview', { language: 'fi', register })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a draft', () => {
  it('is kept, says what it changes, and shows nothing to visitors before it is published', async () => {
    const before = await current();
    await save((register) => turnedOn(register, 'video-surveillance'));
    const { changes, differs, savedAt } = await draft();
    expect(changes).toEqual([{ entryId: 'video-surveillance', change: 'on', languages: [] }]);
    expect(differs).toBe(true);
    expect(savedAt).toBe(test.clock.now());
    expect(await current()).toEqual(before);
  });

  it('becomes the notice in every language at once, and is gone', async () => {
    const revision = await save((register) => turnedOn(register, 'video-surveillance'));
    test.clock.advance(60_000);
    const published = await test.call('console', 'notice.publish', { revision });
    const english = await current('en');
    const danish = await current('da');
    expect(published).toMatchObject({ version: 2, hash: english.hash, publishedAt: test.clock.now() });
    expect(danish).toMatchObject({ version: 2, hash: english.hash });
    expect(danish.textHash).not.toBe(english.textHash);
    expect(english.content.also).toContain('Video surveillance');
    expect(danish.content.sections.map(({ heading }) => heading)).toContain('Tv-overvågning');
    const after = await draft();
    expect(after).toMatchObject({ savedAt: null, changes: [], differs: false });
    expect(after.revision).toBeGreaterThan(revision);
  });

  it('can be discarded', async () => {
    const revision = await save((register) => turnedOn(register, 'surveys'));
    await test.call('console', 'notice.discardDraft', { revision });
    expect(await draft()).toMatchObject({ savedAt: null, changes: [] });
  });

  it('survives a change of retention, which publishes without it', async () => {
    await save((register) => turnedOn(register, 'surveys'));
    await test.call('console', 'retention.change', { contactDays: 9, visitDays: 9, cardLinkDays: 9 });
    expect((await current()).content.also).toBe('');
    expect(await draft()).toMatchObject({ changes: [{ entryId: 'surveys', change: 'on' }] });
  });

  it('names every kind of change', async () => {
    await save((register) => {
      const [visits, cards, network, video, ...rest] = register.entries;
      if (!visits || !cards || !network || !video) throw new Error('the catalogue has fourteen entries');
      return {
        entries: [
          visits,
          cards,
          { ...video, legalBases: ['legal-obligation'] },
          network,
          ...rest,
          ownEntry({ en: parkingWords }),
        ],
      };
    });
    const { changes } = await draft();
    expect(changes.map(({ entryId, change }) => `${entryId} ${change}`)).toEqual([
      'video-surveillance facts',
      'video-surveillance moved',
      'guest-network moved',
      'own-00000001 added',
    ]);
    const revision = (await draft()).revision;
    await test.call('console', 'notice.publish', { revision });
    await save((register) =>
      withEntry(
        { entries: register.entries.filter(({ entryId }) => entryId !== 'own-00000001') },
        'visits',
        (entry) => ({ ...entry, words: { en: { ...visitsWords, title: 'Guests' } } }),
      ),
    );
    expect((await draft()).changes).toEqual([
      { entryId: 'visits', change: 'words', languages: ['en'] },
      { entryId: 'own-00000001', change: 'removed', languages: [] },
    ]);
  });
});

const visitsWords = {
  title: 'Visits',
  purpose: 'To know who is here.',
  data: 'Name, e-mail, telephone.',
  people: 'Visitors.',
  source: 'You.',
  interest: 'Safety.',
  recipients: '',
  transfers: '',
  retention: '',
};

describe('two people at once', () => {
  it('the second is told, whatever they do, and nothing of the first is lost', async () => {
    const { revision, register } = await draft();
    const first = turnedOn(register, 'surveys');
    await test.call('console', 'notice.saveDraft', { revision, register: first });
    const late = { revision, register: turnedOn(register, 'events') };
    expect(await test.reply('console', 'notice.saveDraft', late)).toEqual({
      ok: false,
      code: 'draft-outdated',
    });
    for (const name of ['notice.discardDraft', 'notice.publish'] as const)
      expect(await test.reply('console', name, { revision })).toMatchObject({ code: 'draft-outdated' });
    expect((await draft()).register).toEqual(first);
  });

  it('a draft that was published meanwhile is outdated too', async () => {
    const revision = await save((register) => turnedOn(register, 'surveys'));
    const { register } = await draft();
    await test.call('console', 'notice.publish', { revision });
    expect(await test.reply('console', 'notice.saveDraft', { revision, register })).toMatchObject({
      code: 'draft-outdated',
    });
  });
});

describe('rules', () => {
  const fault = async (change: (register: Register) => Register) => {
    const { revision, register } = await draft();
    const reply = await test.reply('console', 'notice.saveDraft', { revision, register: change(register) });
    return reply.ok ? 'accepted' : reply.fields;
  };

  it.each(['visits', 'access-cards'])('%s cannot be turned off or left out', async (entryId) => {
    const index = entryId === 'visits' ? 0 : 1;
    expect(
      await fault((register) => withEntry(register, entryId, (entry) => ({ ...entry, on: false }))),
    ).toEqual({ [`register.entries.${index}.on`]: 'core-entry' });
    expect(
      await fault(({ entries }) => ({ entries: entries.filter((entry) => entry.entryId !== entryId) })),
    ).toEqual({ 'register.entries': 'entry-missing' });
  });

  it('the kiosk asks for no consent, so no core entry rests on it', async () => {
    expect(
      await fault((register) =>
        withEntry(register, 'visits', (entry) => ({ ...entry, legalBases: ['consent'] })),
      ),
    ).toEqual({ 'register.entries.0.legalBases': 'no-consent' });
  });

  it('the retention of a core entry is not typed', async () => {
    expect(
      await fault((register) =>
        withEntry(register, 'visits', (entry) => ({
          ...entry,
          words: { en: { ...visitsWords, retention: 'For ever.' } },
        })),
      ),
    ).toEqual({ 'register.entries.0.words.en.retention': 'core-entry' });
  });

  it.each([
    ['words', {}, 'required'],
    ['words.en.interest', { en: { ...parkingWords, interest: '' } }, 'required'],
    ['words.en.retention', { en: { ...parkingWords, retention: '' } }, 'required'],
    ['words.en.title', { en: { ...parkingWords, title: ' ' } }, 'required'],
    ['words.en.data', { en: { ...parkingWords, data: 'x'.repeat(601) } }, 'paragraph-too-long'],
  ])('an own entry needs its %s', async (path, words, message) => {
    expect(await fault(({ entries }) => ({ entries: [...entries, ownEntry(words)] }))).toEqual({
      [`register.entries.15.${path}`]: message,
    });
  });

  it('a transfer names where it goes, and an id stands once', async () => {
    const entry = ownEntry({ en: parkingWords }, { transfer: 'adequacy' });
    expect(await fault(({ entries }) => ({ entries: [...entries, entry] }))).toEqual({
      'register.entries.15.words.en.transfers': 'required',
    });
    const own = ownEntry({ en: parkingWords });
    expect(await fault(({ entries }) => ({ entries: [...entries, own, own] }))).toEqual({
      'register.entries.16.entryId': 'taken',
    });
  });
});

describe('roles', () => {
  it.each(['reception', 'security'] as const)('%s may read a notice and edit none', async (role) => {
    const { noticeId } = await current();
    await test.signIn('desk', [role]);
    for (const [name, input] of [
      ['notice.draft', {}],
      ['notice.history', {}],
      ['notice.publish', { revision: 0 }],
      ['notice.discardDraft', { revision: 0 }],
      ['notice.saveDraft', { revision: 0, register: { entries: [] } }],
    ] as const)
      expect(await test.reply('console', name, input as never, 'desk'), name).toMatchObject({
        code: 'not-allowed',
      });
    expect((await test.call('console', 'notice.read', { noticeId }, 'desk')).version).toBe(1);
  });

  it.each(['privacy', 'administrator'] as const)('%s may edit and publish', async (role) => {
    await test.signIn('office', [role]);
    const { revision, register } = await test.call('console', 'notice.draft', {}, 'office');
    const saved = await test.call(
      'console',
      'notice.saveDraft',
      { revision, register: turnedOn(register, 'website') },
      'office',
    );
    expect((await test.call('console', 'notice.publish', saved, 'office')).version).toBe(2);
  });
});

it('the audit and the log name acts, revisions and entries, never words', async () => {
  const revision = await save(({ entries }) => ({
    entries: [...entries, ownEntry({ en: { ...parkingWords, title: 'Canary parking' } })],
  }));
  await test.call('console', 'notice.publish', { revision });
  const { hash } = await current();
  const entries = test.database
    .prepare<[], { act: string; detail: string }>("SELECT act, detail FROM audit WHERE act LIKE 'notice.%'")
    .all();
  expect(entries).toEqual([
    { act: 'notice.saveDraft', detail: 'revision 1 own-00000001' },
    { act: 'notice.publish', detail: `version 2 ${hash}` },
  ]);
  expect(JSON.stringify([test.log, test.events])).not.toMatch(/canary/i);
});
