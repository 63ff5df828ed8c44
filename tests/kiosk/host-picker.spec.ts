import type { Page } from 'playwright/test';
import { installFakeHost, knownHosts } from './fake-host.ts';
import { button, expect, expectHeading, field, søren, tapKeys, test } from './kiosk-page.ts';

/** From the welcome to the question for company and host. */
async function toVisit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await button(page, 'Sign in').click();
  await field(page, 'Full name').fill(søren.name);
  await button(page, 'Continue').click();
  await field(page, 'E-mail').fill(søren.email);
  await field(page, 'Phone').fill(søren.phone);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Who are you visiting?');
}

const answers = (page: Page) => page.getByRole('list', { name: 'Who are you visiting?' }).getByRole('button');
const notListed = "Not listed / I don't know";
const sales = knownHosts[1] ?? { words: '', hostId: null };

test('a host is chosen by touch, survives every way back, and is sent with the words shown', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  await expect(answers(page)).toHaveText([notListed]);
  await field(page, 'Host').click();
  await tapKeys(page, 'me');
  await tapKeys(page, 't');
  await expect(answers(page)).toHaveCount(6);
  // The keyboard stays in use while the answers stand.
  await tapKeys(page, 'te h');
  await expect(field(page, 'Host')).toHaveValue('Mette H');
  await expect(answers(page)).toHaveCount(2);
  await button(page, sales.words).click();
  await expect(field(page, 'Host')).toHaveValue(sales.words);
  await expect(field(page, 'Host')).toBeFocused();
  await expect(answers(page)).toHaveText([notListed]);
  await button(page, 'Continue').click();

  await expectHeading(page, /happens to your details/);
  await button(page, 'Back').click();
  await expect(field(page, 'Host')).toHaveValue(sales.words);
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await expect(page.locator('dd').filter({ hasText: sales.words })).toBeVisible();
  await button(page, 'Change: Company').click();
  await field(page, 'Company').fill('Byg og Bo');
  await button(page, 'Continue').click();
  await button(page, 'Change: Full name').click();
  await button(page, 'Continue').click();
  await expect(page.locator('dd').filter({ hasText: sales.words })).toBeVisible();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  expect(await host.asked('visits.arrive')).toMatchObject([
    { host: sales.words, hostId: sales.hostId, company: 'Byg og Bo' },
  ]);
  const asked = await host.asked('hosts.find');
  expect(new Set(asked.map(({ visitId }) => visitId)).size).toBe(1);
  for (const { text } of asked) expect(text.match(/\p{L}/gu)?.length).toBeGreaterThanOrEqual(3);
});

test('nothing is asked before three letters, and coming back asks nothing', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  for (const text of ['m', 'me', '12 34', '– – –', 'm e']) await field(page, 'Host').fill(text);
  await page.waitForTimeout(600);
  expect(await host.asked('hosts.find')).toEqual([]);
  await field(page, 'Host').fill('met');
  await expect(answers(page)).toHaveCount(6);
  await button(page, 'Continue').click();
  await button(page, 'Back').click();
  await expect(field(page, 'Host')).toHaveValue('met');
  await page.waitForTimeout(600);
  expect(await host.asked('hosts.find')).toHaveLength(1);
});

test('a host is chosen with a real keyboard alone', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  const { keyboard } = page;
  await keyboard.press('Tab');
  await expect(field(page, 'Host')).toBeFocused();
  await keyboard.type('met');
  await expect(answers(page)).toHaveCount(6);
  await keyboard.press('ArrowDown');
  await expect(answers(page).nth(0)).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(field(page, 'Host')).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('ArrowRight');
  await expect(answers(page).nth(1)).toBeFocused();
  await keyboard.press('Enter');
  await expect(field(page, 'Host')).toHaveValue(sales.words);
  await expect(field(page, 'Host')).toBeFocused();
  await keyboard.press('Enter');
  await expectHeading(page, /happens to your details/);
  await keyboard.press('Tab');
  expect(await host.asked('visits.arrive')).toEqual([]);
});

test('Escape closes the answers and keeps what was written', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await toVisit(page, kioskAddress);
  await field(page, 'Host').fill('met');
  await expect(answers(page)).toHaveCount(6);
  await page.keyboard.press('Escape');
  await expect(answers(page)).toHaveText([notListed]);
  await expect(field(page, 'Host')).toHaveValue('met');
  await expect(field(page, 'Host')).toBeFocused();
});

test('answers are announced, found or not, in the same words', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await toVisit(page, kioskAddress);
  const said = page.getByRole('status').filter({ hasText: 'Found' });
  await field(page, 'Host').fill('met');
  await expect(said).toHaveText('Found: 5. Choose one, or keep what you wrote.');
  await field(page, 'Host').fill('metx');
  await expect(said).toHaveText('Found: 0. Choose one, or keep what you wrote.');
  await expect(answers(page)).toHaveText([notListed]);
});

test('"not listed" keeps what was written for reception, and needs nothing written', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  await field(page, 'Host').fill('the tall one from Sales');
  await button(page, notListed).click();
  await expectHeading(page, /happens to your details/);
  await button(page, 'Continue').click();
  await button(page, 'Change: Host').click();
  await expect(field(page, 'Host')).toHaveValue('the tall one from Sales');
  await field(page, 'Host').fill('');
  await button(page, notListed).click();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  const [sent] = await host.asked('visits.arrive');
  expect(sent).toMatchObject({ host: '', company: '' });
  expect(sent?.hostId).toBeUndefined();
});

test('a host who was chosen and then changed by hand is only words', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  await field(page, 'Host').fill('met');
  await button(page, sales.words).click();
  await field(page, 'Host').fill('Mette H or her stand-in');
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  const [sent] = await host.asked('visits.arrive');
  expect(sent?.host).toBe('Mette H or her stand-in');
  expect(sent?.hostId).toBeUndefined();
});

test('words that two hosts share are sent without guessing', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  await field(page, 'Host').fill('met');
  await button(page, 'Mette K – Sales').click();
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  const [sent] = await host.asked('visits.arrive');
  expect(sent?.host).toBe('Mette K – Sales');
  expect(sent?.hostId).toBeUndefined();
});

test('after too many searches the visitor writes the name, and goes on', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  await host.refuseNext('hosts.find', { ok: false, code: 'throttled' });
  await field(page, 'Host').fill('met');
  const words = 'Please write the name. Reception will find the person for you.';
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(1);
  await field(page, 'Host').fill('mette');
  await page.waitForTimeout(600);
  expect(await host.asked('hosts.find')).toHaveLength(1);
  await button(page, 'Continue').click();
  await expectHeading(page, /happens to your details/);
});

test('an answer that comes after the visitor went on shows nowhere', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await toVisit(page, kioskAddress);
  await field(page, 'Host').fill('met');
  await button(page, 'Continue').click();
  await expectHeading(page, /happens to your details/);
  await page.waitForTimeout(600);
  await expect(page.getByText('Mette')).toHaveCount(0);
  expect(await host.asked('hosts.find')).toEqual([]);
});
