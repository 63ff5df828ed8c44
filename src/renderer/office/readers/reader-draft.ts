/** Readers being described: a new one, one from a device that was found, one from a test. */
import type {
  FoundDevice,
  ReaderPlace,
  ReaderProfile,
  ReaderSettings,
  TestReading,
} from '../../../shared/contract/readers.ts';
import {
  isNamedByDevice,
  mayBeNamedByDevice,
  type ReaderDraft,
  withProfile,
} from '../../console/reader-fields.tsx';

/** The first of `desk`, `desk-2`, `desk-3` … that no reader has. */
function freeId(place: ReaderPlace, readers: readonly ReaderSettings[]): string {
  const taken = new Set(readers.map(({ readerId }) => readerId));
  if (!taken.has(place)) return place;
  let number = 2;
  while (taken.has(`${place}-${number}`)) number += 1;
  return `${place}-${number}`;
}

/** A site begins with its desk; the next reader is likely the kiosk's. */
function likelyPlace(readers: readonly ReaderSettings[]): ReaderPlace {
  const has = (place: ReaderPlace): boolean => readers.some((reader) => reader.place === place);
  return has('desk') && !has('kiosk') ? 'kiosk' : 'desk';
}

export function newReader(
  readers: readonly ReaderSettings[],
  profile: ReaderProfile = 'pcprox',
): ReaderDraft {
  const place = likelyPlace(readers);
  const empty = { name: '', place, format: null, device: null, raw: null };
  return withProfile({ ...empty, readerId: freeId(place, readers), profile }, profile);
}

export function readerFromDevice(
  readers: readonly ReaderSettings[],
  found: FoundDevice,
  profile: ReaderProfile | undefined = found.profiles[0],
): ReaderDraft {
  const draft = newReader(readers, profile ?? 'raw');
  return mayBeNamedByDevice(draft.profile) ? { ...draft, device: found.device } : draft;
}

/** The reader of the site that is this device, if one is. */
export function readerOfDevice(
  readers: readonly ReaderSettings[],
  found: FoundDevice,
): ReaderSettings | undefined {
  return (
    readers.find(({ device }) => device === found.device) ??
    readers.find(
      ({ device, profile }) =>
        device === null && !isNamedByDevice(profile) && found.profiles.includes(profile),
    )
  );
}

/** Whether the device is a reader of the site or one that cannot be anything else. */
export function isReader(readers: readonly ReaderSettings[], found: FoundDevice): boolean {
  const [certain] = found.profiles;
  return readerOfDevice(readers, found) !== undefined || (certain !== undefined && !isNamedByDevice(certain));
}

/** What a test found out, put on the reader of the site that is this device, or on a new one. */
export function readerFromTest(
  readers: readonly ReaderSettings[],
  found: FoundDevice,
  profile: ReaderProfile,
  reading: TestReading,
): ReaderDraft {
  const heardAs = reading.field === null ? profile : 'raw';
  const known = readerOfDevice(readers, found);
  const draft = known ? withProfile(known, heardAs) : readerFromDevice(readers, found, heardAs);
  const device = mayBeNamedByDevice(heardAs) ? found.device : draft.device;
  return { ...withProfile({ ...draft, format: reading.format }, heardAs), device, raw: reading.field };
}
