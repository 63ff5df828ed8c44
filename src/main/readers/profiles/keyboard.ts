import { readTyped } from '../formats/typed.ts';
import { characterOf, endsText, isShifted } from './keyboard-usages.ts';
import type { Profile } from './profile.ts';
import { idsOf, mayHaveUsage } from './profile.ts';

/** Readers type within a few milliseconds a key; a text that stops for this long is not a card any more. */
const silenceMs = 1_000;
/** A key sooner than this after one that was left out is in the middle of a card, whose rest is none. */
const midwayMs = 100;
/** Three tracks of a stripe at their longest; more is a key held down. */
const longest = 256;

/**
 * Readers that type the card as a keyboard would, ended by Enter. They are opened past the keyboard driver, so
 * nothing lands in a form. They look like any keyboard, so the site names the device and it is never guessed.
 */
export const keyboard: Profile = {
  profile: 'keyboard',
  device: {
    ids: [],
    named: true,
    finds: (device, configuration) =>
      idsOf(device) === configuration.device && mayHaveUsage(device, 0x01, 0x06),
    hears: 'text',
    start({ configuration, timing, read, heard }) {
      let held: readonly number[] = [];
      let text = '';
      /** When a report was left out last. */
      let leftOutAt = Number.NEGATIVE_INFINITY;
      /** The keys until the next end or silence belong to a card whose beginning was missed. */
      let isRest = false;
      let cancelSilence = (): void => undefined;

      function forget(): void {
        cancelSilence();
        text = '';
        isRest = false;
      }
      function press(usage: number, shift: boolean): void {
        if (timing.now() - leftOutAt < midwayMs) isRest = true;
        leftOutAt = Number.NEGATIVE_INFINITY;
        if (endsText(usage)) {
          const typed = isRest ? '' : text;
          forget();
          if (typed !== '') heard?.({ kind: 'text', raw: typed, bits: null });
          const reading = readTyped(typed, configuration.format);
          if (reading !== null) read(reading);
          return;
        }
        const character = characterOf(usage, shift);
        if (character === null || text.length >= longest) return;
        text += character;
        cancelSilence();
        cancelSilence = timing.after(silenceMs, forget);
      }

      return {
        report(bytes) {
          const keys = keysOf(bytes);
          if (keys === null) return;
          for (const usage of keys.pressed)
            if (!held.includes(usage)) press(usage, isShifted(keys.modifiers));
          held = keys.pressed;
        },
        reset() {
          forget();
          held = [];
          leftOutAt = timing.now();
        },
        stop: forget,
      };
    },
  },
};

interface Keys {
  readonly modifiers: number;
  readonly pressed: readonly number[];
}

/**
 * Eight bytes are a boot report: modifiers, a reserved byte, six keys. Numbered reports begin with id 1, followed
 * by the same eight bytes or by modifiers and keys without the reserved byte. Null for others, such as the media
 * keys of a composite device, and while too many keys are down (usage 1 throughout).
 */
function keysOf(bytes: Uint8Array): Keys | null {
  const numbered = bytes.length !== 8;
  if (numbered && (bytes[0] !== 0x01 || bytes.length < 3 || bytes.length > 9)) return null;
  const modifiers = bytes[numbered ? 1 : 0] ?? 0;
  const pressed = Array.from(bytes.subarray(bytes.length === 9 ? 3 : 2)).filter((usage) => usage !== 0);
  return pressed.includes(0x01) ? null : { modifiers, pressed };
}
