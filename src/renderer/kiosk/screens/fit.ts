/**
 * A screen whose words need more room than the display has makes it by itself, in steps (screen-fit.css): languages
 * differ by half in length, a site may add its own, and no list of exceptions knows them all.
 */
import { type RefObject, useLayoutEffect } from 'react';

/** The last step of screen-fit.css. */
const mostSteps = 4;

/** Whether nothing is pushed under the bar or out of the screen; a part of a pixel is rounding. */
function fits(screen: HTMLElement): boolean {
  const { bottom } = screen.getBoundingClientRect();
  // What is behind the words may be larger than the screen.
  for (const part of screen.querySelectorAll(':scope > :not([aria-hidden="true"])'))
    if (part.getBoundingClientRect().bottom > bottom + 0.5) return false;
  const form = screen.querySelector('.form');
  const [first, last] = [form?.firstElementChild, form?.lastElementChild];
  if (!form || !first || !last) return true;
  const room = form.getBoundingClientRect();
  return (
    first.getBoundingClientRect().top >= room.top - 0.5 &&
    last.getBoundingClientRect().bottom <= room.bottom + 0.5
  );
}

function makeRoom(screen: HTMLElement): void {
  for (let step = 0; step <= mostSteps; step += 1) {
    if (step === 0) delete screen.dataset.fit;
    else screen.dataset.fit = String(step);
    if (fits(screen)) return;
  }
}

/** Keeps `screen` within the display: when it appears, and whenever its words, the display or its modes change. */
export function useFit(screen: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = screen.current;
    if (element === null) return;
    // It is called after the layout of a frame and before its picture: a touch waits for no layout of its own.
    const size = new ResizeObserver(() => makeRoom(element));
    size.observe(element);
    const again = (): void => {
      size.unobserve(element);
      size.observe(element);
    };
    const words = new MutationObserver(again);
    words.observe(element, { subtree: true, childList: true, characterData: true });
    const modes = new MutationObserver(again);
    modes.observe(document.documentElement, { attributes: true });
    let gone = false;
    void document.fonts.ready.then(() => {
      if (!gone) again();
    });
    return () => {
      gone = true;
      words.disconnect();
      modes.disconnect();
      size.disconnect();
    };
  }, [screen]);
}
