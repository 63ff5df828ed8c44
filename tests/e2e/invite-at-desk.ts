/** An invitation made on reception's screen, as a receptionist does it. */
import type { Page } from 'playwright/test';

/** Invites Søren for today at an unlocked console; both forms of the code, the scanned one as the core answered. */
export async function inviteAtDesk(
  desk: Page,
): Promise<{ readonly typed: string; readonly scanned: string }> {
  await desk.getByRole('link', { name: 'Reception' }).click();
  await desk.getByRole('link', { name: 'Expected', exact: true }).click();
  await desk.getByRole('button', { name: 'Invite', exact: true }).click();
  await desk.getByLabel('Full name').fill('Søren Månestrøm');
  await desk.getByLabel('E-mail').fill('soren.manestrom@example.com');
  await desk.getByLabel('Phone').fill('+45 01 23 45 67');
  const answered = desk.waitForResponse((response) => response.url().includes('invitations.make'));
  await desk.getByRole('button', { name: 'Make the code' }).click();
  const { value } = (await (await answered).json()) as {
    value: { typedCode: string; scannedCode: string };
  };
  return { typed: value.typedCode, scanned: value.scannedCode };
}
