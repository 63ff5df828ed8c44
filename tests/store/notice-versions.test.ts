/** Notices and visits of a database of version 2, brought to versions that hold every language. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import {
  createSeededRandom,
  createTestApp,
  createTestClock,
  defaultRetention,
  mondayMorning,
  siteSettings,
} from '../support/app.ts';

const content = (title: string): string =>
  JSON.stringify({
    title,
    points: [{ about: 'data', title: 'We keep your name', text: 'And no more.' }],
    sections: [{ heading: 'Who', paragraphs: ['We are.'] }],
  });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A site as version 2 wrote it: two versions in English, one in Danish, which came later, and three visits. */
function versionTwo() {
  const database = new Database(':memory:');
  database.exec(migrations[0] ?? '');
  database.exec(migrations[1] ?? '');
  database.pragma('user_version = 2');
  database
    .prepare('INSERT INTO site (one, settings, retention) VALUES (1, ?, ?)')
    .run(JSON.stringify(siteSettings), JSON.stringify(defaultRetention));
  database.exec(
    "INSERT INTO installation (one, installation_id, created_at, high_water_at) VALUES (1, 'x', 0, 0)",
  );
  const notice = database.prepare(
    'INSERT INTO notice (id, language, version, hash, content, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const id = (digit: number): string => `018f0000-0000-7000-8000-00000000000${digit}`;
  notice.run(id(1), 'en', 1, sha256(content('One')), content('One'), mondayMorning - 10_000 + 1_000);
  notice.run(id(2), 'en', 2, sha256(content('Two')), content('Two'), mondayMorning - 10_000 + 2_000);
  notice.run(id(3), 'da', 1, sha256(content('Et')), content('Et'), mondayMorning - 10_000 + 3_000);
  const visit = database.prepare(
    `INSERT INTO visit (id, arrived_at, host, language, notice_sequence, card_due)
     VALUES (?, ?, '', ?, (SELECT sequence FROM notice WHERE id = ?), 0)`,
  );
  visit.run(id(6), mondayMorning - 10_000 + 1_500, 'en', id(1));
  visit.run(id(7), mondayMorning - 10_000 + 2_500, 'en', id(2));
  visit.run(id(8), mondayMorning - 10_000 + 3_500, 'da', id(3));
  return { database, id };
}

test('versions, hashes, counts and what each visitor saw come along; the next version holds every language', async () => {
  const { database, id } = versionTwo();
  migrate(database);
  database.pragma('foreign_keys = ON');
  expect(versionOf(database)).toBe(newestVersion);

  const clock = createTestClock();
  const app = createTestApp({ database, clock, random: createSeededRandom('after') });
  expect(await app.call('kiosk', 'notice.current', { language: 'en' })).toMatchObject({
    noticeId: id(2),
    version: 2,
    textHash: sha256(content('Two')),
    content: { title: 'Two', lead: '', also: '' },
  });
  database
    .prepare(
      `INSERT INTO staff (id, user_name, display_name, roles, passphrase_hash, created_at)
       VALUES (?, 'admin', 'Ada', '["administrator","security"]', 'plain:correct horse battery staple', 0)`,
    )
    .run(id(9));
  await app.signIn();
  app.settle();

  const { versions } = await app.call('console', 'notice.history', {});
  expect(
    versions.map(({ version, cause, visits, publishedAt }) => [version, cause, visits, publishedAt]),
  ).toEqual([
    [3, 'program', 0, clock.now()],
    [2, 'settings', 1, mondayMorning - 10_000 + 2_000],
    [1, 'set-up', 2, mondayMorning - 10_000 + 1_000],
  ]);
  expect(versions[2]?.texts.map(({ language }) => language)).toEqual(['da', 'en']);
  expect(versions[2]?.hash).toBe(sha256(`{"da":${content('Et')},"en":${content('One')}}`));
  const seen = await app.call('console', 'visits.get', { visitId: id(8) as never });
  expect(seen.notice).toMatchObject({ noticeId: id(3), version: 1, language: 'da' });
  expect((await app.call('console', 'notice.read', { noticeId: id(3) as never })).content.title).toBe('Et');
  const { register, savedAt } = await app.call('console', 'notice.draft', {});
  expect(savedAt).toBeNull();
  expect(register.entries.filter(({ on }) => on)).toHaveLength(2);
  expect((await app.call('kiosk', 'notice.current', { language: 'da' })).version).toBe(3);
});

test('an installation without a site has no version yet', () => {
  const database = new Database(':memory:');
  database.exec(migrations[0] ?? '');
  database.exec(migrations[1] ?? '');
  database.pragma('user_version = 2');
  migrate(database);
  expect(database.prepare('SELECT count(*) FROM notice_version').pluck().get()).toBe(0);
  expect(database.prepare('SELECT revision, register FROM register_draft').get()).toEqual({
    revision: 0,
    register: null,
  });
});
