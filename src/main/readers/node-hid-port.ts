/**
 * The port over node-hid, the only file that knows it. The package is loaded at the first use: on Linux its binary
 * needs `libusb-1.0.so.0`, and a front desk without that library still works, without a reader.
 */
import { constants, watch } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Device, HIDAsync } from 'node-hid';
import type { HidDevice, HidHandle, HidPort, ListResult, OpenResult } from './port.ts';
import { repeat, systemTiming, type Timing } from './timing.ts';

type NodeHid = typeof import('node-hid');

/** How often devices are listed where the system does not tell of changes. */
const listEveryMs = 4_000;
/** Several events make one change: a plug-in creates the node, then sets its owner and mode. */
const settleMs = 20;

export function createNodeHidPort(timing: Timing = systemTiming): HidPort {
  let loading: Promise<NodeHid> | null = null;
  function load(): Promise<NodeHid> {
    loading ??= import('node-hid').then(
      (module) => ('default' in module ? module.default : module) as NodeHid,
    );
    // A library that is installed later is found by the next try.
    loading.catch(() => {
      loading = null;
    });
    return loading;
  }

  return {
    async list(): Promise<ListResult> {
      try {
        return { ok: true, devices: byPath(await (await load()).devicesAsync()) };
      } catch (error) {
        return { ok: false, fault: isMissingLibrary(error) ? 'unavailable' : 'failed' };
      }
    },

    async open(path): Promise<OpenResult> {
      const refusal = await refusalOf(path);
      if (refusal !== null) return { ok: false, fault: refusal };
      try {
        const options = process.platform === 'darwin' ? { nonExclusive: true } : {};
        return { ok: true, handle: createHandle(await (await load()).HIDAsync.open(path, options)) };
      } catch (error) {
        if (isMissingLibrary(error)) return { ok: false, fault: 'unavailable' };
        return { ok: false, fault: (await refusalOf(path)) ?? 'failed' };
      }
    },

    async access(path) {
      if (process.platform !== 'linux') return 'unknown';
      const refusal = await refusalOf(path);
      return refusal === null ? 'granted' : refusal === 'denied' ? 'denied' : 'unknown';
    },

    async descriptor(path) {
      if (process.platform !== 'linux') return null;
      try {
        return await readFile(`/sys/class/hidraw/${basename(path)}/device/report_descriptor`);
      } catch {
        return null;
      }
    },

    onChange(listener) {
      if (process.platform === 'linux') {
        const stop = watchDevices(timing, listener);
        if (stop !== null) return stop;
      }
      return repeat(timing, listEveryMs, listener);
    },
  };
}

/** node-hid only says that opening failed, so on Linux the system is asked why. */
async function refusalOf(path: string): Promise<'denied' | 'gone' | null> {
  if (process.platform !== 'linux') return null;
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'gone';
  }
}

function isMissingLibrary(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_DLOPEN_FAILED' || code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}

/** Null where the folder cannot be watched. */
function watchDevices(timing: Timing, listener: () => void): (() => void) | null {
  let cancel: (() => void) | null = null;
  try {
    const watcher = watch('/dev', (_event, name) => {
      if (name !== null && !name.startsWith('hidraw')) return;
      cancel ??= timing.after(settleMs, () => {
        cancel = null;
        listener();
      });
    });
    watcher.on('error', () => watcher.close());
    return () => {
      cancel?.();
      watcher.close();
    };
  } catch {
    return null;
  }
}

/** One device per path: listing names every collection of a device on its own. */
function byPath(listed: readonly Device[]): readonly HidDevice[] {
  const devices = new Map<string, HidDevice>();
  for (const { path, vendorId, productId, product, usagePage, usage } of listed) {
    if (path === undefined) continue;
    const known = devices.get(path);
    const collections = usagePage === undefined || usage === undefined ? [] : [{ usagePage, usage }];
    devices.set(path, {
      path,
      vendorId,
      productId,
      product: product ?? '',
      collections: [...(known?.collections ?? []), ...collections],
    });
  }
  return [...devices.values()];
}

function createHandle(device: HIDAsync): HidHandle {
  let report: (bytes: Uint8Array) => void = () => undefined;
  let lost: () => void = () => undefined;
  let closing: Promise<void> | null = null;
  let ended = false;

  function close(): Promise<void> {
    ended = true;
    closing ??= device.close().catch(() => undefined);
    return closing;
  }
  // One listener of each kind for life: a second for `data` throws, none for `error` ends the process.
  device.on('error', () => {
    if (ended) return;
    void close();
    lost();
  });
  device.on('data', (bytes: Uint8Array) => {
    if (ended) return;
    // Thrown here, an error would come back as `error` and look like an unplugged device.
    try {
      report(bytes);
    } catch (error) {
      setImmediate(() => {
        throw error;
      });
    }
  });

  return {
    onReport(listener) {
      report = listener;
    },
    onLost(listener) {
      lost = listener;
    },
    async sendFeature(bytes) {
      await device.sendFeatureReport(Buffer.from(bytes));
    },
    async getFeature(reportId, length) {
      const bytes = await device.getFeatureReport(reportId, length + 1);
      // Real devices put the id in front, some emulated ones leave it out.
      return bytes.subarray(bytes.length > length ? 1 : 0);
    },
    async write(bytes) {
      await device.write(Buffer.from(bytes));
    },
    close,
  };
}
