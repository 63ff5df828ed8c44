/** A visitor whose every detail is a canary, and the calls of an officer. */
import type { CallInput } from '../../src/shared/contract/contract.ts';
import type { VisitId } from '../../src/shared/vocabulary.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

export const day = 86_400_000;

export const canary = {
  name: 'Canary Søndergaard',
  email: 'canary.person@birds.example',
  phone: '+45 98 76 54 32',
  company: 'Canary Feathers ApS',
  host: 'Somebody Canaryhost',
} as const;

export async function readyApp(parts: Parameters<typeof createTestApp>[0] = {}): Promise<TestApp> {
  const test = createTestApp(parts);
  await test.setUp();
  await test.signIn();
  return test;
}

export const arriveCanary = (test: TestApp, more: Partial<CallInput<'visits.arrive'>> = {}) =>
  test.arrive(canary.name, { ...canary, ...more });

export async function leave(test: TestApp, visitId: VisitId): Promise<VisitId> {
  await test.call('console', 'visits.depart', { visitId });
  return visitId;
}

/** Until the middle of the year the tests play in. */
export const restrict = (test: TestApp, visitId: VisitId, more: Partial<CallInput<'visits.restrict'>> = {}) =>
  test.call('console', 'visits.restrict', {
    visitId,
    reason: 'legal-claims',
    reviewBy: '2026-06-30',
    ...more,
  });

export const lift = (test: TestApp, visitId: VisitId) =>
  test.call('console', 'visits.liftRestriction', { visitId });

export const erase = (test: TestApp, visitId: VisitId) => test.reply('console', 'visits.erase', { visitId });

/** Days pass, the officer signs in again, and a purge runs to its end. */
export async function purgeAfter(test: TestApp, days: number): Promise<void> {
  test.clock.advance(days * day);
  await test.signIn();
  await test.call('console', 'retention.purgeNow', { confirmed: true });
  test.settle();
}

export function rows(test: TestApp, table: string): number {
  return Number(test.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

export async function lastCertificate(test: TestApp) {
  const { certificates } = await test.call('console', 'retention.certificates', {});
  const [last] = certificates;
  if (last === undefined) throw new Error('no purge has run');
  return last;
}

export function auditOf(test: TestApp, act: string): { subject: string | null; detail: string | null }[] {
  test.app.tick();
  return test.database
    .prepare<[string], { subject: string | null; detail: string | null }>(
      'SELECT subject, detail FROM audit WHERE act = ? ORDER BY sequence',
    )
    .all(act);
}
