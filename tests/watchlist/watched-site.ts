/** A site whose notice names the watchlist, with entries on it. */
import type { CallInput } from '../../src/shared/contract/contract.ts';
import type { WatchlistEntryId } from '../../src/shared/vocabulary.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

/** Turns the catalogue's entry on, or off, and publishes the notice. */
export async function nameWatchlist(test: TestApp, on = true): Promise<void> {
  const { revision, register } = await test.call('console', 'notice.draft', {});
  const entries = register.entries.map((entry) => (entry.entryId === 'watchlist' ? { ...entry, on } : entry));
  const saved = await test.call('console', 'notice.saveDraft', { revision, register: { entries } });
  await test.call('console', 'notice.publish', saved);
}

export async function watchedSite(test = createTestApp()): Promise<TestApp> {
  await test.setUp();
  await test.signIn();
  await nameWatchlist(test);
  return test;
}

export const canary: CallInput<'watchlist.add'> = {
  name: 'Canary Blackwood',
  email: 'canary@blackwood.example',
  phone: '+45 87 65 43 21',
  company: 'Blackwood Ltd',
  reason: 'Threatened the gardener with canaryreason.',
  reviewOn: '2026-06-01',
};

export async function watch(
  test: TestApp,
  more: Partial<CallInput<'watchlist.add'>> = {},
): Promise<WatchlistEntryId> {
  const { entry } = await test.call('console', 'watchlist.add', { ...canary, ...more });
  return entry.entryId;
}

/** Registers a visitor as the kiosk does. */
export async function arriveAs(
  test: TestApp,
  visitor: Partial<CallInput<'visits.arrive'>>,
  door: 'kiosk' | 'console' = 'kiosk',
) {
  const { noticeId } = await test.call('kiosk', 'notice.current', { language: 'en' });
  return test.call(door, 'visits.arrive', {
    visitId: test.newVisitId() as never,
    name: 'Somebody Else',
    email: 'somebody@example.com',
    phone: '+45 11 22 33 44',
    company: '',
    host: '',
    language: 'en',
    noticeId,
    ...visitor,
  });
}
