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
