/**
 * From one brand colour to every colour a kiosk needs, light and dark, each pair readable. The figures are WCAG
 * 2.2's: 4.5 for text (1.4.3), 3 for what shows where a control is (1.4.11).
 */
import { colourFrom, contrastOf, oklchOf, shiftUntil } from './colour.ts';

const text = 4.5;
const shape = 3;

/** What the kiosk's screens are painted on (src/renderer/ui/colours.css). */
const grounds = {
  light: { surface: '#f3f6f9', raised: '#ffffff', text: '#14202b' },
  dark: { surface: '#182533', raised: '#213142', text: '#f2f5f8' },
} as const;

export interface BrandColours {
  /** Buttons, and their label. */
  readonly primary: string;
  readonly onPrimary: string;
  readonly hover: string;
  readonly pressed: string;
  /** Links, icons and the focus ring, on surface, raised and tint. */
  readonly ink: string;
  readonly tint: string;
  readonly wash: string;
  /** The archway, outermost first. The light in the door stays Foyer's own. */
  readonly arches: readonly [string, string, string];
}

export type BrandReading =
  | { readonly readable: true; readonly light: BrandColours; readonly dark: BrandColours }
  /** Too pale to be seen as a button on a light screen; `nearest` is the nearest darker colour that can be. */
  | { readonly readable: false; readonly nearest: string };

/** White where it can be read, else black: one of them always can. */
function labelOn(colour: string): string {
  return contrastOf('#ffffff', colour) >= text ? '#ffffff' : '#000000';
}

/** A step away from the label, so that what could be read still can. */
function step(colour: string, label: string, by: number): string {
  const { lightness, ...rest } = oklchOf(colour);
  return colourFrom({ ...rest, lightness: lightness + (label === '#ffffff' ? -by : by) });
}

/** `colour` is `#rrggbb` in lower case. */
export function readBrand(colour: string): BrandReading {
  const { light, dark } = grounds;
  const stands = (candidate: string): boolean =>
    contrastOf(candidate, light.surface) >= shape && contrastOf(candidate, light.raised) >= shape;
  if (!stands(colour)) return { readable: false, nearest: shiftUntil(colour, -0.005, stands) };

  const { chroma, hue } = oklchOf(colour);
  const shade = (lightness: number, most: number): string =>
    colourFrom({ lightness, chroma: Math.min(chroma, most), hue });

  const coloursOn = (
    primary: string,
    ground: (typeof grounds)[keyof typeof grounds],
    shades: Pick<BrandColours, 'tint' | 'wash' | 'arches'>,
    by: number,
  ): BrandColours => {
    const onPrimary = labelOn(primary);
    const papers = [ground.surface, ground.raised, shades.tint];
    return {
      primary,
      onPrimary,
      hover: step(primary, onPrimary, 0.04),
      pressed: step(primary, onPrimary, 0.08),
      ink: shiftUntil(primary, by, (ink) => papers.every((paper) => contrastOf(ink, paper) >= text)),
      ...shades,
    };
  };
  return {
    readable: true,
    light: coloursOn(
      colour,
      light,
      {
        tint: shade(0.945, 0.024),
        wash: shade(0.95, 0.018),
        arches: [shade(0.94, 0.024), shade(0.905, 0.036), shade(0.865, 0.05)],
      },
      -0.005,
    ),
    dark: coloursOn(
      shiftUntil(colour, 0.005, (candidate) =>
        [dark.surface, dark.raised].every((paper) => contrastOf(candidate, paper) >= text),
      ),
      dark,
      {
        tint: shade(0.36, 0.05),
        wash: shade(0.235, 0.03),
        arches: [shade(0.29, 0.03), shade(0.33, 0.04), shade(0.37, 0.05)],
      },
      0.005,
    ),
  };
}
