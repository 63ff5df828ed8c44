/** The one place that decides whether a host is told by mail that a visitor has arrived. */
import type { MailSettings } from '../../../shared/contract/mail.ts';

export interface ArrivalAnnouncement {
  /** Null where mail was never set up. */
  readonly mail: MailSettings | null;
  /** Whether a host of the directory was chosen: words alone have no address. */
  readonly hasHost: boolean;
  /** The visit waits for somebody at the desk, so nobody else is told of it yet. */
  readonly isHeld: boolean;
}

export function announcesArrival({ mail, hasHost, isHeld }: ArrivalAnnouncement): boolean {
  return mail?.enabled === true && mail.arrivalMail && hasHost && !isHeld;
}
