import { expect, test } from 'playwright/test';
import { createInstallation, type Installation, signInAtKiosk, type Visitor } from './running-foyer.ts';

const visitor: Visitor = {
  name: 'Søren Månestrøm',
  email: 'soren.manestrom@example.com',
  phone: '+45 01 23 45 67',
  company: 'Paper Boat Media',
  host: 'Dagny F',
};

let installation: Installation;

test.beforeEach(() => {
  installation = createInstallation();
});

test.afterEach(() => installation.remove());

test('one visitor, one card, one search: from the first start to the departure', async ({ browser }) => {
  const foyer = await installation.start();
  expect(foyer.setUpCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 } });

  await test.step('the set-up page makes the installation usable', async () => {
    await desk.goto(foyer.console);
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Set up Foyer');
    const fill = (label: string, text: string): Promise<void> =>
      desk.getByLabel(label, { exact: true }).fill(text);
    await fill('Code from the terminal', foyer.setUpCode ?? '');
    await desk.getByLabel('Name of the site').fill('Harbour House');
    await desk.getByLabel('Controller').fill('Harbour House A/S');
    await desk.getByLabel('Address').fill('Example Quay 1, 0000 Exampleby');
    await desk.getByLabel('Contact e-mail').fill('privacy@example.com');
    await desk.getByLabel('Supervisory authority').fill('Datatilsynet, Valby');
    await desk.getByLabel('First language').selectOption('en');
    await desk.getByLabel('Time zone').fill('Europe/Copenhagen');
    await desk.getByLabel('User name').fill('vigga');
    await desk.getByLabel('Name', { exact: true }).fill('Vigga at the desk');
    await desk.getByLabel('Passphrase', { exact: true }).fill('paper boats sail home');
    await desk.getByLabel('Passphrase again').fill('paper boats sail home');
    await desk.getByRole('radio', { name: 'Simulated reader' }).check();
    await desk.getByRole('button', { name: 'Finish set-up' }).click();
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Keep the recovery key');
    await desk.getByRole('button', { name: 'Continue to sign-in' }).click();
  });

  await test.step('the administrator signs in', async () => {
    await desk.getByLabel('User name').fill('vigga');
    await desk.getByLabel('Passphrase').fill('paper boats sail home');
    await desk.getByRole('button', { name: 'Unlock' }).click();
    await desk.getByRole('link', { name: 'Reception' }).click();
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Reception');
  });

  await test.step('a visitor types at the kiosk', async () => {
    await kiosk.goto(foyer.kiosk);
    await signInAtKiosk(kiosk, visitor);
    await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('Thank you');
    await kiosk.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(kiosk.getByText(visitor.name)).toHaveCount(0);
  });

  const pad = desk.getByRole('region', { name: 'Card pad' });
  await test.step('a tapped card is registered and handed out', async () => {
    await expect(desk.getByText(visitor.name).first()).toBeVisible();
    expect(await installation.command('tap', 'H10301:2F623AE')).toEqual({
      code: 0,
      out: 'tapped H10301:2F623AE\n',
      err: '',
    });
    await expect(pad).toContainText('Unknown card');
    await pad.getByLabel('Label').fill('0407');
    await pad.getByRole('button', { name: 'Register card' }).click();
    await pad.getByRole('button', { name: 'Give to a visitor' }).click();
    await expect(pad).toContainText(visitor.name);
    await pad.getByRole('button', { name: 'Issue card' }).click();
    await expect(pad).toContainText('Issued');
  });

  await test.step('security finds the visitor without the ø, with the card', async () => {
    await desk.getByRole('link', { name: 'Security' }).click();
    await desk.getByRole('searchbox', { name: 'Search visitors' }).pressSequentially('soren man');
    const found = desk.getByRole('row').filter({ hasText: visitor.name });
    await expect(found).toHaveCount(1);
    await expect(found).toContainText('0407');
    await found.getByRole('button').first().click();
    await expect(desk.getByRole('complementary', { name: 'Visit in full' })).toContainText(visitor.email);
  });

  await test.step('the same card, tapped again, comes back and signs the visitor out', async () => {
    await desk.getByRole('link', { name: 'Reception' }).click();
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Reception');
    expect((await installation.command('tap', 'H10301:2F623AE')).code).toBe(0);
    await expect(pad).toContainText('Issued card');
    await expect(pad).toContainText(visitor.name);
    await pad.getByRole('button', { name: 'Return and sign out' }).click();
    await expect(pad).toContainText('Returned, visitor signed out');
    await desk.getByRole('link', { name: 'Security' }).click();
    await expect(desk.getByText('Nobody is on site')).toBeVisible();
  });

  await test.step('nothing personal stands in any file of the data folder', async () => {
    await foyer.stop();
    for (const text of [visitor.name, 'Månestrøm', visitor.email, visitor.phone, visitor.company])
      expect(installation.filesWith(text), text).toEqual([]);
  });
});
