/** What a screen of the kiosk must not have on any display: see `lookForFlaws`. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from './kiosk-page.ts';

export { sizes } from './sizes.ts';

export interface Flaw {
  readonly what: string;
  readonly flaw: string;
}

/**
 * Looks at the page as a finger does: every control that is not inside a scrolled text lies wholly on the display,
 * is at least `least` millimetres high and wide, and nothing lies over its middle; and nothing scrolls the page.
 */
export function lookForFlaws(least: number): Flaw[] {
  const flaws: Flaw[] = [];
  const { innerWidth: width, innerHeight: height } = window;
  const root = document.documentElement;
  const mm = Number.parseFloat(root.style.getPropertyValue('--mm'));
  if (root.scrollWidth > width || root.scrollHeight > height) flaws.push({ what: 'page', flaw: 'scrolls' });
  const dialog = document.querySelector('dialog[open]');
  for (const control of (dialog ?? document).querySelectorAll<HTMLElement>('button, input')) {
    if (control.closest('.screen__scroll, .reading__text, .finished')) continue;
    const box = control.getBoundingClientRect();
    if (box.width === 0) continue;
    const what = control.getAttribute('aria-label') ?? (control.textContent || control.id);
    if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
      flaws.push({ what, flaw: 'leaves the display' });
    if (box.height < least * mm - 1 || box.width < least * mm - 1)
      flaws.push({
        what,
        flaw: `is ${(box.width / mm).toFixed(1)} × ${(box.height / mm).toFixed(1)} mm`,
      });
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!(top instanceof Node && (control.contains(top) || top.contains(control))))
      flaws.push({ what, flaw: `lies under ${top?.tagName} ${top?.className}` });
  }
  const bar = document.querySelector('.bar')?.getBoundingClientRect();
  const heading = document.querySelector('h1')?.getBoundingClientRect();
  // Lying with a picture, they stand beside each other.
  const beside = bar && heading && (heading.left >= bar.right || heading.right <= bar.left);
  // Scrolled away under the bar, nobody sees it there.
  const frame = document.querySelector('h1')?.closest('.screen__scroll')?.getBoundingClientRect();
  const seen = heading && { top: Math.max(heading.top, frame?.top ?? heading.top), bottom: heading.bottom };
  if (bar && seen && !beside && seen.bottom > seen.top && seen.top < bar.bottom - 0.5 * mm)
    flaws.push({ what: 'h1', flaw: 'lies over the bar' });
  const steps = document.querySelector('.steps')?.getBoundingClientRect();
  const back = document.querySelector('.bar .touch-button')?.getBoundingClientRect();
  const end = document.querySelector('.bar__end')?.getBoundingClientRect();
  if (steps && steps.width > 0 && back && end && (steps.left < back.right - 1 || steps.right > end.left + 1))
    flaws.push({ what: 'steps', flaw: 'lie over a button' });
  for (const text of document.querySelectorAll<HTMLElement>('h1, h2, p, label, .touch-button span')) {
    const box = text.getBoundingClientRect();
    if (box.width > 0 && (box.left < -1 || box.right > width + 1 || text.scrollWidth > text.clientWidth + 2))
      if (getComputedStyle(text).display !== 'inline')
        flaws.push({ what: text.textContent ?? '', flaw: 'is cut off' });
  }
  return flaws;
}

export async function expectFlawless(page: Page, screen: string, withAxe: boolean): Promise<void> {
  // A screen makes room for its words within the frame that shows them.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  // 12.7 mm is the floor for keys (ux.md); everything else is larger.
  expect(await page.evaluate(lookForFlaws, 12.6), screen).toEqual([]);
  expect(await page.getByRole('heading', { level: 1 }).count(), `${screen}: one h1`).toBe(1);
  if (!withAxe) return;
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    screen,
  ).toEqual([]);
}
