/** What the notice says in every language: a short layer that can be read standing, and what it has to name. */
import { beforeEach, describe, expect, it } from 'vitest';
import { kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { createTestApp, siteSettings, type TestApp } from '../support/app.ts';
import { ownEntry, parkingWords } from './register-entries.ts';

let test: TestApp;
beforeEach(async () => {
  test = createTestApp();
  await test.setUp();
  await test.signIn();
  await test.call('console', 'site.change', { ...siteSettings, languages: [...kioskLanguages] });
});

const shown = async (language: string) => (await test.call('kiosk', 'notice.current', { language })).content;
type Content = Awaited<ReturnType<typeof shown>>;

/** Heading and rows. */
const shortLayer = ({ title, lead, points }: Content): string =>
  [title, lead, ...points.flatMap((point) => [point.title, point.text])].join(' ');

/** Runs between spaces that hold a letter or digit; French sets spaces before `:` and `;`, which are no words. */
const countWords = (text: string): number =>
  text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;

/** The words of the law's own translation: legitimate interest; access, rectification, erasure, restriction, objection; authority. */
const terms: Readonly<Record<string, readonly string[]>> = {
  da: [
    'legitime interesse',
    'indsigt',
    'rettelse',
    'sletning',
    'begrænsning',
    'indsigelse',
    'tilsynsmyndighed',
  ],
  en: ['legitimate interest', 'see', 'correct', 'erase', 'restrict', 'object', 'supervisory authority'],
  de: [
    'berechtigtes Interesse',
    'Auskunft',
    'Berichtigung',
    'Löschung',
    'Einschränkung',
    'Widerspruch',
    'Aufsichtsbehörde',
  ],
  sv: [
    'berättigade intresse',
    'tillgång',
    'rättelse',
    'radering',
    'begränsning',
    'invändning',
    'tillsynsmyndighet',
  ],
  nb: [
    'berettigede interesse',
    'innsyn',
    'retting',
    'sletting',
    'begrensning',
    'protest',
    'tilsynsmyndighet',
  ],
  pl: [
    'uzasadniony interes',
    'dostęp',
    'sprostowanie',
    'usunięcie',
    'ograniczenie',
    'sprzeciw',
    'organ nadzorczy',
  ],
  fr: [
    'intérêt légitime',
    'accès',
    'rectification',
    'effacement',
    'limitation',
    'opposition',
    'autorité de contrôle',
  ],
  es: [
    'interés legítimo',
    'acceso',
    'rectificación',
    'supresión',
    'limitación',
    'oposición',
    'autoridad de control',
  ],
};

describe.each(kioskLanguages)('in %s', (language) => {
  it(`the short layer has at most ${language === 'en' ? 60 : 75} words`, async () => {
    // With a longer visit record, which is one more thing to say.
    await test.call('console', 'retention.change', { contactDays: 30, visitDays: 90, cardLinkDays: 60 });
    const text = shortLayer(await shown(language));
    expect(text).toContain('90');
    expect(countWords(text), text).toBeLessThanOrEqual(language === 'en' ? 60 : 75);
  });

  it('the short layer names who, where to ask, why, how long, the rights and the complaint', async () => {
    const text = shortLayer(await shown(language)).toLowerCase();
    for (const said of ['nordlys a/s', 'privacy@nordlys.example', '30', ...(terms[language] ?? [])])
      expect(text).toContain(said.toLowerCase());
    expect(terms[language]).toHaveLength(7);
  });

  it('an entry without words is read in the language of the site, and said to be', async () => {
    const { revision, register } = await test.call('console', 'notice.draft', {});
    const [written = 'en'] = [siteSettings.defaultLanguage].filter((each) => each !== language);
    const entries = [...register.entries, ownEntry({ [written]: parkingWords })];
    await test.call('console', 'notice.saveDraft', { revision, register: { entries } });
    const { untranslated } = await test.call('console', 'notice.draft', {});
    expect(untranslated.map((each) => each.language)).toEqual(
      kioskLanguages.filter((each) => each !== written),
    );
    const { content } = await test.call('console', 'notice.preview', { language, register: { entries } });
    const section = content.sections.find(({ heading }) => heading === parkingWords.title);
    expect(section?.language).toBe(written === language ? null : written);
    expect(section?.paragraphs).toHaveLength(written === language ? 0 : 1);
  });
});
