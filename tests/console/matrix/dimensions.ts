/** What a page of the console can look like, and which of it is looked at (docs/decisions/028-console-matrix.md). */
import { coveringRows, drawn, everyRow, type Row } from '../../kiosk/matrix/covering.ts';
import { stops } from './stops.ts';

/** CSS pixels: a phone, a tablet upright, a small and a large desk. */
export const displays = {
  '390': { width: 390, height: 844 },
  '800': { width: 800, height: 1280 },
  '1280': { width: 1280, height: 800 },
  '1920': { width: 1920, height: 1080 },
} as const;
export type DisplayName = keyof typeof displays;

export const themes = ['light', 'dark', 'forced'] as const;
export type Theme = (typeof themes)[number];

export const languages = ['en', 'da', 'pseudo'] as const;

export interface Combination {
  readonly stop: string;
  readonly display: DisplayName;
  readonly theme: Theme;
  readonly language: (typeof languages)[number];
}

/** A display and a language are given to a walk through all pages; the theme changes on the living page. */
export const walkOf = ({ display, language }: Row): string => `${display} px, ${language}`;

/** In every run axe has one theme on each of these displays. */
const axeThemes: Readonly<Partial<Record<DisplayName, Theme>>> = {
  '1280': 'light',
  '800': 'dark',
  '390': 'forced',
};
const isForAxe = ({ display, theme, language }: Combination): boolean =>
  language === 'en' && axeThemes[display] === theme;

/**
 * `all`; `pairs`, in which every pair of values meets, in English and on all displays but the largest, and axe has
 * looked at every page (the default); or `N SEED`, so many drawn by a seed.
 */
export function combinations(which = 'pairs'): readonly Combination[] {
  const rows = everyRow(
    {
      stop: stops.map(({ name }) => name),
      display: Object.keys(displays),
      theme: themes,
      language: languages,
    },
    () => true,
  );
  if (which === 'all') return rows as unknown as readonly Combination[];
  const [count, seed] = which.split(' ').map(Number);
  if (which !== 'pairs') return drawn(rows, count ?? 0, seed ?? 0) as unknown as readonly Combination[];
  /** What `npm test` has time for. */
  const sampled = rows.filter(({ language, display }) => language === 'en' && display !== '1920');
  const forAxe = sampled.filter((row) => isForAxe(row as unknown as Combination));
  return [...new Set([...forAxe, ...coveringRows(sampled, walkOf)])] as unknown as readonly Combination[];
}

/** Which of them axe looks at: all, or in every run each kind of page three times. */
export function axeLooks(which = 'pairs'): ReadonlySet<Combination> {
  const all = combinations(which);
  const alike = new Set(stops.filter(({ like }) => like !== undefined).map(({ name }) => name));
  return new Set(which === 'pairs' ? all.filter((look) => isForAxe(look) && !alike.has(look.stop)) : all);
}
