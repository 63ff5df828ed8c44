import { readBytes } from '../formats/bytes.ts';
import { holdsPaymentCard } from '../formats/payment.ts';
import type { Profile } from './profile.ts';
import { idsOf, mayHaveUsage, maySendBytes } from './profile.ts';

/**
 * Any reader that sends a card as bytes at a fixed place of its input report. The site says which device and
 * where; `offset` counts from the first byte of the report, the report id included where the device numbers them.
 * Of a device with several parts it is the one that the site names, else the first that may send bytes: a reader is
 * often a keyboard too.
 */
export const raw: Profile = {
  profile: 'raw',
  device: {
    ids: [],
    named: true,
    finds(device, { raw: place, device: ids }) {
      if (place === null || idsOf(device) !== ids) return false;
      const { collection } = place;
      return collection === undefined || mayHaveUsage(device, collection.usagePage, collection.usage);
    },
    prefers: maySendBytes,
    start({ configuration, read }) {
      const { offset, length, byteOrder } = configuration.raw ?? { offset: 0, length: 0, byteOrder: 'big' };
      return {
        report(bytes) {
          // A stripe reader set up as raw must not turn a payment card into a number of its own.
          if (holdsPaymentCard(Buffer.from(bytes).toString('latin1')))
            return read({ kind: 'unreadable', reason: 'payment-card' });
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
