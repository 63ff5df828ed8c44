/** Paints an element in a site's colour: sets what `brand.css` reads. */
import { type BrandColours, readBrand } from '../../shared/brand.ts';

const roles = ['primary', 'onPrimary', 'hover', 'pressed', 'ink', 'tint', 'wash'] as const;

function setTheme(style: CSSStyleDeclaration, theme: 'light' | 'dark', colours: BrandColours): void {
  for (const role of roles) style.setProperty(`--brand-${theme}-${role}`, colours[role]);
  colours.arches.forEach((arch, index) => {
    style.setProperty(`--brand-${theme}-arch-${index + 1}`, arch);
  });
}

/** `colour` is `#rrggbb`, or empty for Foyer's own; one that cannot be read is not shown either. */
export function showBrand(element: HTMLElement, colour: string): void {
  const brand = colour === '' ? null : readBrand(colour);
  const shown = brand?.readable === true;
  element.toggleAttribute('data-brand', shown);
  if (!shown) return;
  setTheme(element.style, 'light', brand.light);
  setTheme(element.style, 'dark', brand.dark);
}
