import { expect, type Page, test } from 'playwright/test';
import type { NetworkState } from '../../src/shared/contract/devices.ts';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';
import { onNetwork } from './network-state.ts';

async function office(page: Page, network: NetworkState | null = onNetwork): Promise<ConsoleWindow> {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  if (network !== null) core.app.devices.networkChanged(network);
  const window = await createConsoleWindow(page, core);
  await window.open('#office/devices');
  await window.signIn();
  return window;
}

test('a kiosk is paired with a code, renamed and shut out', async ({ page }) => {
  const faults = watchForFaults(page);
  const { core } = await office(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Devices');
  await expect(page.getByText('No device is paired')).toBeVisible();
  await expect(page.getByText('https://frontdesk:4743')).toBeVisible();
  await expect(page.getByText(onNetwork.fingerprint ?? '')).toBeVisible();

  await page.getByRole('button', { name: 'Pair a device' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make code' }).click();
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/fill this in/);
  await dialog.getByLabel('Name').fill('Kiosk by the lift');
  await dialog.getByLabel('Desk').fill('North');
  await expect(dialog.getByRole('radio', { name: 'Kiosk' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Make code' }).click();
  const code = dialog.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expect(code).toBeVisible();
  await expect(dialog.getByText('npm start -- --join https://frontdesk:4743')).toBeVisible();
  const paired = core.app.devices.pair((await code.textContent()) ?? '', '192.0.2.80');
  expect(paired.ok).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const row = page.getByRole('row', { name: /Kiosk by the lift/ });
  await expect(row).toContainText('North');
  await page.getByRole('button', { name: 'Rename Kiosk by the lift' }).click();
  await dialog.getByLabel('Name').fill('Kiosk in the canteen');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Revoke Kiosk in the canteen' }).click();
  await expect(dialog).toContainText('shut out at once');
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No device is paired')).toBeVisible();
  expect(paired.ok && core.app.devices.admit(paired.value.secret)).toBeNull();
  expect(faults).toEqual([]);
});

test('nobody is paired while the network is off; the switch says what it does', async ({ page }) => {
  const { core } = await office(page, null);
  await expect(page.getByRole('button', { name: 'Pair a device' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Let other devices join' }).click();
  await expect.poll(() => core.app.devices.letJoin()).toBe(true);
  core.app.devices.networkChanged({ ...onNetwork, listening: false, fault: 'port-taken' });
  await expect(page.getByRole('alert')).toContainText('--listen');
});

test('sign-ins that wait at a kiosk are said beside it', async ({ page }) => {
  const { core } = await office(page);
  const { code } = await core.call('console', 'devices.makeCode', { name: 'Lift', desk: '', role: 'kiosk' });
  const paired = core.app.devices.pair(code, '192.0.2.80');
  if (!paired.ok) throw new Error(paired.code);
  const { deviceId } = paired.value;
  const report = { waiting: 2, refused: 1, expired: 0 };
  await core.app.call({ door: 'kiosk', connectionId: 'k', deviceId }, 'devices.checkIn', report);
  const row = page.getByRole('row', { name: /Lift/ });
  await expect(row).toContainText('2 sign-ins wait there');
  await expect(row).toContainText('1 sign-in could not be taken over');
  await expect(row).toContainText('connected');
});
