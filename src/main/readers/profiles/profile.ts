/**
 * A profile is what Foyer knows about one kind of reader: which device it is, and a small driver that turns its
 * reports into card readings. Adding one touches its own file and the list in `profiles.ts`. Opening, losing and
 * retrying are the same for all and live in the supervisor.
 */
import type { ReaderProfile } from '../../../shared/contract/readers.ts';
import type { CardReading, Heard, ReaderConfiguration } from '../card-read.ts';
import type { HidDevice, HidHandle } from '../port.ts';
import type { Timing } from '../timing.ts';

export interface DriverParts {
  readonly handle: HidHandle;
  readonly configuration: ReaderConfiguration;
  readonly timing: Timing;
  /** The report descriptor of the device; null where the system does not hand it out. */
  readonly descriptor: Uint8Array | null;
  readonly read: (reading: CardReading) => void;
  /**
   * Only while the reader page listens to the device: takes what came before it is read as a card, and `read` then
   * counts for nothing. Called by drivers whose profile `hears` something else than whole reports.
   */
  readonly heard?: (heard: Heard) => void;
  /** The device answers nonsense or not at all; it is closed and opened again after a wait. */
  readonly failed: () => void;
}

export interface Driver {
  report(bytes: Uint8Array): void;
  /** A report was left out because it may be old: what is half read is forgotten, and its rest is no card. */
  reset(): void;
  stop(): void;
}

export interface Profile {
  readonly profile: ReaderProfile;
  /** Null for the simulated reader, which has no device. */
  readonly device: {
    /**
     * The USB ids it recognises by itself, as `0C27:3BFA`; the udev rules name them too. Empty where the site says
     * which device it is, or where its usages do.
     */
    readonly ids: readonly string[];
    /** Looks like any other device, so that nothing is one before the site says so. */
    readonly named?: true;
    readonly finds: (device: HidDevice, configuration: ReaderConfiguration) => boolean;
    /** Among the parts of a device that it finds, those it likes better; the others count only without them. */
    readonly prefers?: (device: HidDevice) => boolean;
    /** What its driver passes to `heard`. Left out: whole input reports, which the listener takes by itself. */
    readonly hears?: 'text' | 'bits';
    readonly start: (parts: DriverParts) => Driver;
  } | null;
}

/** The USB ids of a device as configurations write them: `08FF:0009`. */
export function idsOf({ vendorId, productId }: HidDevice): string {
  const hexadecimal = (id: number): string => id.toString(16).toUpperCase().padStart(4, '0');
  return `${hexadecimal(vendorId)}:${hexadecimal(productId)}`;
}

/** The listed devices that a reader so set would take, in the order in which it tries them. */
export function devicesFor(
  { finds, prefers = () => true }: NonNullable<Profile['device']>,
  configuration: ReaderConfiguration,
  listed: readonly HidDevice[],
): readonly HidDevice[] {
  const found = listed.filter((device) => finds(device, configuration));
  const preferred = found.filter(prefers);
  return preferred.length > 0 ? preferred : found;
}

/** Collections of pointers, keyboards and media keys (HID Usage Tables): no cards come from them as plain bytes. */
const pagesWithoutBytes = [0x01, 0x0c];

/** `true` also where the system does not tell collections. */
export function maySendBytes({ collections }: HidDevice): boolean {
  return (
    collections.length === 0 || collections.some(({ usagePage }) => !pagesWithoutBytes.includes(usagePage))
  );
}

/** Whether the device has such a collection; `true` also where the system does not tell collections. */
export function mayHaveUsage({ collections }: HidDevice, usagePage: number, usage: number): boolean {
  if (collections.length === 0) return true;
  return collections.some((collection) => collection.usagePage === usagePage && collection.usage === usage);
}
