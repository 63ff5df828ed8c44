/** Types of visitor at the kiosk: what is asked, kept, refused and sent. */
import type { Page } from 'playwright/test';
import { type FakeHost, firstNotice, installFakeHost, readyWelcome, visitorTypes } from './fake-host.ts';
import { expectFlawless, sizes } from './flawless.ts';
import { button, expect, expectHeading, field, søren, tapKeys, test } from './kiosk-page.ts';

const welcome = { ...readyWelcome, visitorTypes };
const [meeting, work, tour, delivery] = visitorTypes as [
  (typeof visitorTypes)[number],
  (typeof visitorTypes)[number],
  (typeof visitorTypes)[number],
  (typeof visitorTypes)[number],
];

async function begin(page: Page, address: string, type: string): Promise<FakeHost> {
  const host = await installFakeHost(page, { welcome });
  await page.goto(address);
  await button(page, 'Sign in').click();
  await expectHeading(page, 'What brings you here?');
  await button(page, type).click();
  await expectHeading(page, 'What is your name?');
  return host;
}

/** From the name to the first thing that the type asks. */
async function introduce(page: Page, company = '', host = ''): Promise<void> {
  await field(page, 'Full name').fill(søren.name);
  await button(page, 'Continue').click();
  await field(page, 'E-mail').fill(søren.email);
  await field(page, 'Phone').fill(søren.phone);
  await button(page, 'Continue').click();
  await field(page, 'Company').fill(company);
  await field(page, 'Host').fill(host);
  await button(page, 'Continue').click();
}

const answerOf = (page: Page, label: string) =>
  page.locator('.answer').filter({ hasText: label }).locator('.answer__text');

test('a visit says what was chosen, answered and read', async ({ page, kioskAddress }) => {
  const host = await begin(page, kioskAddress, 'Work in the house');
  await introduce(page);
  await expectHeading(page, 'What work do you do?');
  await button(page, 'Water and heating').click();
  await expectHeading(page, 'Registration of your vehicle');
  await expect(page.getByText('Only if it is in our yard · May stay empty')).toBeVisible();
  await field(page, 'Your answer').fill('ab 12 345');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Rules of this house');
  for (const paragraph of work.rules.en?.paragraphs ?? [])
    await expect(page.getByText(paragraph)).toBeVisible();
  await button(page, 'I have read the rules').click();
  await button(page, 'Continue').click();
  await expect(answerOf(page, 'Kind of visit')).toHaveText('Work in the house');
  await expect(answerOf(page, 'What work do you do?')).toHaveText('Water and heating');
  await expect(answerOf(page, 'Registration of your vehicle')).toHaveText('AB 12 345');
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  expect(await host.asked('visits.arrive')).toMatchObject([
    {
      noticeId: firstNotice,
      visitorType: {
        visitorTypeId: work.visitorTypeId,
        version: 3,
        answers: { f1: 'o2', f2: 'AB 12 345' },
        rulesHash: 'a'.repeat(64),
      },
    },
  ]);
});

test('a type that demands nothing costs one touch', async ({ page, kioskAddress }) => {
  const host = await begin(page, kioskAddress, 'Meeting');
  await introduce(page);
  await expectHeading(page, /happens to your details/);
  await button(page, 'Continue').click();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  const [sent] = await host.asked('visits.arrive');
  const { visitorTypeId, version } = meeting;
  expect(sent?.visitorType).toEqual({ visitorTypeId, version, answers: {}, rulesHash: null });
});

test('going back keeps what was answered, and another type has answers of its own', async ({
  page,
  kioskAddress,
}) => {
  await begin(page, kioskAddress, 'Work in the house');
  await introduce(page);
  await button(page, 'Electricity').click();
  await field(page, 'Your answer').fill('AB 12');
  await button(page, 'Back').click();
  await expect(button(page, 'Electricity')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Electricity').click();
  await expect(field(page, 'Your answer')).toHaveValue('AB 12');
  await button(page, 'Continue').click();
  await button(page, 'I have read the rules').click();
  await button(page, 'Continue').click();
  await button(page, 'Change: Kind of visit').click();
  await expect(button(page, 'Work in the house')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Delivery').click();
  await expect(button(page, 'Yes')).toHaveAttribute('aria-pressed', 'false');
  await button(page, 'Leave this out').click();
  await expect(field(page, 'Your answer')).toHaveValue('');
  await button(page, 'Continue').click();
  await expect(field(page, 'Your answer')).toHaveAccessibleDescription('Please fill this in.');
  await field(page, 'Your answer').fill('77');
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await expect(answerOf(page, 'Do you need help with unloading?')).toHaveText('Not given');
  await expect(answerOf(page, 'Full name')).toHaveText(søren.name);
  await expect(page.getByText('AB 12')).toHaveCount(0);
});

test('each answer is changed by itself', async ({ page, kioskAddress }) => {
  await begin(page, kioskAddress, 'Work in the house');
  await introduce(page);
  await button(page, 'Electricity').click();
  await button(page, 'Continue').click();
  await button(page, 'I have read the rules').click();
  await button(page, 'Continue').click();
  await button(page, 'Change: Registration of your vehicle').click();
  await field(page, 'Your answer').fill('x?');
  await button(page, 'Continue').click();
  await expect(field(page, 'Your answer')).toHaveAccessibleDescription('Please write it like AB 12 345.');
  await expect(field(page, 'Your answer')).toHaveValue('X?');
  await field(page, 'Your answer').fill('xy 77');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Is everything right?');
  await expect(answerOf(page, 'Registration of your vehicle')).toHaveText('XY 77');
  await button(page, 'Change: What work do you do?').click();
  await button(page, 'Something else').click();
  await expectHeading(page, 'Is everything right?');
});

test('company or host may not stay empty where the type needs them', async ({ page, kioskAddress }) => {
  await begin(page, kioskAddress, 'Tour');
  await introduce(page, 'Byg og Bo');
  await expect(field(page, 'Host')).toHaveAccessibleDescription('Please fill this in.');
  await expect(field(page, 'Company')).toHaveValue('Byg og Bo');
  await field(page, 'Host').fill('Mette');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Rules of this house');
});

test('a type that is offered no more is chosen again, and nothing typed is lost', async ({
  page,
  kioskAddress,
}) => {
  const host = await begin(page, kioskAddress, 'Work in the house');
  await introduce(page);
  await button(page, 'Electricity').click();
  await field(page, 'Your answer').fill('AB 12');
  await button(page, 'Continue').click();
  await button(page, 'I have read the rules').click();
  await button(page, 'Continue').click();
  await host.setWelcome({ ...welcome, visitorTypes: [meeting, { ...work, version: 4 }, tour] });
  await host.refuseNext('visits.arrive', { ok: false, code: 'type-outdated' });
  await button(page, 'Confirm').click();
  await expectHeading(page, 'What brings you here?');
  await expect(page.getByText('What we ask of your kind of visit has just changed.')).toBeVisible();
  await expect(button(page, 'Delivery')).toHaveCount(0);
  await button(page, 'Work in the house').click();
  await expect(button(page, 'Electricity')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Electricity').click();
  await expect(field(page, 'Your answer')).toHaveValue('AB 12');
  await button(page, 'Continue').click();
  await button(page, 'I have read the rules').click();
  await expectHeading(page, /happens to your details/);
  await button(page, 'Continue').click();
  await expect(answerOf(page, 'Full name')).toHaveText(søren.name);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  const sent = await host.asked('visits.arrive');
  expect(sent.map(({ visitorType }) => visitorType?.version)).toEqual([3, 4]);
});

test('nothing is registered while a type is due, and the review says so', async ({ page, kioskAddress }) => {
  const host = await begin(page, kioskAddress, 'Meeting');
  await introduce(page);
  await button(page, 'Continue').click();
  await host.setWelcome({ ...welcome, visitorTypes: [{ ...meeting, version: 9 }, work] });
  await host.refuseNext('visits.arrive', { ok: false, code: 'type-outdated' });
  await button(page, 'Confirm').click();
  await expectHeading(page, 'What brings you here?');
  await button(page, 'Back').click();
  await expectHeading(page, 'Is everything right?');
  await expect(answerOf(page, 'Kind of visit')).toHaveText('Not given');
  await button(page, 'Confirm').click();
  await expectHeading(page, 'What brings you here?');
  expect(await host.asked('visits.arrive')).toHaveLength(1);
  await button(page, 'Meeting').click();
  await button(page, 'Continue').click();
  await expect(answerOf(page, 'Kind of visit')).toHaveText('Meeting');
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
});

test('when the last type is gone the visitor just goes on', async ({ page, kioskAddress }) => {
  const host = await begin(page, kioskAddress, 'Meeting');
  await introduce(page);
  await button(page, 'Continue').click();
  await host.setWelcome(readyWelcome);
  await host.refuseNext('visits.arrive', { ok: false, code: 'type-outdated' });
  await button(page, 'Confirm').click();
  await expectHeading(page, 'What brings you here?');
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  expect((await host.asked('visits.arrive')).at(-1)).not.toHaveProperty('visitorType');
});

test('an answer the core refuses is shown beside its question', async ({ page, kioskAddress }) => {
  const host = await begin(page, kioskAddress, 'Delivery');
  await introduce(page, 'Byg og Bo');
  await button(page, 'No').click();
  await field(page, 'Your answer').fill('77');
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  const fields = { 'visitorType.answers.f2': 'too-long' };
  await host.refuseNext('visits.arrive', { ok: false, code: 'bad-input', fields });
  await button(page, 'Confirm').click();
  await expectHeading(page, delivery.fields[1]?.words.en?.label ?? '');
  await expect(field(page, 'Your answer')).toHaveAccessibleDescription(/too long/);
});

test('starting over leaves nothing', async ({ page, kioskAddress }) => {
  await begin(page, kioskAddress, 'Work in the house');
  await introduce(page);
  await button(page, 'Electricity').click();
  await field(page, 'Your answer').fill('AB 12');
  await button(page, 'Start over').click();
  await button(page, 'Sign in').click();
  await expect(button(page, 'Work in the house')).toHaveAttribute('aria-pressed', 'false');
  await button(page, 'Work in the house').click();
  await introduce(page);
  await expect(button(page, 'Electricity')).toHaveAttribute('aria-pressed', 'false');
  await button(page, 'Electricity').click();
  await expect(field(page, 'Your answer')).toHaveValue('');
});

test('idle for long, the answers are gone', async ({ page, kioskAddress }) => {
  await page.clock.install();
  const hurried = { ...welcome, kiosk: { idleSeconds: 60, countdownSeconds: 30 } };
  await installFakeHost(page, { welcome: hurried });
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await button(page, 'Work in the house').click();
  await page.clock.runFor(95_000);
  await expectHeading(page, 'Welcome.');
  await button(page, 'Sign in').click();
  await expect(button(page, 'Work in the house')).toHaveAttribute('aria-pressed', 'false');
});

test('words in another language than the screen say so', async ({ page, kioskAddress }) => {
  await installFakeHost(page, { welcome });
  await page.goto(kioskAddress);
  await button(page, 'Dansk').click();
  await page.locator('.attract__acts .touch-button--primary').click();
  await expectHeading(page, 'Hvad bringer dig hertil?');
  await expect(button(page, 'Møde')).toHaveAttribute('lang', 'da');
  await expect(button(page, 'Work in the house')).toHaveAttribute('lang', 'en');
});

test('by arrows and Enter alone, typed on the on-screen keyboard', async ({ page, kioskAddress }) => {
  await begin(page, kioskAddress, 'Delivery');
  await introduce(page, 'Byg og Bo');
  await expectHeading(page, 'Do you need help with unloading?');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  for (let presses = 0; (await focused()) !== 'Yes' && presses < 12; presses += 1)
    await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('Yes');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('No');
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Number of the delivery note');
  await tapKeys(page, 'dn 7');
  await expect(field(page, 'Your answer')).toHaveValue(/^dn 7$/i);
  await page.keyboard.press('Enter');
  await expectHeading(page, /happens to your details/);
});

const twelve = Array.from({ length: 12 }, (_, index) => ({
  ...delivery,
  visitorTypeId: `018f0000-0000-7000-8000-0000000003${String(index).padStart(2, '0')}` as never,
  names: { en: `${index + 1} Maintenance and repair of lifts and ${'machinery '.repeat(2)}` },
}));
const longest = 'How many people of your company work with you in the house?';
const demanding = {
  ...work,
  names: { en: 'Work in the house' },
  fields: [
    {
      ...(work.fields[0] as (typeof work.fields)[number]),
      words: {
        en: { label: longest, help: 'Count yourself, and those who come later in the day too.', purpose: '' },
      },
      options: Array.from({ length: 6 }, (_, index) => ({
        optionId: `o${index}`,
        words: { en: `${index + 1} with a longer explanation of what it is` },
      })),
    },
    ...work.fields.slice(1),
  ],
  rules: {
    en: {
      paragraphs: Array.from({ length: 6 }, () => `${'Wear safety shoes and a vest. '.repeat(4)}`.trim()),
      hash: 'c'.repeat(64),
    },
  },
};

for (const [display, size] of Object.entries(sizes))
  for (const modes of [[], ['Large text', 'High contrast', 'Lower controls']])
    test(`is whole and clean with long words: ${[display, ...modes].join(', ')}`, async ({
      page,
      kioskAddress,
    }) => {
      test.setTimeout(120_000);
      const withAxe = display === 'lying-10';
      await page.setViewportSize(size);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: modes.length > 0 ? 'light' : 'dark' });
      if ('inches' in size)
        await page.addInitScript(
          (inches) => localStorage.setItem('foyer.display-inches', inches),
          String(size.inches),
        );
      await installFakeHost(page, {
        welcome: { ...readyWelcome, visitorTypes: [demanding, ...twelve.slice(1)] },
      });
      await page.goto(kioskAddress);
      if (modes.length > 0) {
        await button(page, 'Accessibility').click();
        for (const mode of modes) await page.getByRole('switch', { name: mode }).click();
        await button(page, 'Close').click();
      }
      await button(page, 'Sign in').click();
      await expectFlawless(page, 'type', withAxe);
      await button(page, 'Work in the house').click();
      await introduce(page);
      await expectHeading(page, longest);
      await expectFlawless(page, 'choice', withAxe);
      await page.locator('.choice').first().click();
      await field(page, 'Your answer').fill('?');
      await button(page, 'Continue').click();
      await expectFlawless(page, 'registration with a fault', withAxe);
      await field(page, 'Your answer').fill('AB 12 345');
      await button(page, 'Continue').click();
      await expectFlawless(page, 'rules', withAxe);
      await button(page, 'I have read the rules').click();
      await button(page, 'Continue').click();
      await expectFlawless(page, 'review', withAxe);
    });
