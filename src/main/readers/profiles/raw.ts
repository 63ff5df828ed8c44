import { readBytes } from '../formats/bytes.ts';
import type { Profile } from './profile.ts';
import { idsOf } from './profile.ts';

/**
 * Any reader that sends a card as bytes at a fixed place of its input report. The site says which device and
 * where; `offset` counts from the first byte of the report, the report id included where the device numbers them.
 */
export const raw: Profile = {
  profile: 'raw',
  device: {
    ids: [],
    finds: (device, configuration) => configuration.raw !== null && idsOf(device) === configuration.device,
    start({ configuration, read }) {
      const { offset, length, byteOrder } = configuration.raw ?? { offset: 0, length: 0, byteOrder: 'big' };
      return {
        report(bytes) {
          const field = bytes.subarray(offset, offset + length);
          if (field.length < length) return read({ kind: 'unreadable', reason: 'length' });
          const reading = readBytes(field, byteOrder, configuration.format);
          if (reading !== null) read(reading);
        },
        reset: () => undefined,
        stop: () => undefined,
      };
    },
  },
};
