/** Who a host says is calling. Hosts know doors and connections; roles are known only to the core's sessions. */
import type { DeviceId, Door } from '../shared/vocabulary.ts';

export interface Caller {
  /** `integration`: another program, by the HTTP interface; it has no page and hears no events. */
  readonly door: Door | 'integration';
  /**
   * One browser session or window, random and secret to the host. Sign-in binds a session to it; throttles count
   * by it.
   */
  readonly connectionId: string;
  /** The paired device it comes from over the network; absent on the host's own machine. */
  readonly deviceId?: DeviceId;
}

/** Somebody at a page. */
export interface PageCaller extends Caller {
  readonly door: Door;
}

/** What a device's pages are known by: one session for each, and a new page buys no new tries. */
export function connectionOfDevice(deviceId: DeviceId): string {
  return `device ${deviceId}`;
}
