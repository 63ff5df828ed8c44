/** How the screen looks, sounds and waits for one visitor; it goes back to normal with them. */

export interface DisplayModes {
  readonly large: boolean;
  readonly contrast: boolean;
  readonly lower: boolean;
  /** Read aloud. */
  readonly listen: boolean;
  /** No time limit. */
  readonly unhurried: boolean;
}
export type DisplayMode = keyof DisplayModes;

export const plainModes: DisplayModes = {
  large: false,
  contrast: false,
  lower: false,
  listen: false,
  unhurried: false,
};

export function isPlain(modes: DisplayModes): boolean {
  return Object.values(modes).every((on) => !on);
}

/** The style sheets read these from the root element. */
export function showModes(modes: DisplayModes): void {
  const root = document.documentElement;
  root.toggleAttribute('data-large', modes.large);
  root.toggleAttribute('data-contrast', modes.contrast);
  root.toggleAttribute('data-lower', modes.lower);
}
