/** Answers are personal data: they go with the contact details, and nothing of them is left. */
import { expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { addType, answered, choose, contractor } from '../support/visitor-types.ts';

const day = 86_400_000;

async function ready(leak = ''): Promise<TestApp> {
  const bytes = Buffer.from(leak);
  const test = createTestApp({
    dataFolder: {
      files: () => (leak === '' ? [] : [{ name: 'leak.log', size: bytes.length }]),
      read(_name, position, into) {
        const part = bytes.subarray(position, position + into.length);
        into.set(part);
        return part.length;
      },
    },
  });
  await test.setUp();
  await test.signIn();
  await addType(test, contractor);
  return test;
}

function runFor(test: TestApp, ms: number): void {
  for (let passed = 0; passed < ms; passed += 3_600_000) {
    test.clock.advance(3_600_000);
    test.settle();
  }
}

const certificate = async (test: TestApp) => {
  await test.signIn();
  const { certificates } = await test.call('console', 'retention.certificates', {});
  return certificates.find(({ counts }) => counts.contacts === 1);
};

it('the purge of contact details takes the answers, and the visit keeps its type', async () => {
  const test = await ready();
  await test.call('console', 'retention.change', { contactDays: 2, visitDays: 10, cardLinkDays: 2 });
  const visitId = await test.arrive('Ane Ask', { visitorType: await choose(test, 'Contractor', answered) });
  expect(test.database.serialize().includes('Permit Canary 77')).toBe(true);
  runFor(test, 4 * day);
  await test.signIn();
  const seen = await test.call('console', 'visits.get', { visitId });
  expect(seen.visit).toMatchObject({ name: '', visitorType: 'Contractor', answers: [] });
  expect(seen.rules).toMatchObject({ language: 'en' });
  expect(test.database.serialize().includes('Canary')).toBe(false);
  expect(test.database.serialize().includes('AB 12 345')).toBe(false);
  expect(await certificate(test)).toMatchObject({ byteSearch: { found: 0, decrypted: true } });
  runFor(test, 8 * day);
  expect(test.database.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
});

it('the search of the bytes looks for answers', async () => {
  const test = await ready('… Permit Canary 77 …');
  await test.arrive('Ane Ask', { visitorType: await choose(test, 'Contractor', answered) });
  runFor(test, 33 * day);
  expect(await certificate(test)).toMatchObject({ byteSearch: { files: 1, found: 1 } });
});

it('an answer somebody still has is no evidence', async () => {
  const test = await ready('… Permit Canary 77 …');
  await test.arrive('Ane Ask', { visitorType: await choose(test, 'Contractor', answered) });
  runFor(test, 20 * day);
  await test.arrive('Bo Bøg', { visitorType: await choose(test, 'Contractor', answered) });
  runFor(test, 13 * day);
  expect(await certificate(test)).toMatchObject({ byteSearch: { found: 0 } });
});
