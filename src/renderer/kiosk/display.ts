/**
 * The size of things in millimetres. `--mm`, CSS pixels per millimetre, follows from the display's diagonal: a
 * setting of the device (`localStorage`, `foyer.display-inches`, a number such as `13.3`; nothing about a visitor is ever
 * stored there), or the site's looks, or else the usual display of that shape: 21.5" upright, 15.6" lying, and
 * 10.1" lying with at most 800 pixels of height. A window smaller than the smallest layout gets smaller millimetres, so that nothing
 * ever overflows.
 */

export interface Viewport {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Display {
  /** CSS pixels per millimetre. */
  readonly mm: number;
  readonly shape: 'portrait' | 'landscape';
  /** Lower than a 15.6" display: shorter keys, smaller questions. */
  readonly compact: boolean;
  /** Narrower than eleven columns of keys of 12.7 mm with their gaps. */
  readonly narrow: boolean;
}

const inchesKey = 'foyer.display-inches';
const millimetresPerInch = 25.4;

/** Millimetres the layouts need at least; a 10.1" display has 217 × 136, a 13.3" upright one 166 × 294. */
const smallest = {
  landscape: { width: 200, height: 134 },
  portrait: { width: 150, height: 268 },
} as const;

function usualInches({ width, height }: Viewport): number {
  if (height > width) return 21.5;
  return height <= 800 ? 10.1 : 15.6;
}

/** `inches` is the diagonal of the display, null when nobody has set it. */
export function displayFor(viewport: Viewport, inches: number | null): Display {
  const { width, height } = viewport;
  const shape = height > width ? 'portrait' : 'landscape';
  const diagonal = Math.hypot(width, height) / ((inches ?? usualInches(viewport)) * millimetresPerInch);
  const least = smallest[shape];
  const mm = Math.min(diagonal, width / least.width, height / least.height);
  return {
    mm,
    shape,
    compact: shape === 'landscape' && height / mm < 165,
    narrow: width / mm < 11 * 12.7 + 10 * 2.5 + 8,
  };
}

/** The diagonal set for this device; displays from a phone's to a wall's are taken, nonsense is not. */
function inchesSet(): number | null {
  try {
    const inches = Number(localStorage.getItem(inchesKey));
    return inches >= 5 && inches <= 100 ? inches : null;
  } catch {
    return null;
  }
}

function currentDisplay(siteInches: number | null): Display {
  return displayFor({ width: window.innerWidth, height: window.innerHeight }, inchesSet() ?? siteInches);
}

/** The style sheets read a display's measures from `element`. */
export function showDisplay(element: HTMLElement, display: Display): void {
  element.style.setProperty('--mm', `${display.mm.toFixed(4)}px`);
  element.dataset.shape = display.shape;
  element.toggleAttribute('data-compact', display.compact);
  element.toggleAttribute('data-narrow', display.narrow);
}

/**
 * Keeps the page's measures with its window; `listener` hears of every change, and once at the start.
 * `siteInches`: the diagonal the site has set for its kiosk, null for none.
 */
export function followDisplay(siteInches: number | null, listener: (display: Display) => void): () => void {
  const apply = (): void => {
    const display = currentDisplay(siteInches);
    showDisplay(document.documentElement, display);
    listener(display);
  };
  window.addEventListener('resize', apply);
  apply();
  return () => window.removeEventListener('resize', apply);
}
