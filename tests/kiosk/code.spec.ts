/** An invitation's code at the kiosk: typed on the screen or read by a scanner. */
import type { Page } from 'playwright/test';
import {
  codeWithoutPhone,
  type FakeHost,
  goodCode,
  goodScan,
  installFakeHost,
  invited,
  readyWelcome,
} from './fake-host.ts';
import { expectFlawless, sizes } from './flawless.ts';
import { button, expect, expectHeading, field, tapKeys, test, typeToReview } from './kiosk-page.ts';

const scan = (host: FakeHost) =>
  host.emit({ type: 'code.scanned', scan: goodScan, of: 'invitation', readerId: 'scanner' });

async function openCode(page: Page, address: string, options?: Parameters<typeof installFakeHost>[1]) {
  const host = await installFakeHost(page, options);
  await page.goto(address);
  await expectHeading(page, 'Welcome.');
  return host;
}

test('a code typed on the screen asks nothing more', async ({ page, kioskAddress }) => {
  const host = await openCode(page, kioskAddress);
  await button(page, 'I have a code').click();
  await tapKeys(page, goodCode);
  await expect(field(page, 'Code')).toHaveValue(goodCode);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
  for (const text of [invited.name, invited.email, invited.phone, invited.company, invited.host])
    await expect(page.getByText(text, { exact: true })).toBeVisible();
  await button(page, 'Continue').click();
  await expectHeading(page, 'What happens to your details');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Thank you, Łucja.');
  const [sent] = await host.asked('visits.arrive');
  const { visitorTypeId: _none, ...known } = invited;
  expect(sent).toMatchObject(known);
});

test('a scan at the welcome begins, and the same visitor may scan at the code screen', async ({
  page,
  kioskAddress,
}) => {
  const host = await openCode(page, kioskAddress, { welcome: { ...readyWelcome, scansCodes: true } });
  await scan(host);
  await expectHeading(page, 'Welcome, Łucja.');
  await button(page, 'Start over').click();
  await button(page, 'I have a code').click();
  await expect(page.getByText(/in front of the scanner/)).toBeVisible();
  await scan(host);
  await expectHeading(page, 'Welcome, Łucja.');
});

test('a scan at the sign-out screen, where a badge is expected, opens the invitation', async ({
  page,
  kioskAddress,
}) => {
  const host = await openCode(page, kioskAddress);
  await button(page, 'Sign out').click();
  await scan(host);
  await expectHeading(page, 'Welcome, Łucja.');
});

test('a kiosk without a camera offers none, though the site wants it', async ({ page, kioskAddress }) => {
  await openCode(page, kioskAddress, { welcome: { ...readyWelcome, cameraReadsCodes: true } });
  expect(await page.evaluate(() => navigator.mediaDevices.enumerateDevices())).toEqual([]);
  await button(page, 'I have a code').click();
  await expect(page.getByText(/eight letters and digits/)).toBeVisible();
  await expect(button(page, 'Use the camera')).toBeHidden();
});

test('a scan reaches nobody who is in the middle of something', async ({ page, kioskAddress }) => {
  const host = await openCode(page, kioskAddress);
  await button(page, 'Sign out').click();
  await field(page, 'Full name').fill('Anna Holm');
  await field(page, 'E-mail').fill('anna@example.com');
  await page.locator('form').getByRole('button', { name: 'Sign out', exact: true }).click();
  await scan(host);
  await expectHeading(page, 'Sign A••• H••• out?');
  await button(page, 'Start over').click();
  await typeToReview(page);
  await scan(host);
  await expectHeading(page, 'Is everything right?');
  expect(await host.asked('invitations.open')).toEqual([]);
});

test('while nothing can be stored a scan begins nothing', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, { welcome: { ...readyWelcome, storageLow: true } });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Please sign in on paper');
  await scan(host);
  await expectHeading(page, 'Please sign in on paper');
  expect(await host.asked('invitations.open')).toEqual([]);
});

test('without a phone the visitor is asked for it and for nothing else', async ({ page, kioskAddress }) => {
  const host = await openCode(page, kioskAddress);
  await button(page, 'I have a code').click();
  await field(page, 'Code').fill(codeWithoutPhone);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
  await button(page, 'Continue').click();
  await expectHeading(page, 'How can we reach you?');
  await expect(field(page, 'E-mail')).toHaveValue(invited.email);
  await button(page, 'Continue').click();
  await expect(field(page, 'Phone')).toHaveAccessibleDescription(/fill this in/);
  await field(page, 'Phone').fill('12345678');
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await expectHeading(page, 'Thank you, Łucja.');
  expect(await host.asked('visits.arrive')).toMatchObject([
    { phone: '12345678', invitationId: invited.invitationId },
  ]);
});

test('what reception typed can be changed before the notice', async ({ page, kioskAddress }) => {
  const host = await openCode(page, kioskAddress);
  await scan(host);
  await button(page, 'Change: Company').click();
  await expectHeading(page, 'Who are you visiting?');
  await field(page, 'Company').fill('Ørsted');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
  await expect(page.getByText('Ørsted', { exact: true })).toBeVisible();
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await expectHeading(page, 'Thank you, Łucja.');
  expect(await host.asked('visits.arrive')).toMatchObject([{ company: 'Ørsted' }]);
});

test('what the core refuses at the notice is said there, and a field is asked again', async ({
  page,
  kioskAddress,
}) => {
  const host = await openCode(page, kioskAddress);
  await scan(host);
  await button(page, 'Continue').click();
  await host.refuseNext('visits.arrive', { ok: false, code: 'storage-full' });
  await button(page, 'Continue').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectFlawless(page, 'notice with trouble', true);
  await host.refuseNext('visits.arrive', { ok: false, code: 'bad-input', fields: { email: 'email' } });
  await button(page, 'Continue').click();
  await expectHeading(page, 'How can we reach you?');
  await expect(field(page, 'E-mail')).toHaveAccessibleDescription(/./);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await expectHeading(page, 'Thank you, Łucja.');
});

test('a code too short is no try; five that open nothing lead to reception, until somebody else comes', async ({
  page,
  kioskAddress,
}) => {
  const host = await openCode(page, kioskAddress);
  await button(page, 'I have a code').click();
  await field(page, 'Code').fill('K7QF');
  await button(page, 'Continue').click();
  await expect(field(page, 'Code')).toHaveAccessibleDescription(/eight letters and digits/);
  expect(await host.asked('invitations.open')).toEqual([]);
  for (let tries = 1; tries < 5; tries += 1) {
    await field(page, 'Code').fill(`ZZZZ-ZZZ${tries}`);
    await button(page, 'Continue').click();
    await expect(field(page, 'Code')).toHaveAccessibleDescription(/not valid today/);
    await expect(field(page, 'Code')).toHaveValue(`ZZZZ-ZZZ${tries}`);
    await expect(field(page, 'Code')).toBeFocused();
  }
  await field(page, 'Code').fill('ZZZZ-ZZZ5');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Please speak to reception');
  await button(page, 'Back').click();
  await scan(host);
  await expectHeading(page, 'Please speak to reception');
  expect(await host.asked('invitations.open')).toHaveLength(5);
  await button(page, 'Done').click();
  await button(page, 'I have a code').click();
  await field(page, 'Code').fill(goodCode);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
});

test('while nobody answers the code is kept and is no try', async ({ page, kioskAddress }) => {
  const host = await openCode(page, kioskAddress);
  await button(page, 'I have a code').click();
  await field(page, 'Code').fill(goodCode);
  await host.setSilent(true);
  await button(page, 'Continue').click();
  await expectHeading(page, 'One moment, please');
  await host.setSilent(false);
  await expect(field(page, 'Code')).toHaveValue(goodCode);
  await expect(field(page, 'Code')).toHaveAccessibleDescription(/contact was lost/);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
});

test('going back forgets whose invitation it was', async ({ page, kioskAddress }) => {
  const host = await openCode(page, kioskAddress);
  await scan(host);
  await expectHeading(page, 'Welcome, Łucja.');
  await button(page, 'Back').click();
  await expectHeading(page, 'Your code?');
  await button(page, 'Back').click();
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  const [sent] = await host.asked('visits.arrive');
  expect(sent).not.toHaveProperty('invitationId');
});

const modes = ['Large text', 'High contrast', 'Lower controls'] as const;
const ways = [
  { way: 'plain', dark: false, on: [] },
  { way: 'dark', dark: true, on: [] },
  { way: 'every mode', dark: false, on: modes },
  { way: 'large', dark: true, on: modes.slice(0, 1) },
] as const;
for (const [display, size] of Object.entries(sizes))
  for (const { way, dark, on } of ways)
    test(`the screens of a code are whole and clean: ${display}, ${way}`, async ({ page, kioskAddress }) => {
      const withAxe = display === 'lying-10';
      await page.setViewportSize(size);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light' });
      if ('inches' in size)
        await page.addInitScript(
          (inches) => localStorage.setItem('foyer.display-inches', String(inches)),
          size.inches,
        );
      const host = await openCode(page, kioskAddress, { welcome: { ...readyWelcome, scansCodes: true } });
      if (on.length > 0) {
        await button(page, 'Accessibility').click();
        for (const mode of on) await page.getByRole('switch', { name: mode }).click();
        await button(page, 'Close').click();
      }
      await button(page, 'I have a code').click();
      await expectFlawless(page, 'code', withAxe);
      await field(page, 'Code').fill('ZZZZZZZZ');
      await button(page, 'Continue').click();
      await expect(field(page, 'Code')).toHaveAccessibleDescription(/not valid today/);
      await expectFlawless(page, 'code with fault', withAxe);
      await scan(host);
      await expectHeading(page, 'Welcome, Łucja.');
      await expectFlawless(page, 'invited', withAxe);
      await button(page, 'Back').click();
      await host.refuseNext('invitations.open', { ok: false, code: 'throttled' });
      await scan(host);
      await expectHeading(page, 'Please speak to reception');
      await expectFlawless(page, 'reception', withAxe);
    });
