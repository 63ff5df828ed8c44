/** What the types of visitor ask is in the notice, in every language, from the moment on that it is asked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { createTestApp, siteSettings, type TestApp } from '../support/app.ts';
import { addType, contractor, meeting } from '../support/visitor-types.ts';

let test: TestApp;
beforeEach(async () => {
  test = createTestApp();
  await test.setUp();
  await test.signIn();
  await test.call('console', 'site.change', { ...siteSettings, languages: [...kioskLanguages] });
});

const notice = (language: string) => test.call('kiosk', 'notice.current', { language });
const whole = async (language: string) => JSON.stringify((await notice(language)).content);

describe.each(kioskLanguages)('in %s', (language) => {
  it('says what is asked and why, and goes back to what it was without the type', async () => {
    const before = await notice(language);
    const id = await addType(test, contractor);
    const after = await notice(language);
    expect(after.version).toBe(before.version + 1);
    for (const { words } of contractor.fields) {
      const said = words[language] ?? words.en;
      const text = await whole(language);
      expect(text).toContain(said?.label);
      expect(text).toContain(`${said?.label}: ${said?.purpose}`);
    }
    const visits = after.content.sections[1]?.facts ?? [];
    const was = before.content.sections[1]?.facts ?? [];
    const changed = visits.filter(({ text }, index) => text !== was[index]?.text);
    expect(changed).toHaveLength(2);
    expect(after.content.points[0]?.text).not.toBe(before.content.points[0]?.text);
    await test.call('console', 'types.retire', { visitorTypeId: id, retired: true });
    expect((await notice(language)).content).toEqual(before.content);
  });

  it('says the kind of the visit, and the rules only where there are any', async () => {
    const before = (await notice(language)).content;
    await addType(test, meeting);
    const kind = (await notice(language)).content;
    expect(kind.points).toEqual(before.points);
    const data = (content: typeof kind): string => content.sections[1]?.facts[1]?.text ?? '';
    expect(data(kind).startsWith(data(before))).toBe(true);
    await addType(test, { ...meeting, rules: { en: ['No open flames.'] } });
    const rules = (await notice(language)).content;
    expect(data(rules).startsWith(data(kind))).toBe(true);
    expect(data(rules).length).toBeGreaterThan(data(kind).length);
  });

  it(`keeps the short layer within ${language === 'en' ? 60 : 75} words`, async () => {
    await addType(test, contractor);
    await test.call('console', 'retention.change', { contactDays: 30, visitDays: 90, cardLinkDays: 60 });
    const { title, lead, points } = (await notice(language)).content;
    const text = [title, lead, ...points.flatMap((point) => [point.title, point.text])].join(' ');
    const words = text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
    expect(words, text).toBeLessThanOrEqual(language === 'en' ? 60 : 75);
  });
});

it('a draft previews what the types ask, and differs by nothing else', async () => {
  await addType(test, contractor);
  const { register, differs } = await test.call('console', 'notice.draft', {});
  expect(differs).toBe(false);
  const { content } = await test.call('console', 'notice.preview', { language: 'en', register });
  expect(content).toEqual((await notice('en')).content);
});

it('a change of a type that asks the same publishes nothing', async () => {
  const id = await addType(test, contractor);
  const { version } = await notice('en');
  const saved = await test.call('console', 'types.save', {
    visitorTypeId: id,
    version: 1,
    type: { ...contractor, card: 'due' },
  });
  expect(saved).toMatchObject({ version: 2, noticeVersion: version });
  expect((await notice('en')).version).toBe(version);
});
