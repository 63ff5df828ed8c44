import type { CardReading, ReaderConfiguration } from '../card-read.ts';
import { readBytes } from '../formats/bytes.ts';
import { fromFacilityAndNumber } from '../formats/typed.ts';
import { decodeWiegand, lengthOf } from '../formats/wiegand.ts';
import type { HidHandle } from '../port.ts';
import type { Timing } from '../timing.ts';
import type { Profile } from './profile.ts';
import { idsOf, mayHaveUsage } from './profile.ts';

/** pcProx 125 kHz, LEGIC and BLE. */
const ids = ['0C27:3BFA', '0C27:3B4C', '0C27:3B1E'];
/** Messages are eight bytes: a command and its parameters, or what the reader answers. */
const messageLength = 8;
const command = { settings: 0x80, bitCount: 0x8e, card: 0x8f, endSettings: 0x90 } as const;
/** Bit 7 of byte 7 of the first page of settings: type nothing. */
const typeNothing = { at: 7, bit: 0x80 } as const;
const pollEveryMs = 120;
/** The reader wants a moment between a command and asking for its answer. */
const answerMs = 1;
/** After a longer pause between polls the process stood still: what lies on the reader is not a new tap. */
const longestPauseMs = 1_500;

/**
 * RF IDeas pcProx and WAVE ID, polled by feature reports. They type cards as keyboards do; that is switched off
 * until they are unplugged, in their memory only. The lights stay with the reader, which shows a read by itself.
 * A card that lies on the reader when it is opened is not a tap.
 */
export const pcprox: Profile = {
  profile: 'pcprox',
  device: {
    ids,
    finds: (device) => ids.includes(idsOf(device)) && mayHaveUsage(device, 0x01, 0x06),
    start({ handle, configuration, timing, read, failed }) {
      const { ask, tell } = createExchange(handle, timing);
      let stopped = false;
      let cancelPoll = (): void => undefined;
      /** What lies on the reader, null for nothing, undefined while that is not known. */
      let present: string | null | undefined;
      let polledAt = timing.now();

      async function silence(): Promise<void> {
        const page = await ask(command.settings);
        const flags = page[typeNothing.at];
        if (flags === undefined || (flags & typeNothing.bit) !== 0) return;
        const quiet = page.slice();
        quiet[typeNothing.at] = flags | typeNothing.bit;
        await tell([command.settings]);
        await tell([...quiet]);
        // Without a page named, the settings end without being written to the reader's lasting memory.
        await tell([command.endSettings]);
      }

      async function poll(): Promise<void> {
        const card = await ask(command.card);
        const bits = card.every((byte) => byte === 0) ? 0 : ((await ask(command.bitCount))[0] ?? 0);
        if (stopped) return;
        const now = timing.now();
        if (now - polledAt > longestPauseMs) present = undefined;
        polledAt = now;
        const seen = bits === 0 ? null : `${bits} ${card.join(' ')}`;
        const known = present;
        present = seen;
        if (seen !== null && known !== undefined && seen !== known)
          read(readCard(card, bits, configuration.format));
      }

      function keepOn(work: () => Promise<void>): void {
        work().then(
          () => {
            if (!stopped) cancelPoll = timing.after(pollEveryMs, () => keepOn(poll));
          },
          () => {
            if (!stopped) failed();
          },
        );
      }
      keepOn(silence);

      return {
        report: () => undefined,
        reset() {
          present = undefined;
        },
        stop() {
          stopped = true;
          cancelPoll();
        },
      };
    },
  },
};

function createExchange(handle: HidHandle, timing: Timing) {
  const pause = (): Promise<void> => new Promise((resolve) => void timing.after(answerMs, resolve));
  async function tell(message: readonly number[]): Promise<void> {
    const padding = Array<number>(messageLength - message.length).fill(0);
    await handle.sendFeature(Uint8Array.from([0, ...message, ...padding]));
    await pause();
  }
  return {
    tell,
    async ask(code: number): Promise<Uint8Array> {
      await tell([code]);
      return handle.getFeature(0, messageLength);
    },
  };
}

/**
 * Card data come little-endian. Most readers are set to strip the parity of 26-bit cards, which leaves 24 bits;
 * with 26 bits it is checked here. `format` null reads both as `H10301` and other lengths as `HEX`.
 */
function readCard(card: Uint8Array, bits: number, format: ReaderConfiguration['format']): CardReading {
  const bytes = card.subarray(0, Math.ceil(bits / 8));
  if (bits > bytes.length * 8) return { kind: 'unreadable', reason: 'length' };
  const value = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & ((1n << BigInt(bits)) - 1n);
  if (format !== 'DEC') {
    if (bits === 24) return fromFacilityAndNumber(value);
    if (bits === 26) {
      const decoded = decodeWiegand('H10301', { length: lengthOf('H10301'), value });
      return decoded.ok
        ? { kind: 'credential', credential: decoded.credential }
        : { kind: 'unreadable', reason: decoded.fault };
    }
    if (format === 'H10301') return { kind: 'unreadable', reason: 'length' };
  }
  return readBytes(bytes, 'little', format) ?? { kind: 'unreadable', reason: 'length' };
}
