/** Looks at every line of text on the page as an eye does. Runs in the page; sees nothing from outside itself. */

export interface Flaw {
  readonly what: string;
  readonly flaw: string;
}

/**
 * Text that leaves the display, is cut off by what holds it, or lies over other text. `forced`: with forced
 * colours, in which every control also needs a border.
 */
export function lookAtText(forced: boolean): Flaw[] {
  const flaws: Flaw[] = [];
  const { innerWidth: width, innerHeight: height } = window;
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const lines: { readonly text: Text; readonly box: DOMRect; readonly what: string }[] = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const holder = text.parentElement;
    if (holder === null || text.data.trim() === '' || !holder.checkVisibility({ visibilityProperty: true }))
      continue;
    if (holder.closest('.unseen, script, style') !== null) continue;
    // What a visitor typed may be as long as a field takes, and then ends in dots; Foyer's own words never do.
    const clamped = holder.closest<HTMLElement>('bdi');
    const range = document.createRange();
    range.selectNodeContents(text);
    const what = `"${text.data.slice(0, 40)}"`;
    for (const whole of range.getClientRects()) {
      if (whole.width < 1) continue;
      // The boxes of letters are higher than lines; what is seen is their middle.
      let box = new DOMRect(whole.x, whole.y + whole.height * 0.22, whole.width, whole.height * 0.56);
      const limit = clamped?.getBoundingClientRect();
      if (limit) {
        const [top, bottom] = [Math.max(box.top, limit.top), Math.min(box.bottom, limit.bottom)];
        const [left, right] = [Math.max(box.left, limit.left), Math.min(box.right, limit.right)];
        if (bottom - top < box.height / 2 || right <= left) continue;
        box = new DOMRect(left, top, right - left, bottom - top);
      }
      let scrolled = false;
      for (
        let around: HTMLElement | null = holder;
        around !== null && around !== document.body;
        around = around.parentElement
      ) {
        const { overflowX, overflowY, display } = getComputedStyle(around);
        if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue;
        const edge = around.getBoundingClientRect();
        if (['auto', 'scroll'].includes(overflowY) && around.scrollHeight > around.clientHeight + 1)
          scrolled = true;
        else if (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
          flaws.push({ what, flaw: `is cut off by ${around.className || around.tagName}` });
        if (box.left < edge.left - 1.5 || box.right > edge.right + 1.5)
          flaws.push({ what, flaw: `is cut off beside ${around.className || around.tagName}` });
        if (scrolled) break;
      }
      if (scrolled) continue;
      if (box.left < -1 || box.right > width + 1 || box.top < -1 || box.bottom > height + 1)
        flaws.push({ what, flaw: 'leaves the display' });
      lines.push({ text, box, what });
    }
  }
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (one.text === other.text) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > 1) flaws.push({ what: one.what, flaw: `lies over ${other.what}` });
    }
  if (forced)
    for (const control of scope.querySelectorAll<HTMLElement>('button, input')) {
      if (!control.checkVisibility()) continue;
      const { borderTopStyle, borderTopWidth } = getComputedStyle(control);
      if (borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1)
        flaws.push({ what: control.textContent ?? '', flaw: 'has no border' });
    }
  return flaws;
}

/**
 * Gives everything that can have the focus the focus, as Tab does, and looks whether it can be seen (WCAG 2.2,
 * 2.4.11). The focus goes back to where it was.
 */
export async function lookAtFocus(): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  const before = document.activeElement as HTMLElement | null;
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const selector = 'button:not([disabled]), input, [tabindex="0"]';
  for (const control of scope.querySelectorAll<HTMLElement>(selector)) {
    if (!control.checkVisibility({ visibilityProperty: true }) || !control.isConnected) continue;
    control.focus();
    if (document.activeElement !== control) continue;
    const { left, top, width, height } = control.getBoundingClientRect();
    // Its middle and the middles of its quarters: one seen is not covered wholly.
    const points = [0.5, 0.25, 0.75].flatMap((x) =>
      [0.5, 0.25, 0.75].map((y) => [left + width * x, top + height * y] as const),
    );
    const seen = points.some(([x, y]) => {
      const shown = document.elementFromPoint(x, y);
      return shown !== null && (control.contains(shown) || shown.contains(control));
    });
    if (!seen)
      flaws.push({
        what: control.getAttribute('aria-label') ?? control.textContent ?? '',
        flaw: 'is covered with the focus on it',
      });
  }
  before?.focus({ preventScroll: true });
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  return flaws;
}
