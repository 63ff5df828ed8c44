/** What a supplier needs to help with a reader: devices, states and counts. No card number and no name is in it. */
import type { FoundDevice, ReaderStatus } from '../../../shared/contract/readers.ts';
import type { CardReading, ReaderConfiguration } from '../../readers/card-read.ts';

export interface DiagnosticParts {
  readonly version: string;
  /** The operating system with its version and the kind of processor. */
  readonly system: string;
  readonly settings: readonly ReaderConfiguration[];
  readonly statuses: readonly ReaderStatus[];
  readonly devices: { readonly devices: readonly FoundDevice[]; readonly fault: string | null };
  readonly readerProcessRestarts: number;
  readonly counts: ReadCounts['all'];
}

export interface ReadCounts {
  count(read: { readonly readerId: string; readonly reading: CardReading }): void;
  /** By reader: how many cards were read, and how many were not by reason, since the core was started. */
  readonly all: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function createReadCounts(): ReadCounts {
  const all: Record<string, Record<string, number>> = {};
  return {
    all,
    count({ readerId, reading }) {
      const what = reading.kind === 'credential' ? 'read' : reading.reason;
      all[readerId] ??= {};
      const counts = all[readerId];
      counts[what] = (counts[what] ?? 0) + 1;
    },
  };
}

/** JSON with two spaces, to be read by people. */
export function describeReaders(parts: DiagnosticParts): string {
  const { version, system, settings, statuses, devices, readerProcessRestarts, counts } = parts;
  // With --reader the readers in use are not those of the settings.
  const readers = statuses.map(({ readerId, profile, place, state, advice }) => {
    const set = settings.find((reader) => reader.readerId === readerId && reader.profile === profile);
    return {
      readerId,
      place,
      profile,
      format: set?.format ?? null,
      device: set?.device ?? null,
      raw: set?.raw ?? null,
      state,
      advice,
      cards: counts[readerId] ?? {},
    };
  });
  return JSON.stringify(
    {
      foyer: version,
      system,
      readers,
      readerProcessRestarts,
      devices: devices.devices,
      devicesFault: devices.fault,
    },
    null,
    2,
  );
}
