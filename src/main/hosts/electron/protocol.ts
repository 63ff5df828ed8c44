/**
 * What `app://foyer/` serves: the built pages, each door its own one, with the headers of every host. The files are
 * listed once, and a request is looked up in that list, so no address can lead out of the folder.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import type { Door } from '../../../shared/vocabulary.ts';
import { securityHeaders } from '../page-headers.ts';
import { host, scheme } from './origin.ts';
import { safeScreen, safeScreenStyle } from './safe-screen.ts';

/**
 * `standard` gives the scheme origins and relative addresses, `secure` the powers of a secure context, and
 * `supportFetchAPI` lets the page load its own modules. None that weakens anything: no service workers, no CSP
 * bypass, no CORS.
 */
export const schemePrivileges: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** Every file below `folder` by its address path (`/assets/index.js`); empty when there is no such folder. */
export function listPageFiles(folder: string): ReadonlyMap<string, string> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]));
  } catch {
    return new Map();
  }
}

/** The path within Foyer, or null for another host or scheme. */
function pathOf(address: string): string | null {
  const { protocol, host: named, pathname } = new URL(address);
  return protocol === `${scheme}:` && named === host ? pathname : null;
}

function isPageOfOther(path: string, door: Door): boolean {
  return extname(path) === '.html' && path !== `/${door}.html`;
}

export type PageHandler = (request: Request) => Promise<Response>;

/** `files` as {@link listPageFiles} lists them. Answers 404 for whatever is not there, 405 for anything but reading. */
export function createPageHandler(files: ReadonlyMap<string, string>, door: Door): PageHandler {
  const answer = (status: number, type: string, body: string | Uint8Array<ArrayBuffer> | null): Response =>
    new Response(body, {
      status,
      headers: { ...securityHeaders, 'content-type': type, 'cache-control': 'no-store' },
    });
  const missing = (): Response => answer(404, 'text/plain; charset=utf-8', 'Not found');

  return async (request) => {
    if (request.method !== 'GET') return answer(405, 'text/plain; charset=utf-8', 'Not allowed');
    const path = pathOf(request.url);
    if (path === '/safe.html') return answer(200, contentTypes['.html'] ?? '', safeScreen(door));
    if (path === '/safe.css') return answer(200, contentTypes['.css'] ?? '', safeScreenStyle);
    const file = path === null || isPageOfOther(path, door) ? undefined : files.get(path);
    const type = file === undefined ? undefined : contentTypes[extname(file)];
    if (file === undefined || type === undefined) return missing();
    try {
      return answer(200, type, new Uint8Array(await readFile(file)));
    } catch {
      return missing();
    }
  };
}
