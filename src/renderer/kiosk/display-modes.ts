/** How the screen looks for one visitor; it goes back to normal with them. */

export interface DisplayModes {
  readonly large: boolean;
  readonly contrast: boolean;
  readonly lower: boolean;
}
export type DisplayMode = keyof DisplayModes;

export const plainModes: DisplayModes = { large: false, contrast: false, lower: false };

export function isPlain(modes: DisplayModes): boolean {
  return !modes.large && !modes.contrast && !modes.lower;
}

/** The style sheets read these from the root element. */
export function showModes(modes: DisplayModes): void {
  const root = document.documentElement;
  root.toggleAttribute('data-large', modes.large);
  root.toggleAttribute('data-contrast', modes.contrast);
  root.toggleAttribute('data-lower', modes.lower);
}
