/**
 * The composition root: puts the core, the store and the router together. It owns no timer, reads no clock and
 * opens no device; hosts and tests hand those in.
 */
import type { Area, FoyerEvent } from '../shared/contract/events.ts';
import type { Door } from '../shared/vocabulary.ts';
import type { App, AppParts } from './app-parts.ts';
import { createCalls } from './calls.ts';
import { createAudit } from './core/audit.ts';
import { createBadgeDesigns } from './core/badge-printing/badge-designs.ts';
import { createTaps } from './core/cards/taps.ts';
import { createCode } from './core/codes.ts';
import { createDevices } from './core/devices/devices.ts';
import { createEvacuationList } from './core/evacuation-list/evacuation-list.ts';
import { createHostDirectory } from './core/hosts/host-directory.ts';
import { createIds } from './core/ids.ts';
import { createScans } from './core/invitations/scans.ts';
import { createNotices } from './core/notice/notices.ts';
import { createNoticeRenewal } from './core/notice/renewal.ts';
import { createDispatcher } from './core/outbox/dispatcher.ts';
import { createOutboxEntries } from './core/outbox/entries.ts';
import { type CardNumbers, createReaders } from './core/readers/readers.ts';
import { createBadges } from './core/recognition/badges.ts';
import { createEarlierVisits } from './core/recognition/earlier-visit.ts';
import { createRecognition } from './core/recognition/recognition.ts';
import { createDayCounting } from './core/reports/day-counts.ts';
import { createRetention } from './core/retention/retention.ts';
import { createSite } from './core/site/site.ts';
import { install } from './core/site/site-calls.ts';
import { createThrottle } from './core/throttle.ts';
import { createEveningClosing } from './core/visits/evening.ts';
import { createVisitSearch } from './core/visits/visit-search.ts';
import { createWatchlistMatching } from './core/watchlist/matching.ts';
import { createSiteLanguages } from './core/words/site-words.ts';
import { interpret, isPaymentCardHeard } from './readers/formats/interpret.ts';
import { readTyped } from './readers/formats/typed.ts';
import { lookalikesOf, partOfLongerUid } from './readers/formats/uid.ts';
import { createRouter } from './router.ts';
import { createSessions } from './session.ts';
import { announcing } from './store/maintenance.ts';
import { codeOf } from './store/open.ts';
import { storeRefusal } from './store/store-refusal.ts';
import { createStores } from './store/stores.ts';

export type { App, AppParts, InstallationPlan } from './app-parts.ts';

/** How card numbers are read and compared. */
const numbers: CardNumbers = { readTyped, interpret, isPaymentCardHeard, lookalikesOf, partOfLongerUid };

/** After this many commits the log is written back as soon as the desk is idle (docs/performance.md). */
const commitsUntilCheckpoint = 40;
const idleMs = 250;

export function createApp(parts: AppParts): App {
  const { clock, random, digest } = parts;
  const newId = createIds(clock, random);
  const unwatched = createStores(parts.database);
  const outbox = createOutboxEntries({ stores: unwatched, clock, newId });
  const stores = outbox.watch(unwatched);
  const audit = createAudit(stores, digest);
  const site = createSite(stores);
  const sessions = createSessions(
    () => clock.monotonic(),
    (connectionId) => readers.sessionEnded(connectionId),
  );
  const taps = createTaps(clock, random);
  const scans = createScans(clock, random);
  const languages = createSiteLanguages({ files: parts.wordFiles ?? [], digest, log: parts.log });
  const notices = createNotices({ stores, site, digest, newId });
  const directory = createHostDirectory(stores.hosts);
  const matching = createWatchlistMatching(stores);
  const search = createVisitSearch({ stores, site, audit, clock, digest });
  const listeners = new Set<(event: FoyerEvent, doors: readonly Door[]) => void>();
  const code = createCode(random, 8);
  const setUpCode = (): string | null => (site.current() === null ? code : null);
  let commits = 0;
  let lastCallAt = clock.monotonic();

  function emit(event: FoyerEvent, doors: readonly Door[]): void {
    for (const listener of listeners) listener(event, doors);
  }
  function changed(areas: readonly Area[]): void {
    emit({ type: 'changed', areas: [...areas] }, ['kiosk', 'console']);
  }
  function transact<Result>(work: () => Result): Result {
    commits += 1;
    return stores.transact(work);
  }

  const retention = createRetention({
    stores: {
      ...stores,
      transact,
      maintenance: announcing(stores.maintenance, () => parts.longWork?.()),
    },
    audit,
    clock,
    digest,
    dataFolder: parts.dataFolder,
    newId,
    site,
    forget: (sequences) => search.forget(sequences),
    hostsGone(visitSequences) {
      directory.forget();
      search.renew(visitSequences);
    },
    watchlistGone: () => matching.forget(),
    lastCallAt: () => lastCallAt,
    changed() {
      evacuationList.renew();
      changed(['retention', 'visits', 'hosts', 'watchlist']);
    },
    renewNotice: (at) => notices.renew(at, 'retention'),
  });
  const evacuationList = createEvacuationList({
    ...{ stores, site, clock, log: parts.log, paper: parts.evacuationPaper ?? null },
    changed: () => changed(['evacuation-list']),
  });
  const readers = createReaders({
    stores: { ...stores, transact },
    audit,
    clock,
    site,
    sessions,
    taps,
    scans,
    numbers,
    log: parts.log,
    system: parts.system,
    tapSimulated: parts.tapSimulated,
    askReaders: parts.askReaders,
    emit,
    changed,
  });
  const devices = createDevices({
    ...{ ...parts, audit, newId, changed },
    stores: { ...stores, transact },
    endSession: (connectionId) => sessions.end(connectionId),
  });
  const renewNotice = createNoticeRenewal({
    ...{ notices, site, audit, clock, transact },
    changed: () => changed(['notice']),
  });
  const dispatcher = createDispatcher({ ...parts, stores, transact, site, audit, changed });
  const closeEvening = createEveningClosing({ stores: { ...stores, transact }, audit, clock, site });
  const recognition = createRecognition({ stores: { ...stores, transact }, digest });
  const signOutTries = createThrottle(5, 60_000, () => clock.monotonic());
  const badges = createBadges({ stores, clock, random, digest, site, scans, tries: signOutTries });
  const countDays = createDayCounting({ stores: { ...stores, transact }, clock, site });
  const handlers = createCalls({
    ...parts,
    recognition,
    badges,
    signOutTries,
    earlier: createEarlierVisits({ site, recognition, badges }),
    stores,
    transact,
    newId,
    audit,
    site,
    sessions,
    taps,
    scans,
    numbers,
    languages,
    notices,
    directory,
    matching,
    search,
    retention,
    readers,
    outbox,
    wakeOutbox: dispatcher.wake,
    devices,
    evacuationList,
    badgeDesigns: createBadgeDesigns(parts.designFiles ?? { own: [], site: [] }, parts.log),
    setUpCode,
  });
  const route = createRouter({
    handlers,
    sessions,
    audit,
    clock,
    log: parts.log,
    isSetUp: () => site.current() !== null,
    transact,
    changed,
    newReference: () => Buffer.from(random(4)).toString('hex'),
    storeRefusal,
  });

  let eveningAt = Number.NEGATIVE_INFINITY;

  /** The waiting work, most urgent first; each returns true while more of it can be done at once. */
  function work(): boolean {
    audit.flush();
    renewNotice();
    if (search.tick() || directory.tick() || recognition.tick()) return true;
    const now = clock.monotonic();
    if (now > eveningAt + 30_000) {
      if (closeEvening() > 0) {
        changed(['visits']);
        return true;
      }
      eveningAt = now;
    }
    if (dispatcher.tick()) return true;
    // What a purge deletes has been counted before.
    if (countDays() || retention.tick()) return true;
    if (commits >= commitsUntilCheckpoint && now > lastCallAt + idleMs) {
      commits = 0;
      stores.maintenance.checkpoint();
    }
    readers.tick();
    devices.tick();
    evacuationList.tick();
    if (sessions.expire()) emit({ type: 'session.ended' }, ['console']);
    return false;
  }

  return {
    call(caller, name, input) {
      lastCallAt = clock.monotonic();
      // The host let the device in; whether it is one still is known here.
      if (
        caller.door !== 'integration' &&
        caller.deviceId !== undefined &&
        !devices.isKnown(caller.deviceId, caller.door)
      )
        return Promise.resolve({ ok: false, code: 'not-allowed' });
      return route(caller, name, input);
    },
    cardRead: readers.cardRead,
    readersChanged: readers.readersChanged,
    connectionClosed: (connectionId) => sessions.lost(connectionId),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tick() {
      try {
        return work();
      } catch (error) {
        parts.log({ event: 'fault', call: 'tick', error: codeOf(error) || (error as Error).name });
        return false;
      }
    },
    readerHeard: readers.heard,
    siteReaders: () => site.current()?.settings.readers ?? null,
    devices,
    state: () => (site.current() === null ? 'set-up' : 'ready'),
    setUpCode,
    provision(plan) {
      transact(() => {
        install({ stores, notices, newId, clock, languages, digest }, plan);
        audit.record({ at: clock.now(), act: 'site.provision', staffId: null, subject: null, detail: null });
      });
      changed(['site', 'notice', 'readers']);
    },
    close() {
      dispatcher.close();
      search.flush();
      audit.flush();
      if (parts.database.open) stores.maintenance.truncateLog();
      parts.database.close();
    },
  };
}
