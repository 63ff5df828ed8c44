/** Takes away what a browser can do and a kiosk must not: menus, dragging, zooming, printing, going elsewhere. */

const forbiddenWithControl = new Set(['+', '-', '=', '0', 'p', 's', 'o', 'u', 'f', 'g', 'j', 'h', 'd']);
const forbiddenKeys = new Set([
  'F1',
  'F3',
  'F5',
  'F7',
  'F12',
  'BrowserBack',
  'BrowserForward',
  'ContextMenu',
]);

function isForbidden({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (forbiddenKeys.has(key)) return true;
  if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home')) return true;
  return (ctrlKey || metaKey) && !altKey && forbiddenWithControl.has(key.toLowerCase());
}

/** Pinching is kept off by `touch-action` in the style sheet. */
export function lockDown(): void {
  for (const event of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart'])
    document.addEventListener(event, (happened) => happened.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (isForbidden(event)) event.preventDefault();
  });
  document.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { passive: false },
  );
}
