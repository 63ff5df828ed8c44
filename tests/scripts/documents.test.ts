import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLinks } from '../../scripts/checks/documents.mjs';
import { checkFileLength } from '../../scripts/checks/file-length.mjs';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'foyer-documents-'));
  mkdirSync(join(base, 'docs'));
  mkdirSync(join(base, 'src'));
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('links between documents', () => {
  test('files, headings, web addresses and code are told apart', () => {
    writeFileSync(
      join(base, 'README.md'),
      '# Foyer: at work\n[a](docs/a.md) [b](docs/a.md#one-heading) [c](#foyer-at-work) [d](https://example.com) `[e](gone.md)`\n```\n[f](gone.md)\n```\n',
    );
    writeFileSync(
      join(base, 'docs/a.md'),
      '# A\n## One heading\n[back](../README.md) ![picture](gone.png) [g](#two)\n',
    );
    expect(checkLinks(base)).toEqual([
      'docs/a.md: gone.png does not exist',
      'docs/a.md: #two names no heading',
    ]);
  });
});

test('a file of 301 lines is too long, one of 300 is not', () => {
  writeFileSync(join(base, 'src/long.ts'), '//\n'.repeat(301));
  writeFileSync(join(base, 'src/right.ts'), '//\n'.repeat(300));
  expect(checkFileLength(base)).toEqual(['src/long.ts: 301 lines, at most 300; split it']);
});
