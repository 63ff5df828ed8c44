import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/main/core/audit.ts';
import type { Digest } from '../../src/main/core/ports.ts';
import { createStores } from '../../src/main/store/stores.ts';
import { createTestApp } from '../support/app.ts';

const digest: Digest = {
  sha256: () => '',
  hmac: (purpose, text) => createHmac('sha256', `test ${purpose}`).update(text).digest('hex'),
};

async function withEntries() {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  for (const name of ['One', 'Two', 'Three']) await test.arrive(name);
  const verify = () => {
    const steps = verifyAudit(createStores(test.database).audit, digest, 2);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  /** Somebody with the file and no key, who takes the triggers away first. */
  const tamper = (sql: string) => {
    test.database.exec('DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted');
    test.database.exec(sql);
  };
  return { ...test, verify, tamper };
}

describe('the audit chain', () => {
  it('is intact as written', async () => {
    const { verify } = await withEntries();
    expect(verify()).toMatchObject({ intact: true, entries: 5 });
  });

  it.each([
    ['a changed entry', "UPDATE audit SET act = 'visits.depart' WHERE sequence = 3", 3],
    ['a removed entry', 'DELETE FROM audit WHERE sequence = 2', 3],
    ['two entries exchanged', 'UPDATE audit SET at = (SELECT max(at) + sequence FROM audit)', 1],
    ['a removed beginning', 'DELETE FROM audit WHERE sequence = 1', 2],
  ])('shows %s', async (_what, sql, sequence) => {
    const { verify, tamper } = await withEntries();
    tamper(sql);
    expect(verify()).toEqual({ intact: false, sequence });
  });

  it('shows a cut-off tail against the head noted elsewhere', async () => {
    const { verify, tamper } = await withEntries();
    const before = verify();
    tamper('DELETE FROM audit WHERE sequence = 5');
    const after = verify();
    expect(after.intact).toBe(true);
    expect(after).not.toEqual(before);
  });

  it.each([
    'UPDATE audit SET detail = NULL',
    'DELETE FROM audit',
    'INSERT OR REPLACE INTO audit SELECT * FROM audit',
  ])('refuses %s', async (sql) => {
    const { database } = await withEntries();
    expect(() => database.exec(sql)).toThrow('append-only');
  });
});
