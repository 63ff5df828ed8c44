/**
 * The life of one reader with a device: absent → opening → ready → lost → waiting, with denied and unavailable on
 * the side. It looks at lists of devices that the supervisor hands it, holds at most one device open, and passes
 * on what the profile's driver reads.
 */
import type { ReaderStatus } from '../../shared/contract/readers.ts';
import type { CardReading, ReaderConfiguration } from './card-read.ts';
import type { HidDevice, HidHandle, HidPort, ListResult, OpenResult } from './port.ts';
import { type Driver, devicesFor, type Profile } from './profiles/profile.ts';
import type { Timing } from './timing.ts';

export interface DeviceReaderParts {
  readonly configuration: ReaderConfiguration;
  readonly device: NonNullable<Profile['device']>;
  readonly port: HidPort;
  readonly timing: Timing;
  /** Paths held by any reader, so that two readers of one kind get a device each. */
  readonly held: Set<string>;
  readonly show: (state: ReaderStatus['state'], advice: ReaderStatus['advice']) => void;
  readonly read: (reading: CardReading) => void;
  /** Asks for a list of the devices after `ms`. */
  readonly lookIn: (ms: number) => void;
  /** True when the process stood still until just now, so that reports may be old. */
  readonly stoodStill: () => boolean;
}

export interface DeviceReader {
  /** Whether a list of devices is of any use to it now. */
  looking(): boolean;
  see(listed: ListResult): void;
  /** Devices may have come or gone: what waits tries at once. */
  changed(): void;
  /** The device it has open, is opening or has lent; null where it has none. */
  path(): string | null;
  /** Whether it would take this device, if it had none. */
  wants(device: HidDevice): boolean;
  /** Lets the device go to a test until `takeBack`; resolves once it is closed. */
  lend(path: string): Promise<void>;
  /** True from `lend` to `takeBack`. */
  lent(): boolean;
  takeBack(): void;
  stop(): Promise<void>;
}

/**
 * A plugged-in device has its node after about 420 ms and its permissions after about 620 ms, so refusals are
 * retried for three seconds before they are believed.
 */
const openWaitsMs = [50, 100, 200, 400, 800, 1_600] as const;
/** What comes this soon after opening was read before anybody waited for it. */
const drainMs = 100;
const afterLossMs = 250;
/** How long a reader that was pulled out counts as lost and not as absent. */
const lostMs = 5_000;
/** A reader that fails sooner after it was ready is failing again, not anew. */
const settledMs = 5_000;
const deniedRetryMs = 5_000;
const unavailableRetryMs = 30_000;
const longestWaitMs = 30_000;

type Phase = 'looking' | 'busy' | 'resting' | 'lent' | 'stopped';

export function createDeviceReader(parts: DeviceReaderParts): DeviceReader {
  const { configuration, device, port, timing, held, show, lookIn } = parts;
  let phase: Phase = 'looking';
  /** The device it has open, is opening or has lent. */
  let path: string | null = null;
  let open: HidHandle | null = null;
  let opening: Promise<void> = Promise.resolve();
  /** Counts what was begun, so that an opening nobody waits for any more is told apart. */
  let turn = 0;
  let driver: Driver | null = null;
  let drainedAt = 0;
  /** A report came while the device was being drained. */
  let drained = false;
  let readyAt: number | null = null;
  let lostAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let denied = false;
  /** The one thing this reader waits for; `hurry` does it now. */
  let hurry: (() => void) | null = null;
  let cancelWait = (): void => undefined;

  function wait(ms: number, work: () => void): void {
    cancelWait();
    const now = (): void => {
      cancelWait();
      hurry = null;
      work();
    };
    hurry = now;
    cancelWait = timing.after(ms, now);
  }
  function look(): void {
    phase = 'looking';
    lookIn(0);
  }
  function rest(ms: number): void {
    phase = 'resting';
    wait(ms, look);
  }
  function backOff(): void {
    show('waiting', 'none');
    rest(Math.min(500 * 2 ** failures, longestWaitMs));
    failures += 1;
  }

  function hold(found: string): void {
    path = found;
    held.add(found);
  }
  function letGo(): void {
    if (path !== null) held.delete(path);
    path = null;
  }

  function tryToOpen(target: string, attempt: number): void {
    phase = 'busy';
    turn += 1;
    const mine = turn;
    opening = openWithDescriptor();
    async function openWithDescriptor(): Promise<void> {
      // Read first: once the device is open, nothing may come between it and its listeners.
      const descriptor = await port.descriptor(target);
      const result = await port.open(target);
      if (phase === 'busy' && turn === mine) opened(target, attempt, result, descriptor);
      else if (result.ok) await result.handle.close();
    }
  }

  function opened(target: string, attempt: number, result: OpenResult, descriptor: Uint8Array | null): void {
    if (result.ok) {
      arm(result.handle, descriptor);
      return;
    }
    const pause = denied ? undefined : openWaitsMs[attempt];
    if ((result.fault === 'denied' || result.fault === 'gone') && pause !== undefined) {
      wait(pause, () => tryToOpen(target, attempt + 1));
      return;
    }
    letGo();
    if (result.fault === 'gone') look();
    else if (result.fault === 'failed') backOff();
    else if (result.fault === 'denied') {
      denied = true;
      show('denied', 'install-udev-rule');
      rest(deniedRetryMs);
    } else {
      show('unavailable', 'install-libusb');
      rest(unavailableRetryMs);
    }
  }

  function arm(handle: HidHandle, descriptor: Uint8Array | null): void {
    open = handle;
    denied = false;
    handle.onLost(lost);
    handle.onReport(accept);
    drainedAt = timing.now() + drainMs;
    drained = false;
    wait(drainMs, () => {
      const parted = { handle, configuration, timing, descriptor, read: parts.read, failed: lost };
      driver = device.start(parted);
      if (drained) driver.reset();
      readyAt = timing.now();
      show('ready', 'none');
    });
  }

  function accept(bytes: Uint8Array): void {
    if (parts.stoodStill()) drainedAt = timing.now() + drainMs;
    if (timing.now() >= drainedAt) driver?.report(bytes);
    else {
      drained = true;
      driver?.reset();
    }
  }

  async function release(): Promise<void> {
    driver?.stop();
    driver = null;
    const closing = open;
    open = null;
    await closing?.close();
  }

  function lost(): void {
    if (open === null) return;
    void release();
    letGo();
    const now = timing.now();
    failures = readyAt !== null && now - readyAt > settledMs ? 0 : failures + 1;
    readyAt = null;
    lostAt = now;
    show('lost', 'plug-in');
    phase = 'resting';
    wait(afterLossMs, failures > 1 ? backOff : look);
  }

  return {
    looking: () => phase === 'looking',
    see(listed) {
      if (phase !== 'looking') return;
      if (!listed.ok) {
        if (listed.fault === 'failed') return backOff();
        show('unavailable', 'install-libusb');
        return rest(unavailableRetryMs);
      }
      const fitting = devicesFor(device, configuration, listed.devices);
      const found = fitting.find((listedDevice) => !held.has(listedDevice.path));
      if (found === undefined) {
        denied = false;
        const sinceLost = timing.now() - lostAt;
        if (sinceLost >= lostMs) return show('absent', 'plug-in');
        show('lost', 'plug-in');
        return lookIn(lostMs - sinceLost);
      }
      hold(found.path);
      // Access that was refused is asked for again and again without the screen flickering.
      if (!denied) show('opening', 'none');
      tryToOpen(found.path, 0);
    },
    changed() {
      if (open === null) hurry?.();
      if (phase === 'looking') lookIn(0);
    },
    path: () => path,
    wants: (asked) => device.finds(asked, configuration),
    async lend(target) {
      if (phase === 'stopped') return;
      phase = 'lent';
      cancelWait();
      hurry = null;
      letGo();
      // Whoever borrows it holds it, and gives it back under this name.
      path = target;
      readyAt = null;
      failures = 0;
      denied = false;
      show('waiting', 'testing');
      await Promise.all([release(), opening]);
    },
    lent: () => phase === 'lent',
    takeBack() {
      if (phase !== 'lent') return;
      const target = path;
      if (target === null || held.has(target)) {
        path = null;
        look();
        return;
      }
      hold(target);
      show('opening', 'none');
      tryToOpen(target, openWaitsMs.length);
    },
    async stop() {
      const wasLent = phase === 'lent';
      phase = 'stopped';
      cancelWait();
      hurry = null;
      // A borrowed device stays with the borrower.
      if (wasLent) path = null;
      letGo();
      await release();
    },
  };
}
