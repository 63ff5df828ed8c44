/** A console worked with keys alone: what has the focus after each of them can be seen and is not covered. */
import { expect, type Locator, type Page } from 'playwright/test';

/** What is wrong with the focus as it stands; null where all is well, or where the page itself has it. */
function focusFault(): string | null {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || held === document.body || held.tagName === 'DIALOG') return null;
  const name = `${held.tagName.toLowerCase()}.${held.className} ${held.getAttribute('type') ?? ''} "${(held.getAttribute('aria-label') ?? held.textContent ?? '').slice(0, 40)}"`;
  const { left, top, width, height } = held.getBoundingClientRect();
  const shown = [0.5, 0.1, 0.9].some((x) =>
    [0.5, 0.1, 0.9].some((y) => {
      const over = document.elementFromPoint(left + width * x, top + height * y);
      return over !== null && (held.contains(over) || over.contains(held));
    }),
  );
  if (!shown) return `${name} is covered`;
  // A choice wears the ring around its words as well.
  const ringed = [held, held.closest('label')].some((each) => {
    if (each === null) return false;
    const { boxShadow, outlineStyle, outlineColor, outlineWidth } = getComputedStyle(each);
    const outlined =
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$/.test(outlineColor);
    return outlined || boxShadow !== 'none';
  });
  return ringed ? null : `${name} has the focus and does not show it`;
}

export async function expectSeenFocus(page: Page): Promise<void> {
  // Where the page itself scrolls or opens something, the focus is looked at once that is over.
  await expect.poll(() => page.evaluate(focusFault), { timeout: 3_000 }).toBeNull();
}

/** Presses Tab, or Shift+Tab, until `wanted` has the focus; every stop on the way is seen. */
export async function tabTo(page: Page, wanted: Locator, back = false): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    await expectSeenFocus(page);
  }
  throw new Error('eighty times Tab did not lead there');
}

/** Once around the page with Tab: how many stops there are. The focus comes back to where it began, or it is a trap. */
export async function aroundThePage(page: Page): Promise<number> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
  });
  const seen = new Set<string>();
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press('Tab');
    await expectSeenFocus(page);
    const key = await page.evaluate(() => {
      const held = document.activeElement;
      if (held === null || held === document.body) return null;
      // Fields of a date have several stops of their own.
      held.setAttribute('data-walked', held.getAttribute('data-walked') ?? String(Math.random()));
      return held.getAttribute('data-walked');
    });
    if (key === null) return seen.size;
    if (seen.size > 1 && [...seen][0] === key) return seen.size;
    seen.add(key);
  }
  throw new Error(`${seen.size} stops and no way out`);
}
