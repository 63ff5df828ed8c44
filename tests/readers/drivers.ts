/** Runs the driver of one profile on a handle that the test plays. */
import type { CardRead, Heard, ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import type { HidDevice, HidHandle } from '../../src/main/readers/port.ts';
import type { Profile } from '../../src/main/readers/profiles/profile.ts';
import { createFakeTiming } from './fake-timing.ts';

export const plainConfiguration: ReaderConfiguration = {
  readerId: 'desk',
  name: 'Desk',
  place: 'desk',
  profile: 'keyboard',
  format: null,
  device: '08FF:0009',
  raw: null,
};

export function device(given: Partial<HidDevice>): HidDevice {
  return {
    path: '/dev/hidraw0',
    vendorId: 0x08ff,
    productId: 0x0009,
    product: '',
    collections: [{ usagePage: 1, usage: 6 }],
    ...given,
  };
}

/** FORMAT FACILITY NUMBER, or why it is unreadable. */
export function written(reading: CardRead['reading']): string {
  if (reading.kind === 'unreadable') return reading.reason;
  if (reading.kind === 'code') return `code ${reading.code}`;
  const { format, facility, number } = reading.credential;
  return facility === null ? `${format} ${number}` : `${format} ${facility} ${number}`;
}

export function startDriver(
  profile: Profile,
  changes: Partial<ReaderConfiguration> = {},
  features: Partial<Pick<HidHandle, 'sendFeature' | 'getFeature'>> = {},
  given: { readonly descriptor?: Uint8Array; readonly heard?: (heard: Heard) => void } = {},
) {
  const timing = createFakeTiming();
  const readings: CardRead['reading'][] = [];
  let failures = 0;
  const handle: HidHandle = {
    onReport: () => undefined,
    onLost: () => undefined,
    sendFeature: async () => undefined,
    getFeature: async () => new Uint8Array(),
    write: async () => undefined,
    close: async () => undefined,
    ...features,
  };
  const driver = profile.device?.start({
    handle,
    configuration: { ...plainConfiguration, ...changes },
    timing,
    descriptor: given.descriptor ?? null,
    ...(given.heard === undefined ? {} : { heard: given.heard }),
    read: (reading) => readings.push(reading),
    failed: () => {
      failures += 1;
    },
  });
  if (driver === undefined) throw new Error('a profile without a device');
  return {
    timing,
    driver,
    readings,
    failures: () => failures,
    send(reports: readonly (readonly number[])[]) {
      for (const report of reports) driver.report(Uint8Array.from(report));
    },
    written: () => readings.map(written),
  };
}
