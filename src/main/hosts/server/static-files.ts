/**
 * The built pages and their files, read once at the start. A request is answered from this table and never from
 * the disk, so no address, however written, can reach another file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Door } from '../../../shared/vocabulary.ts';
import { cameraHeaders } from '../page-headers.ts';

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** In the place of those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StaticFiles {
  page(door: Door): StaticFile;
  /** Where a browser on the network types its pairing code. */
  pairingPage(): StaticFile;
  /** By the path of a request as sent, for example `/assets/kiosk-3f2a.js`; null for everything else. */
  file(path: string): StaticFile | null;
}

/** What a page of Foyer can ask for; anything else in the folder is not served. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.wasm': 'application/wasm',
};

/** Where the build puts the kiosk's reader of codes. */
const cameraFolder = '/assets/camera/';

/** Throws with a sentence for the terminal when the pages have not been built. */
export function readStaticFiles(folder: string): StaticFiles {
  const page = (name: Door | 'pair'): StaticFile => {
    try {
      return { type: 'text/html; charset=utf-8', bytes: readFileSync(join(folder, `${name}.html`)) };
    } catch {
      throw new Error(`the pages are not in ${folder}: build Foyer first (npm start does)`);
    }
  };
  const pages = {
    kiosk: { ...page('kiosk'), headers: cameraHeaders },
    console: page('console'),
    pair: page('pair'),
  };
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const file = { type, bytes: readFileSync(path) };
    files.set(address, address.startsWith(cameraFolder) ? { ...file, headers: cameraHeaders } : file);
  }
  return {
    page: (door) => pages[door],
    pairingPage: () => pages.pair,
    file: (path) => files.get(path) ?? null,
  };
}
