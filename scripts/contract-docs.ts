/**
 * Writes docs/contract.md from the contract. With `--check` it writes nothing and fails when the file says
 * something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { callNames, contract } from '../src/shared/contract/contract.ts';
import type { CallDefinition } from '../src/shared/contract/definition.ts';
import { FoyerEvent } from '../src/shared/contract/events.ts';
import { refusalCodes } from '../src/shared/reply.ts';
import { shapeOf } from './contract-docs/shape.ts';

const file = join(import.meta.dirname, '..', 'docs', 'contract.md');

const access: Readonly<Record<string, string>> = {
  kiosk: 'the kiosk',
  console: 'the console, signed in or not',
  integration: 'another program with a token, by `POST /v1/invitations`',
  'set-up': 'an installation that is not set up',
};

function chapter(area: string, names: readonly (keyof typeof contract)[]): string[] {
  return [`## ${area}`, '', ...names.flatMap((name) => call(name, contract[name]))];
}

function call(name: string, { kind, summary, access: who, input, output }: CallDefinition): string[] {
  return [
    `### ${name}`,
    '',
    summary,
    '',
    `*${kind === 'command' ? 'Command' : 'Query'}* for ${who.map((one) => access[one] ?? one).join(', ')}.`,
    '',
    '```',
    `in:  ${shapeOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), 5)}`,
    // The input side of an output schema too: there texts are still texts, and the shape is the same.
    `out: ${shapeOf(z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' }), 5)}`,
    '```',
    '',
  ];
}

const areas = Map.groupBy(callNames, (name) => name.slice(0, name.indexOf('.')));

const text = [
  '# Contract',
  '',
  'Made from `src/shared/contract` by `npm run docs`; do not edit. Every call Foyer answers, whoever carries it.',
  'A command changes data, in one transaction with its audit entry; a query does not. A text is at most 120',
  'characters and 480 bytes, without control characters; ids are UUIDs of version 7; instants are milliseconds',
  'since 1970 in UTC. Keys that are not listed are refused.',
  '',
  'The answer is `{ ok: true, value }` or `{ ok: false, code }`, with `fields` where single fields are at fault,',
  '`retryAfterSeconds` where waiting helps and `reference` where the log says more.',
  '',
  ...[...areas].flatMap(([area, names]) => chapter(area, names)),
  '## Events',
  '',
  'Hints to ask again, without personal data and without card numbers.',
  '',
  '```',
  shapeOf(z.toJSONSchema(FoyerEvent, { io: 'output' }), 0),
  '```',
  '',
  '## Refusal codes',
  '',
  refusalCodes.map((code) => `\`${code}\``).join(', '),
  '',
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readOrNothing() !== text) {
  process.stderr.write('docs/contract.md is not what the contract says: run npm run docs\n');
  process.exitCode = 1;
}

function readOrNothing(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
