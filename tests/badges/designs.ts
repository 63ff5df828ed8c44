import { readdirSync, readFileSync } from 'node:fs';
import { type BadgeDesign, readDesign } from '../../src/shared/badges/design.ts';

const folder = new URL('../../resources/badges/', import.meta.url);

/** Foyer's own designs by file name. */
export const ownDesigns: ReadonlyMap<string, BadgeDesign> = new Map(
  readdirSync(folder).map((file) => {
    const reading = readDesign(file, readFileSync(new URL(file, folder), 'utf8'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    return [file.replace('.json', ''), reading.design];
  }),
);

export function designNamed(name: string): BadgeDesign {
  const design = ownDesigns.get(name);
  if (design === undefined) throw new Error(`no design ${name}`);
  return design;
}

const fonts = new URL('../../resources/fonts/', import.meta.url);
export const badgeFonts = {
  regular: readFileSync(new URL('inter-regular.ttf', fonts)),
  bold: readFileSync(new URL('inter-bold.ttf', fonts)),
};
