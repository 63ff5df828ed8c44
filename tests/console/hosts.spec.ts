import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';

async function desk(page: Page, place: string, names: readonly string[] = []): Promise<ConsoleWindow> {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  await core.signIn('then');
  for (const [index, name] of names.entries()) {
    const details = { name, email: `host${index}@nordlys.example`, department: 'Sales', phone: '' };
    await core.call('console', 'hosts.add', details, 'then');
  }
  const window = await createConsoleWindow(page, core);
  await window.open(place);
  await window.signIn();
  return window;
}

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const file = (text: string | Buffer) => ({
  name: 'hosts.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text as string),
});

test('a host is added, corrected, marked as left and brought back', async ({ page }) => {
  const faults = watchForFaults(page);
  await desk(page, '#office/hosts');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hosts');
  await expect(page.getByText('No hosts yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add host' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Full name').fill('Mette Holm');
  await dialog.getByLabel('Phone').fill('phone');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/fill this in/);
  await expect(dialog.getByLabel('Department')).toHaveAccessibleDescription(/fill this in/);
  await expect(dialog.getByLabel('Phone')).toHaveAccessibleDescription(/\+45 12 34 56 78/);
  await expect(dialog.getByLabel('Full name')).toHaveValue('Mette Holm');
  await dialog.getByLabel('E-mail').fill('mette@nordlys.example');
  await dialog.getByLabel('Department').fill('Sales');
  await dialog.getByLabel('Phone').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rowOf(page, 'Mette Holm')).toContainText('can be chosen');

  await page.getByRole('button', { name: 'Add host' }).click();
  await dialog.getByLabel('Full name').fill('Bo Dal');
  await dialog.getByLabel('E-mail').fill('METTE@nordlys.example');
  await dialog.getByLabel('Department').fill('IT');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/has this already/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Correct Mette Holm' }).click();
  await dialog.getByLabel('Full name').fill('Mette Lind');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Mark that Mette Lind has left' }).click();
  await expect(page.getByText('Marked as left.')).toBeVisible();
  await expect(rowOf(page, 'Mette Lind')).toHaveCount(0);
  await page.getByRole('radio', { name: /Have left/ }).click();
  await expect(rowOf(page, 'Mette Lind')).toContainText('left');
  await page.getByRole('button', { name: 'Mark that Mette Lind is back' }).click();
  await page.getByRole('radio', { name: /Can be chosen/ }).click();
  await expect(rowOf(page, 'Mette Lind')).toContainText('can be chosen');
  expect(faults).toEqual([]);
});

test('hosts are found by name without accents, by e-mail and by department', async ({ page }) => {
  await desk(page, '#office/hosts', ['Søren Kjær', 'Mette Holm']);
  const search = page.getByRole('searchbox', { name: 'Search hosts' });
  for (const [text, name] of [
    ['soren', 'Søren Kjær'],
    ['host1', 'Mette Holm'],
  ] as const) {
    await search.fill(text);
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(rowOf(page, name)).toBeVisible();
  }
  await search.fill('sales');
  await expect(page.getByRole('row')).toHaveCount(3);
  await search.fill('nobody');
  await expect(page.getByText('Nobody found')).toBeVisible();
});

test('a file is looked at line by line, refused with its faults, and stored when there are none', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const window = await desk(page, '#office/hosts', ['Mette Holm']);
  await page.getByRole('button', { name: 'Import CSV' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import hosts from CSV' });
  const now = dialog.getByRole('button', { name: 'Import now' });
  await expect(now).toBeDisabled();
  const wrong = 'Navn;E-mail;Afdeling;Kontor\nBo Dal;bo@x.dk;IT;2\nIda;nobody;;3\nUlf;bo@x.dk;IT;4\n';
  await dialog.getByLabel('CSV file').setInputFiles(file(wrong));
  await expect(dialog.getByText('Nothing was imported.')).toBeVisible();
  await expect(dialog.getByText('Columns that are not read: Kontor')).toBeVisible();
  const row = (line: number) => dialog.getByRole('row', { name: new RegExp(`^${line} `) });
  await expect(row(3)).toContainText('E-mail: Please write it like anna@example.com.');
  await expect(row(3)).toContainText('Department: Please fill this in.');
  await expect(row(4)).toContainText('E-mail: An earlier line has the same e-mail.');
  await expect(row(2)).toContainText('added');
  await expect(now).toBeDisabled();

  await dialog.getByLabel('CSV file').setInputFiles(file('Name,E-mail\na,b\n'));
  await expect(dialog.getByText('The first line names no column for: Department.')).toBeVisible();
  await dialog.getByLabel('CSV file').setInputFiles(file(Buffer.alloc(2_000_001, 'x')));
  await expect(dialog.getByLabel('CSV file')).toHaveAccessibleDescription(/larger than 2 MB/);

  const right = Buffer.from(
    'Navn;E-mail;Afdeling\r\nSøren Kjær;soren@x.dk;Køkken\r\nMette Lind;host0@nordlys.example;Sales\r\n',
    'latin1',
  );
  await dialog.getByLabel('CSV file').setInputFiles(file(right));
  await expect(dialog.getByText('Nothing has been changed yet.')).toBeVisible();
  await expect(row(3)).toContainText('corrected');
  expect((await window.core.call('console', 'hosts.list', { text: '', state: 'all' })).found).toBe(1);
  await now.click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, 'Søren Kjær')).toContainText('Køkken');
  await expect(rowOf(page, 'Mette Lind')).toBeVisible();
  expect(faults).toEqual([]);
});

test('the export is saved as a file that the import knows again', async ({ page }) => {
  await desk(page, '#office/hosts', ['Søren Kjær', '=cmd Evil']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('hosts.csv');
  const bytes = await download.createReadStream().then(async (stream) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  });
  expect(bytes.toString('utf8')).toContain('"Søren Kjær","host0@nordlys.example"');
  expect(bytes.toString('utf8')).toContain(`"'=cmd Evil"`);
  await page.getByRole('button', { name: 'Import CSV' }).click();
  await page.getByLabel('CSV file').setInputFiles(file(bytes));
  await expect(page.getByRole('dialog').getByRole('row', { name: /unchanged/ })).toHaveCount(2);
});

test('reception chooses a host by full name, and lists and search show it', async ({ page }) => {
  const window = await desk(page, '#reception/register', ['Søren Kjær', 'Mette Holm']);
  await page.getByLabel('Full name').fill('Cilla Cedertræ');
  await page.getByLabel('E-mail').fill('cilla@example.com');
  await page.getByLabel('Phone').fill('12345678');
  await page.getByLabel('Host').fill('soren');
  const list = page.getByRole('list', { name: 'Who it may be' });
  await expect(list.getByRole('button')).toHaveText(['Søren Kjær Sales']);
  await page.getByLabel('Host').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Host')).toHaveValue('Søren Kjær');
  await expect(list).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'The visitor has been shown the notice' }).check();
  await page.getByRole('button', { name: 'Register visitor' }).click();
  await expect(rowOf(page, 'Cilla Cedertræ')).toContainText('Søren Kjær');
  const [visit] = (await window.core.call('console', 'visits.onSite', {})).visits;
  expect(visit?.hostName).toBe('Søren Kjær');

  await page.getByRole('button', { name: /Cilla Cedertræ/ }).click();
  await page.getByRole('button', { name: 'Correct details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct details' });
  await dialog.getByLabel('Host').fill('mette');
  await dialog.getByRole('button', { name: /Mette Holm/ }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rowOf(page, 'Cilla Cedertræ')).toContainText('Mette Holm');
  await page.getByRole('searchbox', { name: 'Search visits' }).fill('holm');
  await expect(rowOf(page, 'Cilla Cedertræ')).toBeVisible();
});

test('a visitor who chose at the kiosk is listed with the full name of the host', async ({ page }) => {
  const window = await desk(page, '#reception', ['Mette Holm']);
  const { core } = window;
  const found = await core.call('kiosk', 'hosts.find', {
    text: 'mette',
    visitId: core.newVisitId() as never,
  });
  const [answer] = found.answers;
  await core.arrive('Ane Ask', { host: answer?.words ?? '', hostId: answer?.hostId ?? undefined });
  await expect(rowOf(page, 'Ane Ask')).toContainText('Mette Holm');
});
