/** Displays the kiosk is laid out for. */

/** A 21.5" upright, a 15.6" and a 10.1" lying one. */
export const displays = {
  'upright-21': { width: 1080, height: 1920 },
  'lying-15': { width: 1920, height: 1080 },
  'lying-10': { width: 1280, height: 800 },
} as const;

/** Displays whose layouts differ from each other; `inches` is set in the device. */
export const sizes = {
  ...displays,
  'upright-13': { width: 1080, height: 1920, inches: 13.3 },
  'lying-720': { width: 1280, height: 720 },
} as const;
