/**
 * A profile is what Foyer knows about one kind of reader: which device it is, and a small driver that turns its
 * reports into card readings. Adding one touches its own file and the list in `profiles.ts`. Opening, losing and
 * retrying are the same for all and live in the supervisor.
 */
import type { ReaderProfile } from '../../../shared/contract/readers.ts';
import type { CardRead, Heard, ReaderConfiguration } from '../card-read.ts';
import type { HidDevice, HidHandle } from '../port.ts';
import type { Timing } from '../timing.ts';

export interface DriverParts {
  readonly handle: HidHandle;
  readonly configuration: ReaderConfiguration;
  readonly timing: Timing;
  /** The report descriptor of the device; null where the system does not hand it out. */
  readonly descriptor: Uint8Array | null;
  readonly read: (reading: CardRead['reading']) => void;
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
  /** Forgets what is half read: the process stood still, and what comes next may be old. */
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
    readonly finds: (device: HidDevice, configuration: ReaderConfiguration) => boolean;
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

/** Whether the device has such a collection; `true` also where the system does not tell collections. */
export function mayHaveUsage({ collections }: HidDevice, usagePage: number, usage: number): boolean {
  if (collections.length === 0) return true;
  return collections.some((collection) => collection.usagePage === usagePage && collection.usage === usage);
}
