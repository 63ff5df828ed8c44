/**
 * The door to USB devices. Profiles and the supervisor know only these shapes; one file fills them with node-hid,
 * tests with a port of their own. Faults are values, because an absent or forbidden device is an everyday state.
 */

export interface HidDevice {
  /** What to open, unique per device: several collections of one device have one path. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  /** As the device names itself; may be empty. */
  readonly product: string;
  /** Top-level collections; empty where the system does not tell. */
  readonly collections: readonly HidUsage[];
}

export interface HidUsage {
  readonly usagePage: number;
  readonly usage: number;
}

/** `unavailable`: this machine lacks a library that HID needs. */
export type ListResult =
  | { readonly ok: true; readonly devices: readonly HidDevice[] }
  | { readonly ok: false; readonly fault: 'unavailable' | 'failed' };

/** `denied`: the system refuses access. `gone`: no such device (any more). `failed`: anything else. */
export type OpenResult =
  | { readonly ok: true; readonly handle: HidHandle }
  | { readonly ok: false; readonly fault: 'denied' | 'gone' | 'unavailable' | 'failed' };

export interface HidPort {
  list(): Promise<ListResult>;
  open(path: string): Promise<OpenResult>;
  /** Whether `open` would be allowed, found out without opening; `unknown` where only opening tells. */
  access(path: string): Promise<'granted' | 'denied' | 'unknown'>;
  /** The report descriptor as the device sent it; null where the system does not hand it out. Never rejects. */
  descriptor(path: string): Promise<Uint8Array | null>;
  /** Calls `listener` when devices may have come or gone; the result stops it. */
  onChange(listener: () => void): () => void;
}

export interface HidHandle {
  /**
   * Input reports as the device sends them, with the report id first where it numbers them. One listener; reports
   * that came before it was set are not kept.
   */
  onReport(listener: (report: Uint8Array) => void): void;
  /** Called once when the device is pulled out or fails; not after `close`. */
  onLost(listener: () => void): void;
  /** The report id first, 0 where reports are not numbered. Rejects when the device refuses. */
  sendFeature(report: Uint8Array): Promise<void>;
  /** At most `length` bytes of payload, without the report id. Rejects when the device refuses. */
  getFeature(reportId: number, length: number): Promise<Uint8Array>;
  /** The report id first, 0 where reports are not numbered. Rejects when the device refuses. */
  write(report: Uint8Array): Promise<void>;
  /** May be called twice; never rejects. */
  close(): Promise<void>;
}
