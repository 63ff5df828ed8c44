/** Changes what a living page looks like, without walking to its screen anew, and looks at it in every language. */
import type { Page } from 'playwright/test';
import { lookForFlaws } from '../flawless.ts';
import type { Theme } from './dimensions.ts';
import { type Flaw, lookAtFocus, lookAtText } from './text-flaws.ts';

interface Looking {
  speak(language: string): Promise<void>;
  lookForFlaws(least: number): Flaw[];
  lookAtText(forced: boolean): Flaw[];
  lookAtFocus(): Promise<Flaw[]>;
}

declare global {
  interface Window {
    foyerLooking: Looking;
  }
}

/**
 * Gives the visitor another language, as the welcome's buttons do, on whatever screen they are: the session is
 * found in React's own tree (its context's value), because no screen after the welcome offers it. Also counts as a
 * touch, so that nothing runs out of time meanwhile. Done when the screen is painted.
 */
async function speakInPage(wanted: string): Promise<void> {
  interface Fiber {
    readonly memoizedProps: { readonly value?: { chooseLanguage?: (language: string) => void } } | null;
    readonly child: Fiber | null;
    readonly sibling: Fiber | null;
  }
  const root = document.getElementById('root') as unknown as Record<
    string,
    { readonly stateNode: { readonly current: Fiber } }
  >;
  const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
  const find = (fiber: Fiber | null | undefined): ((language: string) => void) | undefined =>
    fiber
      ? (fiber.memoizedProps?.value?.chooseLanguage ?? find(fiber.child) ?? find(fiber.sibling))
      : undefined;
  // A visitor's session may give way to the next meanwhile, and with it the function that was found.
  const choose = (): void => {
    const found = find(root[key]?.stateNode.current);
    if (found === undefined) throw new Error('no session on the page');
    found(wanted);
  };
  // A message posted before a frame is painted comes behind it, when the screen has made room for its words.
  const painted = (): Promise<unknown> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      requestAnimationFrame(() => port2.postMessage(null));
    });
  window.dispatchEvent(new Event('pointerdown'));
  choose();
  await painted();
  const begun = performance.now();
  for (let turn = 1; document.documentElement.lang !== wanted; turn += 1) {
    if (performance.now() - begun > 20_000) throw new Error(`the screen never spoke ${wanted}`);
    if (turn % 60 === 0) choose();
    await painted();
  }
  await painted();
}

/** Before the page is opened. */
export async function installLooking(page: Page): Promise<void> {
  await page.addInitScript(`window.foyerLooking = {
    speak: ${speakInPage}, lookForFlaws: ${lookForFlaws}, lookAtText: ${lookAtText}, lookAtFocus: ${lookAtFocus},
  };`);
}

export function speak(page: Page, language: string): Promise<void> {
  return page.evaluate((wanted) => window.foyerLooking.speak(wanted), language);
}

/** What is wrong with a screen, by language; `shows` must be on it. An empty `languages` looks at it as it is. */
export function lookIn(
  page: Page,
  languages: readonly string[],
  shows: string,
  forced: boolean,
): Promise<readonly (readonly string[])[]> {
  return page.evaluate(
    async ([wanted, selector, withBorders]) => {
      const { foyerLooking } = window;
      const found: string[][] = [];
      for (const language of wanted.length === 0 ? [null] : wanted) {
        if (language !== null) await foyerLooking.speak(language);
        else await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
        const begun = performance.now();
        while (document.querySelector(selector) === null && performance.now() - begun < 20_000)
          await new Promise((painted) => requestAnimationFrame(painted));
        // 12.7 mm is the floor for keys; everything else is larger.
        const flaws = [...foyerLooking.lookForFlaws(12.6), ...foyerLooking.lookAtText(withBorders)];
        const lines = flaws.map(({ what, flaw }) => `${what} ${flaw}`);
        if (document.querySelector(selector) === null) lines.push(`${selector} is not there`);
        const headings = [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility());
        if (headings.length !== 1) lines.push(`${headings.length} h1`);
        found.push([...new Set(lines)]);
      }
      return found;
    },
    [languages, shows, forced] as const,
  );
}

export function lookAtTheFocus(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () =>
    (await window.foyerLooking.lookAtFocus()).map(({ what, flaw }) => `${what} ${flaw}`),
  );
}

export async function paint(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    reducedMotion: 'reduce',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
  });
}
