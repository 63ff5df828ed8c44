/**
 * Writes docs/openapi.json from the contract. With `--check` it writes nothing and fails when the file says
 * something else.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../src/shared/openapi.ts';

const file = join(import.meta.dirname, '..', 'docs', 'openapi.json');
const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/openapi.json is not what the contract says: run npm run docs\n');
  process.exitCode = 1;
}
