/** A USB port without USB: the test plugs in, forbids, reports and pulls out. */
import type { HidDevice, HidHandle, HidPort, OpenResult } from '../../src/main/readers/port.ts';

export interface FakeDevice {
  readonly device: HidDevice;
  /** How many handles are open now. */
  open(): number;
  /** An input report to whoever has it open. */
  report(bytes: readonly number[]): void;
  /** Handed out as its report descriptor; without it there is none. */
  descriptor?: Uint8Array;
  /** Answers feature reports; without it they are refused. */
  features?: {
    send(report: Uint8Array): void;
    get(reportId: number): readonly number[];
  };
}

export interface FakePort extends HidPort {
  plug(device: Partial<HidDevice> & { readonly path: string }, quietly?: 'quietly'): FakeDevice;
  unplug(path: string): void;
  /** The device stops answering but stays plugged in. */
  fail(path: string): void;
  /** What opening the path answers until further notice; null opens it. */
  refuse(path: string, fault: (OpenResult & { ok: false })['fault'] | null): void;
  /** Opening answers only once the result is called. */
  holdOpening(): () => void;
  failListing(fault: 'unavailable' | 'failed' | null): void;
  /** Tells of a change, as the system does when permissions change. */
  change(): void;
  /** Whether anybody listens for changes. */
  watched(): boolean;
  opened(): number;
  listed(): number;
}

export function createFakePort(): FakePort {
  const plugged = new Map<string, { readonly fake: FakeDevice; readonly lose: () => void }>();
  const handles = new Map<string, () => HidHandle>();
  const refusals = new Map<string, (OpenResult & { ok: false })['fault']>();
  const listeners = new Set<() => void>();
  let listFault: 'unavailable' | 'failed' | null = null;
  let opening: Promise<void> = Promise.resolve();
  let opened = 0;
  let listed = 0;
  const change = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    async list() {
      listed += 1;
      if (listFault !== null) return { ok: false, fault: listFault };
      return { ok: true, devices: [...plugged.values()].map(({ fake }) => fake.device) };
    },
    async open(path) {
      opened += 1;
      await opening;
      const fault = refusals.get(path) ?? (plugged.has(path) ? null : 'gone');
      if (fault !== null) return { ok: false, fault };
      return { ok: true, handle: handles.get(path)?.() as HidHandle };
    },
    async access(path) {
      const fault = refusals.get(path);
      if (fault === 'denied') return 'denied';
      return fault === undefined && plugged.has(path) ? 'granted' : 'unknown';
    },
    descriptor: async (path) => plugged.get(path)?.fake.descriptor ?? null,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    plug(given, quietly) {
      const ends = new Set<{ report: (bytes: Uint8Array) => void; lost: () => void }>();
      const fake: FakeDevice = {
        device: { vendorId: 0x08ff, productId: 0x0009, product: '', collections: [], ...given },
        open: () => ends.size,
        report(bytes) {
          for (const end of [...ends]) end.report(Uint8Array.from(bytes));
        },
      };
      handles.set(given.path, () => {
        const end = { report: (_bytes: Uint8Array): void => undefined, lost: (): void => undefined };
        ends.add(end);
        return {
          onReport(listener) {
            end.report = listener;
          },
          onLost(listener) {
            end.lost = listener;
          },
          async sendFeature(report) {
            if (!ends.has(end) || fake.features === undefined) throw new Error('refused');
            fake.features.send(report);
          },
          async getFeature(reportId, length) {
            if (!ends.has(end) || fake.features === undefined) throw new Error('refused');
            return Uint8Array.from(fake.features.get(reportId)).subarray(0, length);
          },
          async write() {},
          async close() {
            ends.delete(end);
          },
        };
      });
      plugged.set(given.path, {
        fake,
        lose() {
          for (const end of [...ends]) {
            ends.delete(end);
            end.lost();
          }
        },
      });
      if (quietly === undefined) change();
      return fake;
    },
    unplug(path) {
      const device = plugged.get(path);
      plugged.delete(path);
      device?.lose();
      change();
    },
    fail(path) {
      plugged.get(path)?.lose();
    },
    refuse(path, fault) {
      if (fault === null) refusals.delete(path);
      else refusals.set(path, fault);
    },
    holdOpening() {
      let release = (): void => undefined;
      opening = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    failListing(fault) {
      listFault = fault;
    },
    change,
    watched: () => listeners.size > 0,
    opened: () => opened,
    listed: () => listed,
  };
}
