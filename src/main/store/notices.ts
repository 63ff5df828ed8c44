/** Every version of the notice that was ever shown, and the draft of the next one. */
import type {
  NewNoticeVersion,
  NoticeInForce,
  NoticeStore,
  StoredNotice,
  StoredNoticeVersion,
} from '../core/notice/notice-store.ts';
import type { Database } from './database.ts';

export function createNoticeStore(database: Database): NoticeStore {
  const texts = `SELECT sequence, id, language, notice.version, notice_version.hash AS hash,
    notice.hash AS textHash, content, published_at AS publishedAt
    FROM notice JOIN notice_version ON notice_version.version = notice.version`;
  const latest = database.prepare<[string], StoredNotice>(
    `${texts} WHERE language = ? ORDER BY notice.version DESC LIMIT 1`,
  );
  const bySequence = database.prepare<[number], StoredNotice>(`${texts} WHERE sequence = ?`);
  const byId = database.prepare<[string], StoredNotice>(`${texts} WHERE id = ?`);
  const versions = database.prepare<[number], Omit<StoredNoticeVersion, 'texts'> & { texts: string }>(
    `SELECT notice_version.version, hash, cause, register, published_at AS publishedAt,
       ifnull(visits, 0) AS visits,
       (SELECT json_group_array(json_object('language', language, 'noticeId', id) ORDER BY language)
        FROM notice WHERE notice.version = notice_version.version) AS texts
     FROM notice_version LEFT JOIN notice_shown ON notice_shown.version = notice_version.version
     ORDER BY notice_version.version DESC LIMIT ?`,
  );
  const inForce = database.prepare<[], NoticeInForce>(
    `SELECT version, hash, cause, register, published_at AS publishedAt
     FROM notice_version ORDER BY version DESC LIMIT 1`,
  );
  const supersededAt = database
    .prepare<[number], number | null>('SELECT min(published_at) FROM notice_version WHERE version > ?')
    .pluck();
  const insertVersion = database.prepare(
    'INSERT INTO notice_version (version, hash, cause, register, published_at) VALUES (?, ?, ?, ?, ?)',
  );
  const insertText = database.prepare(
    'INSERT INTO notice (id, language, version, hash, content, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const draft = database.prepare<[], { revision: number; register: string | null; savedAt: number | null }>(
    'SELECT revision, register, saved_at AS savedAt FROM register_draft',
  );
  const writeDraft = database.prepare(
    'UPDATE register_draft SET revision = revision + 1, register = ?, saved_at = ?',
  );
  return {
    latest: (language) => latest.get(language),
    bySequence: (sequence) => bySequence.get(sequence),
    byId: (id) => byId.get(id),
    inForce: () => inForce.get(),
    versions: (limit) =>
      versions
        .all(limit)
        .map((row) => ({ ...row, texts: JSON.parse(row.texts) as StoredNoticeVersion['texts'] })),
    supersededAt: (version) => supersededAt.get(version) ?? null,
    insert({ version, hash, cause, register, publishedAt, texts }: NewNoticeVersion) {
      insertVersion.run(version, hash, cause, register, publishedAt);
      for (const text of texts)
        insertText.run(text.id, text.language, version, text.hash, text.content, publishedAt);
    },
    draft() {
      const row = draft.get();
      if (row === undefined) throw new Error('the row of the draft is missing');
      return row;
    },
    writeDraft(register, at) {
      writeDraft.run(register, register === null ? null : at);
    },
  };
}
