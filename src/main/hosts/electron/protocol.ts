/**
 * What `app://foyer/` serves: the built pages, each door its own one, with the headers of every host. A request is
 * looked up in the table both hosts use, so no address can lead out of the folder.
 */
import type { CustomScheme } from 'electron';
import type { Door } from '../../../shared/vocabulary.ts';
import { securityHeaders } from '../page-headers.ts';
import type { StaticFile, StaticFiles } from '../server/static-files.ts';
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

/** The path within Foyer, or null for another host or scheme. */
function pathOf(address: string): string | null {
  const { protocol, host: named, pathname } = new URL(address);
  return protocol === `${scheme}:` && named === host ? pathname : null;
}

function textFile(type: string, text: string): StaticFile {
  return { type: `${type}; charset=utf-8`, bytes: Buffer.from(text) };
}

const missing = textFile('text/plain', 'Not found');
const unreadable = textFile('text/plain', 'Not allowed');

export type PageHandler = (request: Request) => Response;

/** Answers 404 for whatever is not there, and 405 for anything but reading. */
export function createPageHandler(files: StaticFiles, door: Door): PageHandler {
  const pages: ReadonlyMap<string, StaticFile> = new Map([
    [`/${door}.html`, files.page(door)],
    ['/safe.html', textFile('text/html', safeScreen(door))],
    ['/safe.css', textFile('text/css', safeScreenStyle)],
  ]);
  const answer = (status: number, { type, bytes, headers }: StaticFile): Response =>
    new Response(new Uint8Array(bytes), {
      status,
      headers: { ...securityHeaders, ...headers, 'content-type': type, 'cache-control': 'no-store' },
    });
  return (request) => {
    if (request.method !== 'GET') return answer(405, unreadable);
    const path = pathOf(request.url);
    const found = path === null ? undefined : (pages.get(path) ?? files.file(path));
    return found ? answer(200, found) : answer(404, missing);
  };
}
