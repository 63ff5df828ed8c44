/** Readers being described: a new one, one from a device that was found, one from a test. */
import type {
  FoundDevice,
  HidCollection,
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

/** A device that is listened to, and how. */
export interface TestedDevice {
  readonly found: FoundDevice;
  readonly profile: ReaderProfile;
  /** Which part of the device, where it has several. */
  readonly collection?: HidCollection | undefined;
}

export function testedDevice({ found, profile, collection }: TestedDevice): TestedDevice {
  return { found, profile, collection };
}

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

const isSame = (one: HidCollection, other: HidCollection): boolean =>
  one.usagePage === other.usagePage && one.usage === other.usage;

/** Where several devices of the list have the same ids and are not alike: what tells this one apart. */
export function partOf(listed: readonly FoundDevice[], found: FoundDevice): HidCollection | undefined {
  const shape = JSON.stringify(found.collections);
  const others = listed.filter(
    ({ device, collections }) => device === found.device && JSON.stringify(collections) !== shape,
  );
  if (others.length === 0) return undefined;
  const own = found.collections.find(
    (collection) => !others.some(({ collections }) => collections.some((other) => isSame(other, collection))),
  );
  return own ?? found.collections[0];
}

/** `part` as from `partOf`. */
export function readerFromDevice(
  readers: readonly ReaderSettings[],
  found: FoundDevice,
  part?: HidCollection,
  profile: ReaderProfile | undefined = found.profiles[0],
): ReaderDraft {
  const draft = newReader(readers, profile ?? 'raw');
  const raw = draft.raw ? { ...draft.raw, collection: part } : null;
  return mayBeNamedByDevice(draft.profile) ? { ...draft, device: found.device, raw } : draft;
}

/** The reader of the site that is this device, if one is. */
export function readerOfDevice(
  readers: readonly ReaderSettings[],
  found: FoundDevice,
): ReaderSettings | undefined {
  return (
    readers.find(({ device, raw }) => device === found.device && isPartOf(found, raw?.collection)) ??
    readers.find(
      ({ device, profile }) =>
        device === null && !isNamedByDevice(profile) && found.profiles.includes(profile),
    )
  );
}

function isPartOf({ collections }: FoundDevice, part: HidCollection | undefined): boolean {
  return part === undefined || collections.some((collection) => isSame(collection, part));
}

/** Whether the device is a reader of the site or one that cannot be anything else. */
export function isReader(readers: readonly ReaderSettings[], found: FoundDevice): boolean {
  const [certain] = found.profiles;
  return readerOfDevice(readers, found) !== undefined || (certain !== undefined && !isNamedByDevice(certain));
}

/** What a test found out, put on the reader of the site that is this device, or on a new one. */
export function readerFromTest(
  readers: readonly ReaderSettings[],
  { found, profile, collection }: TestedDevice,
  reading: TestReading,
): ReaderDraft {
  const heardAs = reading.field === null ? profile : 'raw';
  const known = readerOfDevice(readers, found);
  const draft = known ? withProfile(known, heardAs) : readerFromDevice(readers, found, collection, heardAs);
  const device = mayBeNamedByDevice(heardAs) ? found.device : draft.device;
  const raw = reading.field === null ? null : { ...reading.field, collection };
  return { ...withProfile({ ...draft, format: reading.format }, heardAs), device, raw };
}
