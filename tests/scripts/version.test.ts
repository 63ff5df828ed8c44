import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foyerVersion } from '../../src/shared/version.ts';

test('the version Foyer says is the version of its package', () => {
  const file = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  expect((JSON.parse(file) as { version: string }).version).toBe(foyerVersion);
});
