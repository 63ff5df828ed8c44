/** Looks at a page of the console as an eye does. Runs in the page; sees nothing from outside itself. */

/** `least`: of a target's width and height, in CSS pixels. */
export function lookForFlaws(least: number): string[] {
  const flaws: string[] = [];
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const seen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.desk-unseen, .desk-sheet, .roll-call__watermark, [inert], script, style') === null;
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}"`;
  /** What is left of a box inside everything that cuts it off. */
  const shownOf = (element: Node, whole: DOMRect): DOMRect | null => {
    let [left, right, top, bottom] = [whole.left, whole.right, whole.top, whole.bottom];
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(around);
      if (display === 'inline' || display === 'contents') continue;
      const edge = around.getBoundingClientRect();
      if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      // A dialog stands over everything: what holds it on the page does not cut it.
      if (around.tagName === 'DIALOG') break;
    }
    return right - left < 1 || bottom - top < 1 ? null : new DOMRect(left, top, right - left, bottom - top);
  };
  /** Scrolled away under the head of a table, which stays where it is. */
  const isUnderHead = (text: Text, { x, y, width, height }: DOMRect): boolean => {
    const head = document.elementFromPoint(x + width / 2, y + height / 2)?.closest('th');
    return head != null && !head.contains(text) && getComputedStyle(head).position === 'sticky';
  };
  /** Above the page for seconds, over whatever stands there. */
  const floats = (element: Element): boolean => element.closest('.desk-toasts, .idle-warning') !== null;
  const isIn = (sideways: Element): boolean => sideways.closest('.demo__taps') !== null;

  if (document.documentElement.scrollWidth > window.innerWidth + 1)
    flaws.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const box of scope.querySelectorAll<HTMLElement>('*')) {
    if (!seen(box) || isIn(box) || box.scrollWidth <= box.clientWidth + 1 || box.clientWidth < 2) continue;
    const { overflowX, textOverflow } = getComputedStyle(box);
    // What overflows visibly is found by its own place below.
    if (overflowX === 'visible' || textOverflow === 'ellipsis' || box.matches('input, textarea, select'))
      continue;
    flaws.push(`${nameOf(box)} holds ${box.scrollWidth} px in ${box.clientWidth} px`);
  }

  const lines: { readonly text: Text; readonly box: DOMRect }[] = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const holder = text.parentElement;
    if (holder === null || text.data.trim() === '' || !seen(holder) || isIn(holder)) continue;
    if (floats(holder)) continue;
    if (holder.closest('option, svg, .desk-hash, pre, code') !== null) continue;
    const dotted = [holder, holder.parentElement, holder.parentElement?.parentElement ?? null].some(
      (each) => each !== null && getComputedStyle(each).textOverflow === 'ellipsis',
    );
    range.selectNodeContents(text);
    for (const whole of range.getClientRects()) {
      if (whole.width < 1) continue;
      if (!dotted && (whole.left < -1 || whole.right > window.innerWidth + 1))
        flaws.push(`"${text.data.slice(0, 40)}" leaves the display`);
      // The boxes of letters are higher than lines; what is seen is their middle.
      const middle = new DOMRect(whole.x, whole.y + whole.height * 0.25, whole.width, whole.height * 0.5);
      const shown = shownOf(text, middle);
      if (shown === null || isUnderHead(text, shown)) continue;
      if (!dotted && (shown.left > whole.left + 1.5 || shown.right < whole.right - 1.5))
        flaws.push(`"${text.data.slice(0, 40)}" is cut off beside`);
      lines.push({ text, box: shown });
    }
    // A word is broken only where it is longer than words are, and then not letter by letter.
    for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const rows = [...range.getClientRects()].filter(({ width }) => width > 0.5);
      const tops = new Set(rows.map(({ top }) => Math.round(top)));
      if (tops.size < 2) continue;
      const widest = Math.max(...rows.map(({ width }) => width));
      if (word[0].length <= 22 || widest < 96)
        flaws.push(`"${word[0]}" is broken into ${tops.size} pieces of ${Math.round(widest)} px`);
    }
  }
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (one.text === other.text) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > 2)
        flaws.push(`"${one.text.data.slice(0, 40)}" lies over "${other.text.data.slice(0, 40)}"`);
    }

  const controls = [
    ...scope.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary',
    ),
  ].filter((each) => seen(each) && !isIn(each));
  const boxes: { readonly control: HTMLElement; readonly box: DOMRect }[] = [];
  for (const control of controls) {
    // The words of a choice are pressed as well as its box.
    const whole = (control.closest('label.desk-choice') ?? control).getBoundingClientRect();
    const inText = control.matches('p a, li a, dd a') && getComputedStyle(control).display === 'inline';
    if (!inText && whole.width > 0 && (whole.width < least - 0.5 || whole.height < least - 0.5))
      flaws.push(`${nameOf(control)} is ${Math.round(whole.width)} × ${Math.round(whole.height)} px`);
    const box = shownOf(control, control.getBoundingClientRect());
    if (box !== null) boxes.push({ control, box });
  }
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      if (one.control.contains(other.control) || other.control.contains(one.control)) continue;
      // The key that empties a search box, and the picture of a colour, stand inside of their field.
      if (
        one.control.closest('.desk-search') &&
        one.control.closest('.desk-search') === other.control.closest('.desk-search')
      )
        continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 1 && down > 1) flaws.push(`${nameOf(one.control)} lies over ${nameOf(other.control)}`);
    }
  const headings = [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility());
  if (headings.length !== 1) flaws.push(`${headings.length} h1`);
  return [...new Set(flaws)];
}

/** Gives every control the focus, as Tab does, and looks whether it can be seen whole or in part (WCAG 2.2, 2.4.11). */
export function lookAtFocus(): string[] {
  const flaws: string[] = [];
  const before = document.activeElement as HTMLElement | null;
  // What has the focus already is not brought into view by getting it again.
  before?.blur();
  const scope = document.querySelector('dialog[open]') ?? document.body;
  for (const control of scope.querySelectorAll<HTMLElement>(
    'a[href], button:not([disabled]), input, select, textarea, summary, [tabindex="0"]',
  )) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[inert]') !== null)
      continue;
    control.focus();
    if (document.activeElement !== control) continue;
    const { left, top, width, height } = control.getBoundingClientRect();
    const visible = [0.5, 0.25, 0.75].some((x) =>
      [0.5, 0.25, 0.75].some((y) => {
        const shown = document.elementFromPoint(left + width * x, top + height * y);
        // The warning before the lock goes with the first key that is pressed.
        if (shown?.closest('.idle-warning')) return true;
        return shown !== null && (control.contains(shown) || shown.contains(control));
      }),
    );
    if (!visible)
      flaws.push(
        `"${(control.getAttribute('aria-label') ?? control.textContent ?? '').slice(0, 40)}" is covered with the focus on it`,
      );
  }
  before?.focus({ preventScroll: true });
  return flaws;
}
