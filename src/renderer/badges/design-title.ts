import type { NamedDesign } from '../../shared/badges/design.ts';

/** A design's name in the console's language, else in English, else in any. */
export function designTitle({ designId, design }: NamedDesign, language: string): string {
  const { title } = design;
  return title[language] ?? title.en ?? Object.values(title)[0] ?? designId;
}
