/** Acknowledged means committed: whatever a program said was done is there after it was killed. */
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/main/core/audit.ts';
import { createDigest, deriveKey } from '../../src/main/store/keys.ts';
import { openInstallation } from '../../src/main/store/open.ts';
import { createStores } from '../../src/main/store/stores.ts';
import { createTestApp } from '../support/app.ts';

const program = join(import.meta.dirname, '../support/sign-in-until-killed.ts');
let folder: string;
let masterKey: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-crash-'));
  masterKey = randomBytes(32).toString('hex');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open() {
  const opened = openInstallation({
    dataFolder: folder,
    masterKey,
    newInstallationId: '00000000-0000-7000-8000-000000000001',
    now: Date.now(),
  });
  if (!opened.ok) throw new Error(opened.fault);
  return opened.database;
}

/** Runs the program until it has acknowledged `after` visits, then kills it where it stands. */
function runAndKill(after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, masterKey], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += String(chunk);
    });
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      if (printed.split('\n').length > after) child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(printed.split('\n').slice(0, -1));
      else reject(new Error(`the program ended by itself: ${errors}`));
    });
  });
}

describe('kill -9', () => {
  it('in the middle of sign-ins loses nothing acknowledged and leaves nothing half done', async () => {
    const database = open();
    const test = createTestApp({
      database,
      clock: { now: () => Date.now(), monotonic: () => performance.now(), advance() {}, setWall() {} },
      digest: createDigest(masterKey),
    });
    await test.setUp();
    test.app.close();
    const acknowledged: string[] = [];
    for (const after of [1, 7, 40, 90]) acknowledged.push(...(await runAndKill(after)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(138);
    const again = open();
    const ids = new Set(again.prepare<[], string>('SELECT id FROM visit').pluck().all());
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(again.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(
      again.prepare('SELECT count(*) FROM contact').pluck().get(),
    );
    expect(again.pragma('integrity_check', { simple: true })).toBe('ok');
    const digest = createDigest(masterKey);
    expect(digest.hmac('audit', 'x')).toBe(
      createHmac('sha256', deriveKey(masterKey, 'audit')).update('x').digest('hex'),
    );
    const steps = verifyAudit(createStores(again).audit, digest);
    let step = steps.next();
    while (!step.done) step = steps.next();
    // One entry for the set-up and one for each visit that is there.
    expect(step.value).toMatchObject({ intact: true, entries: ids.size + 1 });
    again.close();
  });
});
