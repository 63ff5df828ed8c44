/**
 * Colours as a site chooses them: contrast after WCAG 2.2, and lighter or darker relatives in OKLCH (Björn
 * Ottosson's Oklab in polar form), where a step of lightness looks the same for every hue.
 */

/** Red, green, blue; each 0–255. */
type Rgb = readonly [number, number, number];

/** Lightness 0–1, chroma from 0, hue in radians. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

/** `#rrggbb`, lower case. */
export const colourPattern = /^#[0-9a-f]{6}$/;

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** One channel without its gamma, 0–1 (IEC 61966-2-1). */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function withGamma(share: number): number {
  return 255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);
}

/** WCAG 2.2, "relative luminance": 0 is black, 1 is white. */
function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2, "contrast ratio": from 1 to 21, the same both ways round. */
export function contrastOf(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

export function oklchOf(colour: string): Oklch {
  const [r, g, b] = rgbOf(colour).map(linear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, bb),
    hue: Math.atan2(bb, a),
  };
}

/** Shares of red, green and blue before rounding; outside 0–1 where a display cannot show the colour. */
function sharesOf({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The colour as `#rrggbb`; what a display cannot show loses chroma and keeps lightness and hue. */
export function colourFrom(wanted: Oklch): string {
  const lightness = Math.min(1, Math.max(0, wanted.lightness));
  let { chroma } = wanted;
  let shares = sharesOf({ ...wanted, lightness, chroma });
  while (chroma > 0.001 && shares.some((share) => share < -0.0005 || share > 1.0005)) {
    chroma *= 0.96;
    shares = sharesOf({ ...wanted, lightness, chroma });
  }
  return `#${shares
    .map((share) => Math.round(withGamma(Math.min(1, Math.max(0, share)))))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The nearest darker (`by` below zero) or lighter colour that `suits`; black or white when none does. */
export function shiftUntil(colour: string, by: number, suits: (shifted: string) => boolean): string {
  const start = oklchOf(colour);
  let shifted = colour;
  for (let lightness = start.lightness; !suits(shifted); lightness += by) {
    if (lightness < 0 || lightness > 1) return by < 0 ? '#000000' : '#ffffff';
    shifted = colourFrom({ ...start, lightness });
  }
  return shifted;
}
