/** Versions of the notice: hashes, agreement with retention, what a sign-in may name, and that none is lost. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/main/core/notice/canonical.ts';
import { NoticeContent } from '../../src/shared/contract/notice.ts';
import type { VisitId } from '../../src/shared/vocabulary.ts';
import { createSeededRandom, createTestApp, siteSettings, type TestApp } from '../support/app.ts';
import { ownEntry, parkingWords } from './register-entries.ts';

const day = 86_400_000;
const minute = 60_000;

let test: TestApp;
beforeEach(async () => {
  test = createTestApp();
  await test.setUp();
  await test.signIn();
});

const current = (language = 'en') => test.call('kiosk', 'notice.current', { language });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function publishParking(languages: readonly string[] = ['en', 'da']): Promise<void> {
  const { revision, register } = await test.call('console', 'notice.draft', {});
  const words = Object.fromEntries(languages.map((language) => [language, parkingWords]));
  const entries = [...register.entries, ownEntry(words)];
  const saved = await test.call('console', 'notice.saveDraft', { revision, register: { entries } });
  await test.call('console', 'notice.publish', saved);
}

describe('the hash', () => {
  it('is that of the canonical JSON of every language', async () => {
    const contents = { da: (await current('da')).content, en: (await current('en')).content };
    const { hash, textHash } = await current('en');
    expect(hash).toBe(sha256(canonicalJson(contents)));
    expect(textHash).toBe(sha256(canonicalJson(contents.en)));
  });

  it('is the same in another run, with other ids and another time', async () => {
    const other = createTestApp({ random: createSeededRandom('another') });
    other.clock.advance(400 * day);
    await other.setUp();
    const there = await other.call('kiosk', 'notice.current', { language: 'da' });
    const here = await current('da');
    expect(there.hash).toBe(here.hash);
    expect(there.noticeId).not.toBe(here.noticeId);
  });

  it('does not depend on the order in which a site lists its languages', async () => {
    const { hash } = await current();
    await test.call('console', 'site.change', { ...siteSettings, languages: ['en', 'da'] });
    expect(await current()).toMatchObject({ hash, version: 1 });
  });

  it('of canonical JSON ignores the order of members and nothing else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('a new version', () => {
  it('comes with a change of a setting that shows in it, and with no other', async () => {
    await test.call('console', 'site.change', { ...siteSettings, cardForEveryone: false });
    expect((await current()).version).toBe(1);
    const controller = { ...siteSettings.controller, address: 'Kajen 2, 8000 Aarhus C' };
    await test.call('console', 'site.change', { ...siteSettings, controller });
    const { versions } = await test.call('console', 'notice.history', {});
    expect(versions.map(({ version, cause }) => [version, cause])).toEqual([
      [2, 'settings'],
      [1, 'set-up'],
    ]);
  });

  it('holds the languages of the site; whoever reads one that is taken away may still finish', async () => {
    const offer = (languages: string[]) =>
      test.call('console', 'site.change', {
        ...siteSettings,
        languages,
        defaultLanguage: languages[0] ?? '',
      });
    await offer(['en']);
    await offer(['da', 'en']);
    const { noticeId } = await current('en');
    const visitId = test.newVisitId() as VisitId;
    test.clock.advance(minute);
    await offer(['da']);
    const { versions } = await test.call('console', 'notice.history', {});
    expect(versions.map(({ texts }) => texts.map(({ language }) => language).join(' '))).toEqual([
      'da',
      'da en',
      'en',
      'da en',
    ]);
    expect(await test.reply('kiosk', 'notice.current', { language: 'en' })).toMatchObject({
      code: 'not-found',
    });
    const details = { name: 'Late Reader', email: 'late@example.com', phone: '12 34 56 78' };
    const arrive = (id: string) =>
      test.reply('kiosk', 'visits.arrive', {
        ...details,
        ...{ visitId: id, company: '', host: '', language: 'en', noticeId },
      });
    expect(await arrive(visitId)).toMatchObject({ ok: true });
    test.clock.advance(minute);
    expect(await arrive(test.newVisitId())).toMatchObject({ code: 'notice-outdated' });
  });

  it('comes when the program that starts has other fixed words', async () => {
    const { hash } = await current();
    const old = JSON.stringify({ ...(await current('en')).content, title: 'As it once was' });
    test.database.exec('DROP TRIGGER notice_version_is_never_changed; DROP TRIGGER notice_is_never_changed');
    test.database.prepare("UPDATE notice SET content = ? WHERE language = 'en'").run(old);
    test.database.prepare("UPDATE notice_version SET hash = 'old'").run();
    const again = createTestApp({
      database: test.database,
      clock: test.clock,
      random: createSeededRandom('another run'),
    });
    expect((await again.call('kiosk', 'notice.current', { language: 'en' })).content.title).toBe(
      'As it once was',
    );
    again.settle();
    expect(await again.call('kiosk', 'notice.current', { language: 'en' })).toMatchObject({
      version: 2,
      hash,
    });
    expect(again.events).toContainEqual({
      event: { type: 'changed', areas: ['notice'] },
      doors: ['kiosk', 'console'],
    });
    again.settle();
    const third = createTestApp({ database: test.database, clock: test.clock });
    third.settle();
    expect((await third.call('kiosk', 'notice.current', { language: 'en' })).version).toBe(2);
  });
});

/** Whole numbers of days a text names, in Danish and English. */
function daysIn(content: unknown): number[] {
  return [...JSON.stringify(content).matchAll(/(\d+) (?:days?|dage?)\b/g)].map(([, days]) => Number(days));
}

const days = fc.integer({ min: 1, max: 90 });
const clocks = fc.tuple(days, days, days).map(([visitDays, contact, link]) => ({
  visitDays,
  contactDays: Math.min(contact, visitDays),
  cardLinkDays: Math.min(link, visitDays),
}));

describe('retention', () => {
  it('and notice always name the same days, in every language, from the moment of the change', async () => {
    await fc.assert(
      fc.asyncProperty(clocks, async (settings) => {
        await test.call('console', 'staff.stayActive', {});
        await test.call('console', 'retention.change', settings);
        for (const language of ['da', 'en']) {
          const { content } = await current(language);
          const named = new Set(daysIn(content));
          expect(named).toEqual(new Set(Object.values(settings)));
          const [first] = daysIn(content.points.find(({ about }) => about === 'retention'));
          expect(first).toBe(settings.contactDays);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of the notice is what the purge does: kept to the hour named, gone after it', async () => {
    await fc.assert(
      fc.asyncProperty(clocks, async (settings) => {
        const site = createTestApp();
        await site.setUp();
        await site.signIn();
        await site.call('console', 'retention.change', settings);
        const { content } = await site.call('kiosk', 'notice.current', { language: 'en' });
        const [contactDays = 0] = daysIn(content.points.find(({ about }) => about === 'retention'));
        const facts = content.sections.flatMap((section) => section.facts);
        const [, visitDays = 0] = daysIn(facts.find(({ text }) => text.startsWith('Contact details')));
        await site.arrive('Property Visitor');
        await site.call('kiosk', 'visits.signOut', {
          name: 'Property Visitor',
          email: 'propertyvisitor@example.com',
        });
        const rows = () => [
          site.database.prepare('SELECT count(*) FROM contact').pluck().get(),
          site.database.prepare('SELECT count(*) FROM visit').pluck().get(),
        ];
        const purge = () => {
          for (let hours = 0; hours < 26; hours += 1) {
            site.clock.advance(60 * minute);
            site.settle();
          }
        };
        site.clock.advance(contactDays * day - 27 * 60 * minute);
        site.settle();
        purge();
        expect(rows()).toEqual([1, 1]);
        site.clock.advance(60 * minute);
        purge();
        expect(rows()[0]).toBe(0);
        site.clock.advance((visitDays - contactDays) * day);
        purge();
        expect(rows()).toEqual([0, 0]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('a sign-in', () => {
  it('keeps the notice its visitor read when another is published meanwhile', async () => {
    const read = await current();
    const visitId = test.newVisitId() as VisitId;
    test.clock.advance(2 * minute);
    await publishParking();
    test.clock.advance(minute);
    await test.arrive('Slow Reader', { visitId, noticeId: read.noticeId });
    await test.signIn();
    const seen = await test.call('console', 'visits.get', { visitId });
    expect(seen.notice).toMatchObject({ noticeId: read.noticeId, version: 1, hash: read.hash });
    const text = await test.call('console', 'notice.read', { noticeId: seen.notice.noticeId });
    expect(text.content).toEqual(read.content);
  });

  it('is refused a notice that was replaced before the visit began', async () => {
    const read = await current();
    test.clock.advance(minute);
    await publishParking();
    test.clock.advance(minute);
    await expect(test.arrive('Late Reader', { noticeId: read.noticeId })).rejects.toThrow('notice-outdated');
  });

  it('is refused a notice that was replaced more than an hour ago, however old the visit claims to be', async () => {
    const read = await current();
    const visitId = test.newVisitId() as VisitId;
    test.clock.advance(minute);
    await publishParking();
    test.clock.advance(61 * minute);
    await expect(test.arrive('Sleeper', { visitId, noticeId: read.noticeId })).rejects.toThrow(
      'notice-outdated',
    );
  });

  it('is refused a notice nobody knows, and one in another language than it says', async () => {
    const { noticeId } = await current('da');
    await expect(test.arrive('Linguist', { noticeId })).rejects.toThrow('notice-outdated');
    const unknown = test.newVisitId() as never;
    await expect(test.arrive('Stranger', { noticeId: unknown })).rejects.toThrow('notice-outdated');
    expect(test.database.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
  });

  it('tells the kiosks of a new version', async () => {
    const before = test.events.length;
    await publishParking();
    const told = test.events
      .slice(before)
      .filter(
        ({ event, doors }) =>
          doors.includes('kiosk') && event.type === 'changed' && event.areas.includes('notice'),
      );
    expect(told).toHaveLength(2);
  });
});

describe('the store', () => {
  it('has no visit without a notice', () => {
    const insert = test.database.prepare(
      `INSERT INTO visit (id, arrived_at, host, language, notice_sequence, card_due)
       VALUES ('x', 1, '', 'en', 999, 0)`,
    );
    expect(() => insert.run()).toThrow(/FOREIGN KEY/);
  });

  it.each([
    "UPDATE notice SET content = '{}'",
    'DELETE FROM notice',
    "UPDATE notice_version SET hash = ''",
    'DELETE FROM notice_version',
    "INSERT INTO notice (id, language, version, hash, content, created_at) VALUES ('x', 'en', 9, '', '', 1)",
  ])('refuses %s', (sql) => {
    expect(() => test.database.exec(sql)).toThrow(/never|without its version/);
  });

  it('keeps an old version readable after the purge of its visits, and how many saw it', async () => {
    const read = await current('da');
    for (const name of ['Ane Aa', 'Bo Bb', 'Cia Cc']) await test.arrive(name, { language: 'da' });
    await publishParking();
    await test.arrive('Dan Dd');
    test.clock.advance(33 * day);
    await test.signIn();
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.settle();
    expect(test.database.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
    const { versions } = await test.call('console', 'notice.history', {});
    expect(versions.map(({ version, visits }) => [version, visits])).toEqual([
      [2, 1],
      [1, 3],
    ]);
    const text = versions[1]?.texts.find(({ language }) => language === 'da');
    if (text === undefined) throw new Error('the first version has a Danish text');
    const shown = await test.call('console', 'notice.read', { noticeId: text.noticeId });
    expect(shown).toEqual(read);
  });
});

describe('an entry without words in a language', () => {
  it('is listed for the office, and readers are told and get it in another', async () => {
    await publishParking(['en']);
    const { untranslated } = await test.call('console', 'notice.draft', {});
    expect(untranslated).toEqual([{ entryId: 'own-00000001', language: 'da', reason: 'missing' }]);
    const { content } = await current('da');
    const section = content.sections.find(({ heading }) => heading === 'Parking');
    expect(section).toMatchObject({ language: 'en', paragraphs: ['Denne del findes ikke på dansk.'] });
    expect(section?.facts[0]).toEqual({ label: 'Formål', text: parkingWords.purpose });
    const english = (await current('en')).content.sections.find(({ heading }) => heading === 'Parking');
    expect(english).toMatchObject({ language: null, paragraphs: [] });
  });

  it('is listed too where only another language was made the site’s own', async () => {
    const { revision, register } = await test.call('console', 'notice.draft', {});
    const entries = register.entries.map((entry) =>
      entry.entryId === 'visits' ? { ...entry, words: { en: { ...parkingWords, retention: '' } } } : entry,
    );
    await test.call('console', 'notice.saveDraft', { revision, register: { entries } });
    const { untranslated } = await test.call('console', 'notice.draft', {});
    expect(untranslated).toEqual([{ entryId: 'visits', language: 'da', reason: 'catalogue' }]);
  });
});

it('a notice from before the register is read with what it has', () => {
  expect(
    NoticeContent.parse({ title: 'T', points: [], sections: [{ heading: 'H', paragraphs: [] }] }),
  ).toEqual({
    title: 'T',
    lead: '',
    points: [],
    also: '',
    sections: [{ heading: 'H', paragraphs: [], facts: [], language: null }],
  });
});
