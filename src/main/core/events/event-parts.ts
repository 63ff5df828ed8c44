/** What the calls about events are handed. */
import type { Audit } from '../audit.ts';
import type { Inviter } from '../invitations/inviter.ts';
import type { Clock, Digest } from '../ports.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import type { ReadCalendar } from './calendar.ts';

export interface EventParts {
  readonly stores: Pick<Stores, 'events' | 'invitations' | 'hosts' | 'outbox'>;
  readonly transact: Stores['transact'];
  readonly audit: Pick<Audit, 'record'>;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly site: Site;
  readonly newId: () => string;
  readonly inviter: Pick<Inviter, 'invite' | 'dayFault'>;
  readonly readCalendar: ReadCalendar;
  readonly fromBase64: (text: string) => Uint8Array;
  /** Lets whoever waits go first. */
  readonly pause: () => Promise<void>;
}
