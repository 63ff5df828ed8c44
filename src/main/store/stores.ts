/** Puts the areas of the store together over one database. */
import type { Stores } from '../core/stores.ts';
import { createAuditStore } from './audit.ts';
import { createCardStore } from './cards.ts';
import type { Database } from './database.ts';
import { createDayCountStore } from './day-counts.ts';
import { createDeviceStore } from './devices.ts';
import { createEvacuationListStore } from './evacuation-list.ts';
import { createEventStore } from './events.ts';
import { createExportStore } from './exports.ts';
import { createHoldStore } from './holds.ts';
import { createHostStore } from './hosts.ts';
import { createIntegrationStore } from './integrations.ts';
import { createInvitationStore } from './invitations.ts';
import { createMaintenance } from './maintenance.ts';
import { createNoticeStore } from './notices.ts';
import { createOutboxStore } from './outbox.ts';
import { createPictureStore } from './pictures.ts';
import { createRecognitionStore } from './recognition.ts';
import { createRetentionStore } from './retention.ts';
import { createRollCallStore } from './roll-calls.ts';
import { createSiteStore } from './site.ts';
import { createStaffStore } from './staff.ts';
import { createVisitorTypeStore } from './visitor-types.ts';
import { createVisitStore } from './visits.ts';
import { createWatchlistStore } from './watchlist.ts';

export function createStores(database: Database): Stores {
  return {
    visits: createVisitStore(database),
    visitorTypes: createVisitorTypeStore(database),
    holds: createHoldStore(database),
    hosts: createHostStore(database),
    events: createEventStore(database),
    integrations: createIntegrationStore(database),
    invitations: createInvitationStore(database),
    recognition: createRecognitionStore(database),
    watchlist: createWatchlistStore(database),
    cards: createCardStore(database),
    devices: createDeviceStore(database),
    staff: createStaffStore(database),
    notices: createNoticeStore(database),
    outbox: createOutboxStore(database),
    site: createSiteStore(database),
    pictures: createPictureStore(database),
    audit: createAuditStore(database),
    retention: createRetentionStore(database),
    rollCalls: createRollCallStore(database),
    evacuationList: createEvacuationListStore(database),
    dayCounts: createDayCountStore(database),
    exports: createExportStore(database),
    maintenance: createMaintenance(database),
    transact(work) {
      return database.transaction(work).immediate();
    },
  };
}
