import type { CardReading } from '../card-read.ts';
import { readBits } from '../formats/polled.ts';
import type { Timing } from '../timing.ts';
import { createPcProxExchange, type PcProxExchange } from './pcprox-exchange.ts';
import type { Profile } from './profile.ts';
import { idsOf, mayHaveUsage } from './profile.ts';

/** pcProx 125 kHz, LEGIC and BLE. */
const ids = ['0C27:3BFA', '0C27:3B4C', '0C27:3B1E'];
const pollEveryMs = 120;
/** After a longer pause between polls the process stood still: what lies on the reader is not a new tap. */
const longestPauseMs = 1_500;
/** How long the light shows what became of a card; people look up from the reader after less. */
const lightMs = 700;
/** A reader holds this many bits of a card. */
const mostBits = 64;

/**
 * RF IDeas pcProx and WAVE ID, polled by feature reports. They type cards as keyboards do; that is switched off
 * until they are unplugged, in their memory only. Their light is green for a card and red for one that cannot be
 * read, then theirs again. A card that lies on the reader when it is opened is not a tap.
 */
export const pcprox: Profile = {
  profile: 'pcprox',
  device: {
    ids,
    finds: (device) => ids.includes(idsOf(device)) && mayHaveUsage(device, 0x01, 0x06),
    hears: 'bits',
    start({ handle, configuration, timing, read, heard, failed }) {
      const exchange = createPcProxExchange(handle, timing);
      const light = createLight(exchange, timing);
      let stopped = false;
      let cancelPoll = (): void => undefined;
      /** What lies on the reader, null for nothing, undefined while that is not known. */
      let present: string | null | undefined;
      let polledAt = timing.now();

      async function begin(): Promise<void> {
        await exchange.typeNothing();
        await light.begin();
      }

      async function poll(): Promise<void> {
        const card = await exchange.card();
        if (stopped) return;
        const now = timing.now();
        if (now - polledAt > longestPauseMs) present = undefined;
        polledAt = now;
        const seen = card === null ? null : `${card.bits} ${card.data.join(' ')}`;
        const known = present;
        present = seen;
        if (card === null || known === undefined || seen === known) return light.keep();
        const bits = { length: card.bits, value: valueIn(card.data, card.bits) };
        if (bits.length <= mostBits)
          heard?.({ kind: 'bits', raw: hexadecimalOf(bits.value, bits.length), bits: bits.length });
        const reading: CardReading =
          bits.length > mostBits
            ? { kind: 'unreadable', reason: 'length' }
            : readBits(bits, configuration.format);
        read(reading);
        await light.show(reading.kind === 'credential' ? 'green' : 'red');
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
      keepOn(begin);

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

/** Card data come little-endian. */
function valueIn(data: Uint8Array, bits: number): bigint {
  return BigInt(`0x${Buffer.from(data).reverse().toString('hex') || '0'}`) & ((1n << BigInt(bits)) - 1n);
}

/** Right-aligned, in as many digits as the bits need. */
function hexadecimalOf(value: bigint, bits: number): string {
  return value
    .toString(16)
    .toUpperCase()
    .padStart(Math.ceil(bits / 4), '0');
}

interface Light {
  show(color: 'green' | 'red'): Promise<void>;
  /** Gives the light back once it has been shown long enough. */
  keep(): Promise<void>;
  /** Finds out whether there is a light, and gives it back should a process have ended that had it. */
  begin(): Promise<void>;
}

/** Works between two polls, never beside one. A reader that refuses is asked no more, and still reads cards. */
function createLight(exchange: PcProxExchange, timing: Timing): Light {
  let works = true;
  let until: number | null = null;
  async function trying(work: () => Promise<void>): Promise<void> {
    if (works)
      await work().catch(() => {
        works = false;
      });
  }
  return {
    begin: () =>
      trying(async () => {
        works = await exchange.hasLight();
        if (works) await exchange.setLight(null);
      }),
    async show(color) {
      until = timing.now() + lightMs;
      await trying(() => exchange.setLight(color));
    },
    async keep() {
      if (until === null || timing.now() < until) return;
      until = null;
      await trying(() => exchange.setLight(null));
    },
  };
}
