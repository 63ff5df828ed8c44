import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock, type TestApp } from '../support/app.ts';
import { addType, contractor, meeting, offered } from '../support/visitor-types.ts';
import { createConsoleWindow, watchForFaults } from './console-window.ts';

async function desk(page: Page, place: string, withTypes: boolean): Promise<TestApp> {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  await core.signIn('console-1');
  if (withTypes) {
    await addType(core, meeting);
    await addType(core, contractor);
  }
  const window = await createConsoleWindow(page, core);
  await window.open(place);
  return core;
}

test('a type is added, changed, ordered and retired', async ({ page }) => {
  const faults = watchForFaults(page);
  const core = await desk(page, '#office/types', false);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Visitor types');
  await expect(page.getByText('No visitor types')).toBeVisible();
  await page.getByRole('button', { name: 'Add visitor type' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/fill this in/);
  await page.getByLabel('Name', { exact: true }).fill('Delivery');
  await page.getByRole('button', { name: 'Add question' }).click();
  await expect(page.getByText('Saving publishes the notice anew')).toBeVisible();
  await page.getByLabel('Question', { exact: true }).fill('Which ramp?');
  await page.getByLabel('Answered by').selectOption('choice');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Purpose', { exact: true })).toHaveAccessibleDescription(/fill this in/);
  await expect(page.getByText('A choice needs two options at least.')).toBeVisible();
  await page.getByLabel('Purpose', { exact: true }).fill('To send help');
  for (const [index, name] of ['North', 'South'].entries()) {
    await page.getByRole('button', { name: 'Add option' }).click();
    await page.getByLabel(`Option ${index + 1}`, { exact: true }).fill(name);
  }
  await page.getByLabel('Rules, one paragraph a line').fill('Stop the engine.\nStay with the vehicle.');
  await expect(page.getByText(/7 of at most 120 words/)).toBeVisible();
  await page.getByRole('radio', { name: 'Dansk' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Levering');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Version 2 of the notice is in force.')).toBeVisible();
  expect(await offered(core)).toMatchObject([
    {
      names: { en: 'Delivery', da: 'Levering' },
      fields: [
        {
          fieldId: 'f1',
          kind: 'choice',
          words: { en: { label: 'Which ramp?', purpose: 'To send help' } },
          options: [{ words: { en: 'North' } }, { words: { en: 'South' } }],
        },
      ],
      rules: { en: { paragraphs: ['Stop the engine.', 'Stay with the vehicle.'] } },
    },
  ]);
  await addType(core, meeting);
  await page.getByRole('button', { name: 'Move Meeting up' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Meeting');
  await page.getByRole('button', { name: 'Edit Delivery' }).click();
  await page.getByLabel('Question', { exact: true }).fill('Which gate?');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Which gate?')).toBeVisible();
  await page.getByRole('button', { name: 'Retire Meeting' }).click();
  await expect(page.getByRole('row', { name: /Meeting/ })).toContainText('retired');
  expect((await offered(core)).map(({ version }) => version)).toEqual([2]);
  expect(faults).toEqual([]);
});

test('what somebody else changed meanwhile is not overwritten', async ({ page }) => {
  const core = await desk(page, '#office/types', true);
  await page.getByRole('button', { name: 'Edit Meeting' }).click();
  const [type] = await offered(core);
  if (type === undefined) throw new Error('no type');
  const { visitorTypeId } = type;
  await core.call('console', 'types.save', { visitorTypeId, version: 1, type: { ...meeting, card: 'site' } });
  await page.getByLabel('Name', { exact: true }).fill('Assembly');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else has changed this meanwhile.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Assembly');
});

test('reception asks the same, sees the answers and corrects them', async ({ page }) => {
  const faults = watchForFaults(page);
  const core = await desk(page, '#reception/register', true);
  await page.getByLabel('Full name').fill('Ane Ask');
  await page.getByLabel('E-mail').fill('ane@example.com');
  await page.getByLabel('Phone').fill('+45 12 34 56 78');
  const register = page.getByRole('button', { name: 'Register visitor' });
  await page.getByLabel('The visitor has been shown the notice').check();
  await register.click();
  await expect(page.getByLabel('Kind of visit')).toHaveAccessibleDescription(/what brings the visitor here/);
  await page.getByLabel('Kind of visit').selectOption({ label: 'Contractor' });
  await page.getByLabel('Trade').selectOption({ label: 'Water' });
  await page.getByLabel('Registration', { exact: true }).fill('?');
  await register.click();
  await expect(page.getByLabel('Permit to work')).toHaveAccessibleDescription(/fill this in/);
  await expect(page.getByLabel('Registration', { exact: true })).toHaveAccessibleDescription(/AB 12 345/);
  await expect(page.getByText('Show the rules to the visitor first')).toBeVisible();
  await page.getByLabel('Permit to work').fill('77');
  await page.getByLabel('Registration', { exact: true }).fill('ab 12');
  await page.getByLabel('Do you bring tools?').selectOption('yes');
  await expect(page.getByText('Wear safety shoes.')).toBeVisible();
  await page.getByLabel('The visitor has been shown the rules').check();
  await register.click();
  await expect(page.getByLabel('Company')).toHaveAccessibleDescription(/fill this in/);
  await page.getByLabel('Company').fill('Byg ApS');
  await register.click();
  const row = page.getByRole('row', { name: /Ane Ask/ });
  await expect(row).toContainText('Byg ApS · Contractor');
  await row.getByRole('button').first().click();
  await expect(page.getByText('AB 12')).toBeVisible();
  await expect(page.getByText('Water', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Correct' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Trade').selectOption({ label: 'Electricity' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Electricity', { exact: true })).toBeVisible();
  const { visits } = await core.call('console', 'visits.onSite', {}, 'console-1');
  expect(visits[0]?.answers.map(({ value }) => value)).toEqual(['77', 'AB 12', 'o1', 'yes']);
  expect(faults).toEqual([]);
});
