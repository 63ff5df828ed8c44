/**
 * A person at the touchscreen who has never seen it: finds and touches a button, types on the on-screen keyboard
 * with one finger, and reads what a screen says before going on.
 */
import type { Locator, Page } from 'playwright/test';

/** Milliseconds to find and touch something. */
export const tapMs = 450;
/** Milliseconds from one key of the on-screen keyboard to the next, for as long as it keeps up. */
export const keyMs = 250;
export const wordsASecond = 3;

/** How fast a person is. A hurried one takes no time and pastes, for filling memory. */
export interface Pace {
  readonly tapMs: number;
  readonly keyMs: number;
  readonly wordsASecond: number;
  readonly pastes: boolean;
}
export const human: Pace = { tapMs, keyMs, wordsASecond, pastes: false };
/** Touches and types all that a person does, without waiting. */
export const tireless: Pace = { tapMs: 0, keyMs: 0, wordsASecond: Number.POSITIVE_INFINITY, pastes: false };
export const hurried: Pace = { tapMs: 0, keyMs: 0, wordsASecond: Number.POSITIVE_INFINITY, pastes: true };

export interface Person {
  /** Touches of buttons and fields, and keys, since the person came. */
  readonly taps: () => number;
  readonly keys: () => number;
  readonly wordsRead: () => number;
  /** Seconds that all of it takes somebody at human speed, where no screen keeps them waiting. */
  readonly humanSeconds: () => number;
  /** Touches a button by its whole accessible name. */
  press(name: string): Promise<void>;
  /** Touches a field and types into it, or types where the caret is already. */
  type(label: string, text: string): Promise<void>;
  /** The Enter key below the letters: to the next field, or on from the last. */
  enter(): Promise<void>;
  /** Reads what is shown in these places, in order; each has to be there. */
  read(...places: readonly string[]): Promise<void>;
}

const layersOf = ['{letters}', '{accents}', '{symbols}'] as const;

export function createPerson(page: Page, pace: Pace = human): Person {
  let [taps, keys, wordsRead] = [0, 0, 0];
  /** When the last key was struck, while nothing else came between. */
  let struckAt: number | null = null;
  const pause = (ms: number): Promise<unknown> =>
    ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
  const key = (text: string): Locator =>
    page.locator(`.touch-keyboard [data-skbtn="${text.replaceAll('"', '\\"')}"]`);

  async function touch(what: Locator, ms: number): Promise<void> {
    await what.waitFor();
    await pause(ms);
    await what.click();
    struckAt = null;
  }

  /** A finger keeps its rhythm; a keyboard that is slower than the finger breaks it. */
  async function strikeKey(what: Locator): Promise<void> {
    const due = struckAt === null ? performance.now() + pace.keyMs : struckAt + pace.keyMs;
    await what.waitFor();
    await pause(due - performance.now());
    const now = performance.now();
    await what.click();
    keys += 1;
    struckAt = Math.max(due, now);
  }

  /** Turns to the layer that has the key, as somebody does who sees that it is not there. */
  async function find(text: string): Promise<Locator> {
    for (const layer of ['', ...layersOf]) {
      if (layer !== '') {
        const turn = key(layer);
        if ((await turn.count()) === 0) continue;
        await strikeKey(turn);
      }
      if ((await key(text).count()) > 0) return key(text);
    }
    throw new Error(`the keyboard has no key for ${JSON.stringify(text)}`);
  }

  async function strike(character: string): Promise<void> {
    const lower = character.toLocaleLowerCase();
    const found = await find(character === ' ' ? '{space}' : lower);
    const shift = key('{shift}');
    const capitals = (await page.locator('.touch-keyboard--capitals').count()) > 0;
    const hasCase = character !== ' ' && lower !== character.toLocaleUpperCase();
    // The keys of a code have no shift: the field makes capitals itself.
    if (hasCase && capitals !== (character !== lower) && (await shift.count()) > 0)
      await strikeKey(shift.first());
    await strikeKey(found.first());
  }

  /** An ending such as `.com` has a key of its own on the row of an e-mail address. */
  async function endingOf(text: string): Promise<string> {
    const [ending] = /\.[a-z]+$/.exec(text) ?? [''];
    return ending !== '' && (await key(ending).count()) > 0 ? ending : '';
  }

  return {
    taps: () => taps,
    keys: () => keys,
    wordsRead: () => wordsRead,
    humanSeconds: () => (taps * human.tapMs + keys * human.keyMs) / 1000 + wordsRead / human.wordsASecond,
    async press(name) {
      taps += 1;
      await touch(page.getByRole('button', { name, exact: true }), pace.tapMs);
    },
    async type(label, text) {
      const field = page.getByRole('textbox', { name: label });
      await field.waitFor();
      if (!(await field.evaluate((element) => element === document.activeElement))) {
        taps += 1;
        await touch(field, pace.tapMs);
      }
      if (pace.pastes) return field.fill(text);
      const ending = await endingOf(text);
      for (const character of text.slice(0, text.length - ending.length)) await strike(character);
      if (ending !== '') await strikeKey(key(ending));
      const typed = await field.inputValue();
      if (typed !== text) throw new Error(`typed ${typed.length} characters of ${text.length}, or others`);
    },
    async enter() {
      await strikeKey(key('{enter}').first());
    },
    async read(...places) {
      struckAt = null;
      for (const place of places) {
        const shown = page.locator(place);
        await shown.first().waitFor();
        const words = (await shown.allInnerTexts())
          .join(' ')
          .split(/\s+/u)
          .filter((word) => /\w/u.test(word));
        wordsRead += words.length;
        await pause((words.length * 1000) / pace.wordsASecond);
      }
    },
  };
}
