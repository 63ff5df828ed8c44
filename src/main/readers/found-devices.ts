/** The devices of the machine as the reader page lists them, with the profiles that fit each. */
import type { FoundDevice, HidCollection, ReaderProfile } from '../../shared/contract/readers.ts';
import type { DeviceAnswer, ReaderConfiguration } from './card-read.ts';
import type { HidDevice, HidPort } from './port.ts';
import { idsOf } from './profiles/profile.ts';
import { profiles } from './profiles/profiles.ts';

export async function findDevices(port: HidPort): Promise<DeviceAnswer> {
  const listed = await port.list();
  if (!listed.ok) return listed;
  const devices = await Promise.all(
    listed.devices.map(
      async (device): Promise<FoundDevice> => ({
        device: idsOf(device),
        product: device.product,
        collections: device.collections.map(({ usagePage, usage }) => ({ usagePage, usage })),
        access: await port.access(device.path),
        profiles: profilesFor(device),
      }),
    ),
  );
  return { ok: true, devices };
}

/** Those that know the device by its ids, those that know its usages, then those for which the site must name it. */
function profilesFor(device: HidDevice): ReaderProfile[] {
  const known: ReaderProfile[] = [];
  const byUsage: ReaderProfile[] = [];
  const named: ReaderProfile[] = [];
  for (const { profile, device: found } of profiles) {
    if (found === null || !found.finds(device, testConfiguration(profile, idsOf(device)))) continue;
    if (found.named) {
      if (found.prefers?.(device) ?? true) named.push(profile);
    } else if (found.ids.includes(idsOf(device))) known.push(profile);
    else if (device.collections.length > 0) byUsage.push(profile);
  }
  return [...known, ...byUsage, ...named];
}

/** A reader of this profile on this device, before anybody has said how its numbers are read. */
export function testConfiguration(
  profile: ReaderProfile,
  device: string,
  collection?: HidCollection,
): ReaderConfiguration {
  return {
    readerId: 'test',
    name: '',
    place: 'desk',
    profile,
    format: null,
    device,
    raw: { offset: 0, length: 1, byteOrder: 'big', collection },
  };
}
