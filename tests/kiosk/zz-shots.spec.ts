import { installFakeHost, readyWelcome } from './fake-host.ts';
import { button, displays, expectHeading, field, søren, test, typeToReview } from './kiosk-page.ts';

const dir = '/tmp/shots';
for (const [name, viewport] of Object.entries(displays)) {
  test(`shots ${name}`, async ({ page, kioskAddress }) => {
    await page.setViewportSize(viewport);
    await installFakeHost(page);
    await page.goto(kioskAddress);
    const shot = async (n: string) => {
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${dir}/${name}-${n}.png` });
    };
    await expectHeading(page, 'Welcome.');
    await shot('1-attract');
    await button(page, 'Sign in').click();
    await field(page, 'Full name').pressSequentially('Søren Kj');
    await shot('2-name');
    await field(page, 'Full name').fill(søren.name);
    await button(page, 'Continue').click();
    await field(page, 'E-mail').fill('soren');
    await button(page, 'Continue').click();
    await page.getByRole('alert').first().waitFor();
    await shot('3-contact');
    await field(page, 'E-mail').fill(søren.email);
    await field(page, 'Phone').fill(søren.phone);
    await field(page, 'Phone').focus();
    await shot('4-phone');
    await button(page, 'Continue').click();
    await shot('5-visit');
    await button(page, 'Continue').click();
    await shot('6-notice');
    await button(page, 'Read the full notice').click();
    await shot('7-full');
    await button(page, 'Back').click();
    await button(page, 'Continue').click();
    await shot('8-review');
    await button(page, 'Confirm').click();
    await expectHeading(page, /Thank you/);
    await shot('9-done');
  });
}
