/** What is said to a pcProx and what it answers. Messages are eight bytes, each a feature report of its own. */
import type { HidHandle } from '../port.ts';
import type { Timing } from '../timing.ts';

const messageLength = 8;
const command = { bitCount: 0x8e, card: 0x8f, endSettings: 0x90 } as const;
/** Pages of settings; a page is chosen by its own number. */
const page = { typing: 0x80, light: 0x82 } as const;
/** Bit 7 of byte 7: type nothing. */
const typeNothing = { at: 7, bit: 0x80 } as const;
/** Byte 1, bit 1: the light is the program's. Byte 0, bits 0 and 1: which. */
const lightByProgram = { at: 1, bit: 0x02 } as const;
const lights = { red: 0x01, green: 0x02 } as const;
/** The reader wants a moment between a command and asking for its answer. */
const answerMs = 1;

export interface PcProxCard {
  /** Least significant byte first, parity as the reader is set. */
  readonly data: Uint8Array;
  readonly bits: number;
}

/** All reject when the device refuses. One at a time. */
export interface PcProxExchange {
  /** Null while no card lies there. */
  card(): Promise<PcProxCard | null>;
  /** Stops the keystrokes, in the reader's memory until it is unplugged. */
  typeNothing(): Promise<void>;
  /** Whether there are settings for the light. A model without answers with the page it was asked for before. */
  hasLight(): Promise<boolean>;
  /** Null gives the light back to the reader. */
  setLight(color: 'red' | 'green' | null): Promise<void>;
}

export function createPcProxExchange(handle: HidHandle, timing: Timing): PcProxExchange {
  const pause = (): Promise<void> => new Promise((resolve) => void timing.after(answerMs, resolve));

  async function tell(message: readonly number[]): Promise<void> {
    const padding = Array<number>(messageLength - message.length).fill(0);
    await handle.sendFeature(Uint8Array.from([0, ...message, ...padding]));
    await pause();
  }
  async function ask(code: number): Promise<Uint8Array> {
    await tell([code]);
    return handle.getFeature(0, messageLength);
  }
  /** The fields of a page. It is closed again: to a reader with a page open, the next message is its new content. */
  async function readPage(number: number): Promise<Uint8Array> {
    const fields = await ask(number);
    await tell([command.endSettings]);
    return fields;
  }
  /** Everything that `change` leaves alone is kept. */
  async function changePage(number: number, change: (fields: Uint8Array) => void): Promise<void> {
    const before = await readPage(number);
    if (before.length < messageLength) return;
    // A copy also where a Buffer came: its `slice` is a view of the same bytes.
    const after = Uint8Array.from(before);
    change(after);
    if (after.every((byte, index) => byte === before[index])) return;
    await tell([number]);
    await tell([...after]);
    // Without a page named, the settings end without being written to the reader's lasting memory.
    await tell([command.endSettings]);
  }

  return {
    async card() {
      const data = await ask(command.card);
      if (data.every((byte) => byte === 0)) return null;
      // A card taken away in between has no bits any more.
      const bits = (await ask(command.bitCount))[0] ?? 0;
      return bits === 0 ? null : { data, bits };
    },
    typeNothing: () =>
      changePage(page.typing, (fields) => {
        fields[typeNothing.at] = (fields[typeNothing.at] ?? 0) | typeNothing.bit;
      }),
    async hasLight() {
      const other = await readPage(page.typing);
      const own = await readPage(page.light);
      return own.length === messageLength && own.some((byte, index) => byte !== other[index]);
    },
    setLight: (color) =>
      changePage(page.light, (fields) => {
        const [colors = 0, mode = 0] = fields;
        const others = colors & ~(lights.red | lights.green);
        if (color === null) fields[lightByProgram.at] = mode & ~lightByProgram.bit;
        else {
          fields[0] = others | lights[color];
          fields[lightByProgram.at] = mode | lightByProgram.bit;
        }
      }),
  };
}
