/** Who a host says is calling. Hosts know doors and connections; roles are known only to the core's sessions. */
import type { DeviceId, Door } from '../shared/vocabulary.ts';

export interface Caller {
  readonly door: Door;
  /**
   * One browser session or window, random and secret to the host. Sign-in binds a session to it; throttles count
   * by it.
   */
  readonly connectionId: string;
  /** The paired device it comes from over the network; absent on the host's own machine. */
  readonly deviceId?: DeviceId;
}

/** What a device's pages are known by: one session for each, and a new page buys no new tries. */
export function connectionOfDevice(deviceId: DeviceId): string {
  return `device ${deviceId}`;
}
