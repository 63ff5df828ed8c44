/** The built pages, with the headers that every host sends. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { cameraHeaders, securityHeaders } from '../../src/main/hosts/page-headers.ts';

const folder = process.env.FOYER_RENDERER_FOLDER ?? resolve(import.meta.dirname, '../../out/renderer');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** `path` is a URL's, from the root of the pages. */
export function answerPage(path: string, response: ServerResponse): void {
  const file = normalize(path);
  readFile(join(folder, file)).then(
    (bytes) => {
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      const opensCamera = file === '/kiosk.html' || file.startsWith('/assets/camera/');
      const headers = opensCamera ? cameraHeaders : securityHeaders;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end(bytes);
    },
    () => {
      response.statusCode = 404;
      response.end();
    },
  );
}
