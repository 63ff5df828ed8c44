/** What a kiosk loads before its first screen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measurement } from './measurement.ts';

/** The scripts `kiosk.html` names and those they import at once, compressed with gzip. */
export function measureKioskScripts(rendererFolder: string): Measurement[] {
  const page = readFileSync(join(rendererFolder, 'kiosk.html'), 'utf8');
  const waiting = [...page.matchAll(/(?:src|href)="(?:\.?\/)?(assets\/[^"]+\.js)"/g)].map(
    ([, path]) => path ?? '',
  );
  const seen = new Set<string>();
  let bytes = 0;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const source = readFileSync(join(rendererFolder, path));
    bytes += gzipSync(source, { level: 9 }).length;
    for (const [, name] of source.toString('utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      waiting.push(`assets/${name}`);
  }
  if (seen.size === 0) throw new Error('kiosk.html names no script');
  return [{ name: 'first kiosk screen, script compressed', value: bytes / 1000, unit: 'kB', limit: 250 }];
}
