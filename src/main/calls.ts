/** Every call of the contract, answered by its area of the core. */
import { readCalendar } from './calendars/calendar-reader.ts';
import type { Audit } from './core/audit.ts';
import { createAuditCalls } from './core/audit-calls.ts';
import type { BadgeDesigns } from './core/badge-printing/badge-designs.ts';
import { type BadgePaper, createBadgePrinting } from './core/badge-printing/badge-printing.ts';
import { createCards } from './core/cards/cards.ts';
import type { Taps } from './core/cards/taps.ts';
import type { Handlers, Sessions } from './core/context.ts';
import { createDeliver } from './core/devices/deliver.ts';
import type { Devices } from './core/devices/devices.ts';
import type { createEvacuationList } from './core/evacuation-list/evacuation-list.ts';
import { createEvents } from './core/events/events.ts';
import { createExports } from './core/exports/exports.ts';
import { createHolds } from './core/holds/holds.ts';
import type { HostDirectory } from './core/hosts/host-directory.ts';
import { createHosts } from './core/hosts/hosts.ts';
import { createIntegrations } from './core/integrations/integrations.ts';
import { createInvitations } from './core/invitations/invitations.ts';
import { createInviter } from './core/invitations/inviter.ts';
import type { Scans } from './core/invitations/scans.ts';
import { createNoticeDraft } from './core/notice/notice-draft.ts';
import type { Notices } from './core/notice/notices.ts';
import type { Courier } from './core/outbox/courier.ts';
import type { OutboxEntries } from './core/outbox/entries.ts';
import { createOutboxCalls } from './core/outbox/outbox-calls.ts';
import type { Clock, Digest, PassphraseHasher, RandomBytes } from './core/ports.ts';
import type { CardNumbers, createReaders } from './core/readers/readers.ts';
import type { Badges } from './core/recognition/badges.ts';
import type { EarlierVisits } from './core/recognition/earlier-visit.ts';
import type { Recognition } from './core/recognition/recognition.ts';
import { createReports } from './core/reports/reports.ts';
import type { Retention } from './core/retention/retention.ts';
import { createRollCalls } from './core/roll-calls/roll-calls.ts';
import type { Site } from './core/site/site.ts';
import { createSiteCalls, type Demo } from './core/site/site-calls.ts';
import { createStaff } from './core/staff/staff.ts';
import type { Stores } from './core/stores.ts';
import type { Throttle } from './core/throttle.ts';
import { createVisitorTypes } from './core/visitor-types/visitor-types.ts';
import { createUnconfirmed } from './core/visits/unconfirmed.ts';
import type { VisitSearch } from './core/visits/visit-search.ts';
import { createVisits } from './core/visits/visits.ts';
import type { WatchlistMatching } from './core/watchlist/matching.ts';
import { createWatchlist } from './core/watchlist/watchlist.ts';
import type { SiteLanguages } from './core/words/site-words.ts';

export interface CallParts {
  readonly stores: Stores;
  /** As the store's, and counted for the checkpoint. */
  readonly transact: Stores['transact'];
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly digest: Digest;
  readonly hasher: PassphraseHasher;
  readonly newId: () => string;
  readonly audit: Audit;
  readonly site: Site;
  readonly sessions: Sessions;
  readonly taps: Taps;
  readonly scans: Scans;
  readonly numbers: CardNumbers;
  readonly languages: SiteLanguages;
  readonly notices: Notices;
  readonly directory: HostDirectory;
  readonly matching: WatchlistMatching;
  readonly search: VisitSearch;
  readonly recognition: Recognition;
  readonly earlier: EarlierVisits;
  readonly badges: Badges;
  readonly signOutTries: Throttle;
  readonly retention: Retention;
  readonly readers: Pick<ReturnType<typeof createReaders>, 'calls'>;
  readonly outbox: OutboxEntries;
  readonly courier?: Courier;
  readonly wakeOutbox: () => void;
  readonly devices: Pick<Devices, 'calls'>;
  readonly evacuationList: Pick<ReturnType<typeof createEvacuationList>, 'calls' | 'renew'>;
  readonly badgeDesigns: BadgeDesigns;
  readonly badgePaper?: BadgePaper;
  readonly demo: Demo | null;
  readonly recoveryKey: string | null;
  readonly setUpCode: () => string | null;
  readonly storageLow: () => boolean;
}

const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');
const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

export function createCalls(parts: CallParts): Handlers {
  const { stores, clock, random, digest, hasher, newId, site, sessions, notices, languages, search } = parts;
  const { recognition, earlier, badges, signOutTries, matching } = parts;
  const inviter = createInviter({ stores, random, digest, site, newId, outbox: parts.outbox });
  const visitParts = {
    ...{ stores, clock, digest, site, notices, search, matching },
    ...{ recognition, earlier, badges, signOutTries },
  };
  return {
    ...createSiteCalls({
      stores,
      clock,
      site,
      notices,
      languages,
      hasher,
      digest,
      newId,
      demo: parts.demo,
      recoveryKey: parts.recoveryKey,
      setUpCode: parts.setUpCode,
      storageLow: parts.storageLow,
    }),
    ...createStaff({ stores, hasher, sessions, newId }),
    ...createVisits(visitParts),
    ...parts.badges.calls,
    ...createBadgePrinting({
      ...{ stores, site, audit: parts.audit, designs: parts.badgeDesigns },
      ...{ codes: badges, paper: parts.badgePaper ?? null },
    }),
    ...createVisitorTypes({ stores, site, notices, digest, newId }),
    ...createUnconfirmed(stores, site),
    ...createHolds({ stores, site, forget: search.forget, renewEvacuationList: parts.evacuationList.renew }),
    ...createWatchlist({ stores, site, matching: parts.matching, newId }),
    'visits.search': search.handler,
    ...createInvitations({ stores, clock, site, scans: parts.scans, inviter, mayMail: parts.outbox.mayMail }),
    ...createIntegrations({ stores, clock, random, digest, newId, inviter }),
    ...createOutboxCalls({
      ...{ stores, clock, random, site, newId, inviter },
      courier: parts.courier ?? null,
      wake: parts.wakeOutbox,
    }),
    ...createCards({ stores, site, taps: parts.taps, numbers: parts.numbers, newId }),
    ...createEvents({
      ...{ stores, clock, digest, site, newId, inviter, readCalendar, fromBase64, pause },
      transact: parts.transact,
      audit: parts.audit,
    }),
    ...createHosts({
      stores,
      transact: parts.transact,
      audit: parts.audit,
      directory: parts.directory,
      clock,
      newId,
      fromBase64,
      pause,
      renamed: search.renew,
    }),
    ...createRollCalls({ stores, sessions }),
    ...parts.evacuationList.calls,
    ...notices.calls,
    ...createNoticeDraft({ stores, site, notices }),
    ...languages.calls,
    ...parts.retention.calls,
    ...createReports({ stores, site }),
    ...createExports({ stores, site, clock, random, pause }),
    ...parts.readers.calls,
    ...parts.devices.calls,
    ...createDeliver(visitParts),
    ...createAuditCalls(stores, parts.audit),
  };
}
