/** Files of designs: Foyer's own beside its fonts, the site's in `badges` of its data folder; read once at the start. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largestDesign } from '../../shared/badges/design.ts';
import type { DesignFiles } from '../core/badge-printing/badge-designs.ts';
import { readJsonFiles } from './word-files.ts';

export const badgesFolderName = 'badges';

/** `ownFolder`: `resources/badges` of this Foyer. */
export function readDesignFiles(ownFolder: URL, dataFolder: string): DesignFiles {
  return {
    own: readJsonFiles(fileURLToPath(ownFolder), largestDesign),
    site: readJsonFiles(join(dataFolder, badgesFolderName), largestDesign),
  };
}
