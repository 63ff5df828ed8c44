/** The pictures in docs/screens are those that `npm run screens` takes: none missing, none too many, none too large. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { albumFolder, indexOf, largestPicture } from './album.ts';
import { allPhotos } from './photos.ts';

describe('docs/screens', () => {
  const files = readdirSync(albumFolder).filter((name) => name !== 'README.md');

  it('has every picture and no other', () => {
    expect(files.sort()).toEqual(allPhotos.map(({ name }) => `${name}.jpg`).sort());
    expect(files.length).toBeLessThanOrEqual(60);
  });

  it('has no large file', () => {
    for (const file of files)
      expect(statSync(join(albumFolder, file)).size, file).toBeLessThanOrEqual(largestPicture);
  });

  it('lists them with their captions', () => {
    expect(readFileSync(join(albumFolder, 'README.md'), 'utf8')).toBe(indexOf(allPhotos));
  });
});
