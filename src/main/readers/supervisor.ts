/**
 * Keeps the readers of a site going: one list of devices for all, a life of its own for each
 * (`device-reader.ts`), the same card counted once, and the state of all whenever one changes. It knows nothing
 * of visits or of screens; `reader-process.ts` carries its words to the host.
 */
import type { ReaderPlace, ReaderStatus } from '../../shared/contract/readers.ts';
import { createTapCounter } from '../../shared/same-card.ts';
import type {
  CardRead,
  CardReading,
  DeviceAnswer,
  DeviceQuestion,
  Heard,
  ReaderConfiguration,
} from './card-read.ts';
import { createDeviceReader, type DeviceReader } from './device-reader.ts';
import { createDeviceTest } from './device-test.ts';
import { parseCardText } from './formats/formats.ts';
import { findDevices } from './found-devices.ts';
import type { HidDevice, HidPort } from './port.ts';
import { profileOf } from './profiles/profiles.ts';
import { repeat, type Timing } from './timing.ts';

export interface SupervisorParts {
  readonly port: HidPort;
  readonly timing: Timing;
  readonly onRead: (read: CardRead) => void;
  readonly onStatus: (readers: readonly ReaderStatus[]) => void;
  /** Something came from the device under test. */
  readonly onHeard: (heard: Heard) => void;
}

export interface Supervisor {
  /** Replaces the configuration: readers that stay as they were are not touched, others are closed. */
  configure(readers: readonly ReaderConfiguration[]): void;
  /** Null when the tap was made, else `not-simulated`, `format` or `parity`. */
  tap(card: string, place: ReaderPlace): string | null;
  ask(question: DeviceQuestion): Promise<DeviceAnswer>;
  /** Closes every device. */
  stop(): Promise<void>;
}

/** Devices are listed this often while one is missing, should the system not tell of a change. */
const lookAnywayMs = 15_000;
const beatMs = 500;
/** Three beats missed: the process was stopped or the machine slept. */
const stoodStillMs = 1_500;
/** What piled up meanwhile arrives within this time. */
const staleMs = 100;

interface Reader {
  readonly configuration: ReaderConfiguration;
  readonly device: DeviceReader | null;
  readonly read: (reading: CardReading) => void;
}

export function createSupervisor({ port, timing, onRead, onStatus, onHeard }: SupervisorParts): Supervisor {
  const readers = new Map<string, Reader>();
  const statuses = new Map<string, ReaderStatus>();
  const held = new Set<string>();
  let stopWatching: (() => void) | null = null;
  let listing = false;
  let lookAgain = false;
  let look: { readonly at: number; readonly cancel: () => void } | null = null;
  let lastBeat = timing.now();
  let staleUntil = Number.NEGATIVE_INFINITY;
  let shown = '';
  let configuring = false;

  function stoodStill(): boolean {
    const now = timing.now();
    return now < staleUntil || now - lastBeat > stoodStillMs;
  }

  function tell(): void {
    // Half a configuration is no news.
    if (configuring) return;
    const current = [...statuses.values()];
    const text = JSON.stringify(current);
    if (text === shown) return;
    shown = text;
    onStatus(current);
  }

  function lookIn(ms: number): void {
    const at = timing.now() + ms;
    if (look !== null && look.at <= at) return;
    look?.cancel();
    look = { at, cancel: timing.after(ms, () => void lookNow()) };
  }
  const devices = (): readonly DeviceReader[] =>
    [...readers.values()].flatMap(({ device }) => (device === null ? [] : [device]));
  const looking = (): readonly DeviceReader[] => devices().filter((device) => device.looking());

  async function lookNow(): Promise<void> {
    look = null;
    if (looking().length === 0) return;
    if (listing) {
      lookAgain = true;
      return;
    }
    listing = true;
    const listed = await port.list();
    listing = false;
    for (const device of looking()) device.see(listed);
    if (lookAgain) lookIn(0);
    else if (looking().length > 0) lookIn(lookAnywayMs);
    lookAgain = false;
  }

  function add(configuration: ReaderConfiguration): void {
    const { readerId, name, place, profile: profileName } = configuration;
    const profile = profileOf(profileName);
    const isNewTap = createTapCounter();

    function show(state: ReaderStatus['state'], advice: ReaderStatus['advice']): void {
      statuses.set(readerId, { readerId, name, profile: profileName, place, state, advice });
      tell();
    }
    function count(reading: CardReading): void {
      onRead({ readerId, readerName: name, profile: profileName, place, at: timing.now(), reading });
    }
    function countOnce(reading: CardReading): void {
      if (isNewTap(JSON.stringify(reading), timing.now())) count(reading);
    }

    if (!profile?.device) {
      // A tap that somebody asked for is always made; only devices repeat themselves. What a keyboard reader types
      // into a window does not come through here at all.
      readers.set(readerId, { configuration, device: null, read: count });
      show(profile === null && profileName !== 'wedge' ? 'absent' : 'ready', 'none');
      return;
    }
    show('absent', 'plug-in');
    const device = createDeviceReader({
      configuration,
      device: profile.device,
      port,
      timing,
      held,
      show,
      read: countOnce,
      lookIn,
      stoodStill,
    });
    readers.set(readerId, { configuration, device, read: countOnce });
  }

  function remove(readerId: string): Promise<void> {
    const device = readers.get(readerId)?.device;
    readers.delete(readerId);
    statuses.delete(readerId);
    return device?.stop() ?? Promise.resolve();
  }

  /** Lends the device to the test, by the reader that has it, else by one that would take it. */
  async function borrow(tested: HidDevice): Promise<void> {
    const all = devices();
    const owner =
      all.find((device) => device.path() === tested.path) ??
      all.find((device) => device.lent() && !held.has(device.path() ?? '') && device.wants(tested)) ??
      all.find((device) => device.path() === null && device.wants(tested));
    if (owner === undefined || (owner.lent() && owner.path() === tested.path)) return;
    await owner.lend(tested.path);
  }
  const test = createDeviceTest({
    port,
    timing,
    held,
    borrow,
    giveBack() {
      for (const device of devices()) device.takeBack();
      lookIn(0);
    },
    onHeard,
  });

  const stopBeating = repeat(timing, beatMs, () => {
    // After standing still the beat may come before the reports that piled up.
    if (stoodStill()) staleUntil = timing.now() + staleMs;
    lastBeat = timing.now();
  });

  return {
    configure(next) {
      configuring = true;
      const wanted = new Map(next.map((configuration) => [configuration.readerId, configuration]));
      for (const [readerId, { configuration }] of readers)
        if (JSON.stringify(configuration) !== JSON.stringify(wanted.get(readerId))) void remove(readerId);
      for (const configuration of wanted.values())
        if (!readers.has(configuration.readerId)) add(configuration);
      configuring = false;
      tell();
      if (devices().length > 0)
        stopWatching ??= port.onChange(() => {
          for (const device of devices()) device.changed();
        });
      else {
        stopWatching?.();
        stopWatching = null;
      }
      for (const tested of test.devices()) void borrow(tested);
      lookIn(0);
    },
    tap(card, place) {
      const reader = [...readers.values()].find(
        ({ configuration }) => configuration.profile === 'simulated' && configuration.place === place,
      );
      if (reader === undefined) return 'not-simulated';
      const parsed = parseCardText(card);
      if (!parsed.ok) return parsed.fault;
      reader.read(parsed.reading);
      return null;
    },
    async ask(question) {
      if (question.kind === 'list') return findDevices(port);
      if (question.kind === 'test') return test.begin(question);
      await test.end();
      return { ok: true, devices: [] };
    },
    async stop() {
      stopBeating();
      stopWatching?.();
      look?.cancel();
      await Promise.all([...readers.keys()].map(remove));
      await test.end();
      look?.cancel();
    },
  };
}
