/** Badges from the built shell: through the console to a printer, at the label's size. On the stand-in alone. */
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { codeIn, drawPages, pageSizes } from '../badges/paper.ts';
import { launchStandIn, type RunningStandIn } from '../support/electron-stand-in/launch.ts';
import { administrator, callFrom, createInstallation, type Installation, setUp } from './installation.ts';

test.describe.configure({ timeout: 240_000 });

const program = join(process.env.FOYER_BUILT ?? join(import.meta.dirname, '../../out'), 'main/electron.js');
let installation: Installation;
let shell: RunningStandIn;

test.beforeAll(async () => {
  installation = await createInstallation();
  const parameters = ['--data', installation.dataFolder];
  shell = await launchStandIn({ program, parameters, printers: ['QL-820'] });
  await setUp({ ...shell, stop: () => shell.stop() });
});
test.afterAll(async () => {
  await shell?.stop();
  await installation?.remove();
});

test('a badge goes to the chosen printer without a dialog; one that is gone is told and the desk goes on', async () => {
  const console = await shell.page('/console.html');
  await console.getByRole('textbox', { name: 'User name' }).fill(administrator.userName);
  await console.getByLabel('Passphrase', { exact: true }).fill(administrator.passphrase);
  await console.getByRole('button', { name: 'Unlock' }).click();
  await expect(console.getByRole('link', { name: 'Office' })).toBeVisible();

  await console.getByRole('link', { name: 'Office' }).click();
  await console.getByRole('link', { name: 'Site', exact: true }).click();
  await console.getByLabel('Printer of this machine').selectOption('QL-820');
  await console.getByRole('button', { name: 'Use for printing' }).click();
  await expect(console.getByText('Badges are changed')).toBeVisible();

  const kiosk = await shell.page('/kiosk.html');
  const notice = (await callFrom(kiosk, 'notice.current', { language: 'en' })) as {
    value: { noticeId: string };
  };
  const visit = await callFrom(kiosk, 'visits.arrive', {
    visitId: '01985c00-0000-7000-8000-000000000001',
    ...{ name: 'Maria Jensen', email: 'maria@example.com', phone: '12345678', company: 'Nordwind', host: '' },
    ...{ language: 'en', noticeId: notice.value.noticeId },
  });
  expect(visit).toMatchObject({ ok: true });

  await console.getByRole('link', { name: 'Reception' }).click();
  await console.getByRole('button', { name: /Maria Jensen/ }).click();
  await console.getByRole('button', { name: 'Print badge', exact: true }).click();
  await expect(console.getByText('1 sent to the printer')).toBeVisible();
  const [pdf] = await shell.printed();
  if (pdf === undefined) throw new Error('nothing was printed');
  const sizes = pageSizes(pdf);
  expect(sizes).toHaveLength(1);
  expect(Math.abs((sizes[0]?.width ?? 0) - 62)).toBeLessThan(0.3);
  expect(Math.abs((sizes[0]?.height ?? 0) - 100)).toBeLessThan(0.3);
  const [page] = drawPages(pdf, 203);
  const code = page === undefined ? null : codeIn(page, 203, { x: 0, y: 0, width: 61, height: 99 });
  expect(code).toMatch(/^FB:[0-9A-F]{32}$/);

  const change = await callFrom(console, 'badges.change', {
    ...{ badge: 'badge-62x100', nameTag: 'name-tag-62x100', onCardIssue: false },
    printer: 'Unplugged',
  });
  expect(change).toMatchObject({ ok: true });
  await console.getByRole('button', { name: 'Print badge', exact: true }).click();
  await expect(console.getByText('The chosen printer is not there.')).toBeVisible();
  expect(await shell.printed()).toHaveLength(1);
  await console.getByRole('button', { name: 'Mark departure' }).click();
  await expect(console.getByText('Departure marked')).toBeVisible();
});
