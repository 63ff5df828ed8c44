/**
 * A keyboard for tests, at the shell's end: strikes come from the test over the channel between the two processes,
 * and reach the shell before they reach a page, as they do in Electron.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Input } from 'electron';
import type { StandInInput } from './input.ts';

/** A key that goes down or comes up so many milliseconds after the first. */
export interface Strike {
  readonly at: number;
  readonly input: Input;
}

/** Test to shell; answered by the same message without strikes once the page has had them all. */
export interface StrikesMessage {
  readonly kind: 'strikes';
  readonly id: number;
  /** The page whose address ends so. */
  readonly ending: string;
  readonly strikes: readonly Strike[];
}

export function followKeyboard(inputOf: (ending: string) => StandInInput | undefined): void {
  process.on('message', (message: StrikesMessage) => {
    if (message.kind === 'strikes') void play(message);
  });
  // A test that has gone does not hold the shell.
  process.channel?.unref();

  async function play({ id, ending, strikes }: StrikesMessage): Promise<void> {
    let before = 0;
    for (const { at, input } of strikes) {
      // From key to key: a process that was kept waiting does not get the keys of that time all at once.
      if (at > before) await wait(at - before);
      before = at;
      inputOf(ending)?.strike(input);
    }
    // What the shell holds back it types within a tenth of a second.
    await wait(200);
    await inputOf(ending)?.settled();
    process.send?.({ kind: 'strikes', id, ending, strikes: [] } satisfies StrikesMessage);
  }
}
