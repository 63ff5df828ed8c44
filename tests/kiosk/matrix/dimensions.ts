/** What a screen of the kiosk can look like, and which of it is looked at. */
import { kioskLanguages } from '../../../src/shared/words/kiosk-words.ts';
import { pseudoLanguage } from '../../support/pseudo-language.ts';
import { coveringRows, drawn, everyRow, type Row } from './covering.ts';
import { stops } from './stops.ts';

/** CSS pixels; `inches` is the diagonal. */
export const displays = {
  '10.1" lying': { width: 1280, height: 800, inches: 10.1 },
  '13.3" upright': { width: 1080, height: 1920, inches: 13.3 },
  '15.6" lying': { width: 1920, height: 1080, inches: 15.6 },
  '21.5" upright': { width: 1080, height: 1920, inches: 21.5 },
  '32" upright': { width: 1080, height: 1920, inches: 32 },
} as const;
export type DisplayName = keyof typeof displays;

/** Switches of the accessibility panel, by their words. */
export const textModes = {
  plain: [],
  large: ['Large text'],
  lower: ['Lower controls'],
  'large, lower, listen': ['Large text', 'Lower controls', 'Read aloud'],
} as const;
export type TextMode = keyof typeof textModes;

export const themes = ['light', 'dark', 'contrast', 'forced'] as const;
export type Theme = (typeof themes)[number];

export const languages = [...kioskLanguages, pseudoLanguage] as const;

export interface Combination {
  readonly screen: string;
  readonly display: DisplayName;
  readonly mode: TextMode;
  readonly theme: Theme;
  readonly language: string;
}

const dimensions = {
  screen: stops.map(({ name }) => name),
  display: Object.keys(displays),
  mode: Object.keys(textModes),
  theme: themes,
  language: languages,
};

/** A screen without a visitor has nobody's text mode and nobody's contrast. */
const ofNobody = new Set(stops.filter(({ visitor }) => visitor === false).map(({ name }) => name));
const mayBe = ({ screen = '', mode, theme }: Row): boolean =>
  !ofNobody.has(screen) || (mode === 'plain' && theme !== 'contrast');

/** The visitor's own choices are made once for a walk through all screens; the rest changes on the living page. */
export function walkOf({ display, mode, theme }: Row): string {
  return [display, mode, theme === 'contrast' ? 'contrast' : 'no contrast'].join(', ');
}

/**
 * `all`; `pairs`, in which every pair of values meets (the default); or `N SEED`, so many drawn by a seed.
 */
export function combinations(which = 'pairs'): readonly Combination[] {
  const all = everyRow(dimensions, mayBe);
  const [count, seed] = which.split(' ').map(Number);
  const rows =
    which === 'all' ? all : which === 'pairs' ? coveringRows(all, walkOf) : drawn(all, count ?? 0, seed ?? 0);
  if (rows.length === 0) throw new Error(`no combinations for ${which}`);
  return rows as unknown as readonly Combination[];
}
