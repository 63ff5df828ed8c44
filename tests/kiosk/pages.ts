/** The built pages, under the content security policy that both hosts send. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const folder = process.env.FOYER_RENDERER_FOLDER ?? resolve(import.meta.dirname, '../../out/renderer');

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** `path` is a URL's, from the root of the pages. */
export function answerPage(path: string, response: ServerResponse): void {
  const file = normalize(path);
  readFile(join(folder, file)).then(
    (bytes) => {
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', policy);
      response.end(bytes);
    },
    () => {
      response.statusCode = 404;
      response.end();
    },
  );
}
