import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../../scripts/bootstrap/speak.mjs';
import { checkBoundaries } from '../../scripts/checks/boundaries.mjs';

/** Files of a small Foyer in which every layer exists and keeps the rules. */
const sound: Readonly<Record<string, string>> = {
  'src/shared/words.ts': "import { z } from 'zod';\nexport const Word = z.string();\n",
  'src/main/app.ts':
    "import { visit } from './core/visits.ts';\nexport const app = visit;\nexport type Plan = string;\n",
  'src/main/caller.ts': 'export type Caller = string;\n',
  'src/main/core/visits.ts':
    "import { Word } from '../../shared/words.ts';\nimport type { Plan } from '../app.ts';\nexport const visit = Word;\nexport type P = Plan;\n",
  'src/main/store/open.ts':
    "import Driver from 'better-sqlite3';\nimport { readFileSync } from 'node:fs';\nimport { visit } from '../core/visits.ts';\nexport const open = [Driver, readFileSync, visit];\n",
  'src/main/readers/port.ts': "import hid from 'node-hid';\nexport const port = hid;\n",
  'src/main/hosts/electron/windows.ts': "import { app } from 'electron';\nexport const windows = app;\n",
  'src/main/hosts/server/server.ts':
    "import { createServer } from 'node:http';\nexport const server = createServer;\n",
  'src/main/demo/demo.ts': "import { visit } from '../core/visits.ts';\nexport const demo = visit;\n",
  'src/renderer/ui/button.tsx': "import { useState } from 'react';\nexport const Button = useState;\n",
  'src/renderer/kiosk/name.tsx':
    "import { Button } from '../ui/button.tsx';\nimport { Word } from '../../shared/words.ts';\nexport const name = [Button, Word];\n",
  'src/renderer/office/office.tsx': 'export const office = 1;\n',
};

let base: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'foyer-boundaries-'));
  for (const [file, text] of Object.entries(sound)) put(file, text);
  symlinkSync(join(repository, 'node_modules'), join(base, 'node_modules'));
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(base, file)), { recursive: true });
  writeFileSync(join(base, file), text);
}

/** Files that each break one rule, named before the colon. */
const violations: Readonly<Record<string, string>> = {
  'shared-sources: src/shared/a.ts': "export { visit } from '../main/core/visits.ts';",
  'shared-packages: src/shared/b.ts': "export { readFileSync } from 'node:fs';",
  'core-packages: src/main/core/a.ts': "export { z } from 'zod';",
  'core-packages: src/main/core/b.ts': "export { readFileSync } from 'node:fs';",
  'core-sources: src/main/core/c.ts': "export { open } from '../store/open.ts';",
  'core-sources: src/main/core/d.ts':
    "import type { open } from '../store/open.ts';\nexport type O = typeof open;",
  'core-app-types: src/main/core/e.ts': "export { app } from '../app.ts';",
  'store-sources: src/main/store/a.ts': "export { server } from '../hosts/server/server.ts';",
  'driver-only-in-the-store: src/main/a.ts': "export { default } from 'better-sqlite3';",
  'hid-only-in-the-readers: src/main/hosts/server/a.ts': "export { default } from 'node-hid';",
  'electron-only-in-its-host: src/main/hosts/server/b.ts': "export { app } from 'electron';",
  'hosts-sources: src/main/hosts/server/c.ts': "export { open } from '../../store/open.ts';",
  'demo-only-from-its-opener: src/main/b.ts': "export { demo } from './demo/demo.ts';",
  'zxing-only-in-the-camera: src/renderer/kiosk/d.ts': "export { readBarcodes } from 'zxing-wasm/reader';",
  'zxing-only-in-the-camera: src/renderer/office/d.ts':
    "export { default } from 'zxing-wasm/reader/zxing_reader.wasm?url';",
  'renderer-sources: src/renderer/kiosk/a.ts': "export { app } from '../../main/app.ts';",
  'renderer-packages: src/renderer/kiosk/b.ts': "export { readFileSync } from 'node:fs';",
  'kiosk-alone: src/renderer/kiosk/c.tsx': "export { office } from '../office/office.tsx';",
  'ui-sources: src/renderer/ui/a.tsx': "export { Word } from '../../shared/words.ts';",
  'no-cycles: src/main/core/f.ts': "import { b } from './g.ts';\nexport const a: unknown = b;",
  'unresolvable: src/main/core/h.ts': "export { gone } from './gone.ts';",
};

describe('the boundaries of the architecture', () => {
  test('sources that keep the rules pass, and each planted violation is found under its rule', async () => {
    expect(await checkBoundaries(process.execPath, base)).toEqual([]);
    for (const [where, text] of Object.entries(violations)) put(where.split(': ')[1] ?? '', text);
    put('src/main/core/g.ts', "import { a } from './f.ts';\nexport const b: unknown = a;\n");
    const faults = await checkBoundaries(process.execPath, base);
    const found = faults.map((fault) => fault.split(' → ')[0]);
    expect(found).toEqual(expect.arrayContaining(Object.keys(violations)));
  });
});
