import { readTyped } from '../formats/typed.ts';
import type { Profile } from './profile.ts';
import { idsOf } from './profile.ts';

/** Report id, length, three bytes that name the kind of code, 56 bytes of data, two of the maker, flags. */
const reportLength = 64;
const reportId = 0x02;
const lengthAt = 1;
const dataAt = 5;
const dataLength = 56;
const continuedBit = 0x01;
/** More than any card's code; longer codes are not collected. */
const longest = 512;

/**
 * Scanners of bar and matrix codes (HID Point of Sale Usage Tables), recognised by usage whoever made them, or the
 * one the site names. A code that is a number is a card; others are unreadable.
 */
export const hidPosScanner: Profile = {
  profile: 'hid-pos-scanner',
  device: {
    ids: [],
    finds: (device, configuration) =>
      (configuration.device === null || idsOf(device) === configuration.device) &&
      device.collections.some(({ usagePage, usage }) => usagePage === 0x8c && usage === 0x02),
    start({ configuration, read }) {
      let text = '';
      return {
        report(bytes) {
          if (bytes.length !== reportLength || bytes[0] !== reportId) return;
          const length = bytes[lengthAt] ?? 0;
          if (length > dataLength) {
            text = '';
            read({ kind: 'unreadable', reason: 'length' });
            return;
          }
          text += Buffer.from(bytes.subarray(dataAt, dataAt + length)).toString('latin1');
          text = text.slice(0, longest);
          if (((bytes[reportLength - 1] ?? 0) & continuedBit) !== 0) return;
          const reading = readTyped(text, configuration.format);
          text = '';
          if (reading !== null) read(reading);
        },
        reset() {
          text = '';
        },
        stop: () => undefined,
      };
    },
  },
};
