/** Proportions of Inter, as shares of the type size (its `head`, `hhea` and `OS/2` tables). */

/** Above the base line, accents of capitals included. */
export const ascentEm = 0.969;
/** Below the base line. */
export const descentEm = 0.242;
/** From one base line to the next. */
export const lineHeightEm = ascentEm + descentEm;

/** A point of desktop publishing is 1/72 inch of 25.4 mm. */
export const millimetresPerPoint = 25.4 / 72;
