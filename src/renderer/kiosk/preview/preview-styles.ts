/**
 * The kiosk's style sheets for a shadow tree: what is said of the page's root is said of one element instead, and
 * the height of the window becomes the height of that element.
 */
import colours from '../../ui/colours.css?inline';
import touch from '../../ui/touch.css?inline';
import keyboard from '../../ui/touch-keyboard.css?inline';
import brand from '../brand.css?inline';
import kiosk from '../kiosk.css?inline';
import fit from '../screens/screen-fit.css?inline';
import screens from '../screens/screens.css?inline';
import compact from '../screens/screens-compact.css?inline';
import lower from '../screens/screens-lower.css?inline';
import lying from '../screens/screens-lying.css?inline';
import tight from '../screens/screens-tight.css?inline';
import siteLooks from '../screens/site-looks.css?inline';

/** In the order of the kiosk's main.tsx. */
const all = [colours, touch, keyboard, brand, kiosk, screens, siteLooks, lying, compact, lower, tight, fit];

export const rootClass = 'preview-root';

export function createPreviewSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    all
      .join('\n')
      .replaceAll(':root', `.${rootClass}`)
      .replace(/(^|[},\s])body(?=\s*\{)/g, `$1.${rootClass}`)
      .replace(/([\d.]+)dvh/g, 'calc($1 * var(--window-height) / 100)'),
  );
  return sheet;
}
