/** Widths of text as this browser draws it: in Inter, and in the system's own letters where Inter has none. */
import type { Measure } from '../../shared/badges/fit.ts';

export const fontFamily = '"Inter Variable", sans-serif';
export const fontWeights = { regular: 400, bold: 700 } as const;

/** Pixels; large, because a browser rounds. */
const measuredAt = 200;

/** Loads the letters of `text` first: the font comes in parts by script. */
export async function measureFor(text: string): Promise<Measure> {
  const fonts = Object.values(fontWeights).map((weight) => `${weight} ${measuredAt}px ${fontFamily}`);
  // A font that does not come leaves the system's, which is measured and drawn alike.
  await Promise.all(fonts.map((font) => document.fonts.load(font, text).catch(() => [])));
  const context = document.createElement('canvas').getContext('2d');
  return (words, weight) => {
    if (context === null) return words.length;
    context.font = `${fontWeights[weight]} ${measuredAt}px ${fontFamily}`;
    return context.measureText(words).width / measuredAt;
  };
}
