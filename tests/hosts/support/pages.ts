/** A small stand-in for the built pages, with files around it that must never be served. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writePages(folder: string): string {
  const pages = join(folder, 'out', 'renderer');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'out', 'main'));
  for (const door of ['kiosk', 'console', 'pair'])
    writeFileSync(join(pages, `${door}.html`), `<!doctype html><title>${door}</title>`);
  mkdirSync(join(pages, 'assets', 'camera'));
  writeFileSync(join(pages, 'assets', 'camera', 'reader-5e6f.js'), 'onmessage = null;');
  writeFileSync(join(pages, 'assets', 'camera', 'reader-5e6f.wasm'), 'wasm');
  writeFileSync(join(pages, 'assets', 'kiosk-1a2b.js'), 'export const page = 1;');
  writeFileSync(join(pages, 'assets', 'ui-3c4d.css'), 'body{}');
  writeFileSync(join(pages, 'assets', 'kiosk-1a2b.js.map'), '{"sources":["secret"]}');
  writeFileSync(join(pages, 'notes.txt'), 'secret');
  writeFileSync(join(pages, '.hidden.js.bak'), 'secret');
  writeFileSync(join(folder, 'out', 'main', 'server.js'), 'secret');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  return pages;
}
