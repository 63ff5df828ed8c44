/**
 * The life of one reader with a device: absent → opening → ready → lost → waiting, with denied and unavailable on
 * the side. It looks at lists of devices that the supervisor hands it, holds at most one device open, and passes
 * on what the profile's driver reads.
 */
import type { ReaderStatus } from '../../shared/contract/readers.ts';
import type { CardReading, ReaderConfiguration } from './card-read.ts';
import type { HidHandle, HidPort, ListResult } from './port.ts';
import type { Driver, Profile } from './profiles/profile.ts';
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

type Phase = 'looking' | 'busy' | 'resting' | 'stopped';

export function createDeviceReader(parts: DeviceReaderParts): DeviceReader {
  const { configuration, device, port, timing, held, show, lookIn } = parts;
  let phase: Phase = 'looking';
  let open: { readonly path: string; readonly handle: HidHandle } | null = null;
  let driver: Driver | null = null;
  let drainedAt = 0;
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

  async function tryToOpen(path: string, attempt: number): Promise<void> {
    const result = await port.open(path);
    if (phase === 'stopped') {
      if (result.ok) await result.handle.close();
      return;
    }
    if (result.ok) {
      arm(path, result.handle);
      return;
    }
    const pause = denied ? undefined : openWaitsMs[attempt];
    if ((result.fault === 'denied' || result.fault === 'gone') && pause !== undefined) {
      wait(pause, () => void tryToOpen(path, attempt + 1));
      return;
    }
    held.delete(path);
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

  function arm(path: string, handle: HidHandle): void {
    open = { path, handle };
    denied = false;
    handle.onLost(lost);
    handle.onReport(accept);
    drainedAt = timing.now() + drainMs;
    wait(drainMs, () => {
      const parted = { handle, configuration, timing, read: parts.read, failed: lost };
      driver = device.start(parted);
      readyAt = timing.now();
      show('ready', 'none');
    });
  }

  function accept(bytes: Uint8Array): void {
    if (parts.stoodStill()) {
      driver?.reset();
      drainedAt = timing.now() + drainMs;
    }
    if (timing.now() >= drainedAt) driver?.report(bytes);
  }

  function release(): Promise<void> {
    driver?.stop();
    driver = null;
    const closing = open?.handle.close() ?? Promise.resolve();
    if (open !== null) held.delete(open.path);
    open = null;
    return closing;
  }

  function lost(): void {
    if (open === null) return;
    void release();
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
      const found = listed.devices.find(
        ({ path, ...rest }) => !held.has(path) && device.finds({ path, ...rest }, configuration),
      );
      if (found === undefined) {
        denied = false;
        const sinceLost = timing.now() - lostAt;
        if (sinceLost >= lostMs) return show('absent', 'plug-in');
        show('lost', 'plug-in');
        return lookIn(lostMs - sinceLost);
      }
      phase = 'busy';
      held.add(found.path);
      // Access that was refused is asked for again and again without the screen flickering.
      if (!denied) show('opening', 'none');
      void tryToOpen(found.path, 0);
    },
    changed() {
      if (open === null) hurry?.();
      if (phase === 'looking') lookIn(0);
    },
    async stop() {
      phase = 'stopped';
      cancelWait();
      hurry = null;
      await release();
    },
  };
}
