/** What the host says of itself once it lets devices in. */
import type { NetworkState } from '../../src/shared/contract/devices.ts';

export const onNetwork: NetworkState = {
  listening: true,
  byOption: false,
  addresses: ['https://frontdesk:4743', 'https://192.0.2.17:4743'],
  fingerprint: Array(32).fill('A7').join(':'),
  selfSigned: true,
  certificateEndsAt: Date.UTC(2036, 1, 28),
  fault: null,
};
