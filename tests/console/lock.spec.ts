import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow } from './console-window.ts';

const canary = 'Kvik Kanariefugl';

async function signedIn(page: Page, idleSeconds?: number): Promise<ConsoleWindow> {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  await core.arrive(canary);
  const window = await createConsoleWindow(page, core);
  if (idleSeconds !== undefined)
    window.answer('staff.signIn', async (_input, fromCore) => {
      const reply = await fromCore();
      return reply.ok ? { ok: true, value: { ...reply.value, idleSeconds } } : reply;
    });
  await window.open();
  await window.signIn();
  await expect(page.getByText(canary).first()).toBeVisible();
  return window;
}

/** The page, every input's value and the address, as one text. */
async function everythingOnPage(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input')].map((input) => input.value),
      document.title,
      window.location.href,
      JSON.stringify(window.localStorage),
      JSON.stringify(window.sessionStorage),
    ].join('\n'),
  );
}

test('Lock shows the sign-in page and leaves nothing personal behind', async ({ page }) => {
  const window = await signedIn(page);
  await page.getByRole('button', { name: new RegExp(canary) }).click();
  await page.getByLabel('Search visits').fill('Kvik');
  await expect(page.getByText('1 visit found')).toBeVisible();
  expect(await everythingOnPage(page)).toContain(canary);
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  const left = await everythingOnPage(page);
  for (const word of ['Kvik', 'Kanariefugl', 'kvikkanariefugl', 'Ada Administrator'])
    expect(left).not.toContain(word);
  await expect.poll(() => window.calls.filter((name) => name === 'staff.signOut').length).toBe(1);
  // The core agrees: a reload stays locked.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

test('an answer that comes after the lock reaches nobody', async ({ page }) => {
  const window = await signedIn(page);
  let release: () => void = () => undefined;
  window.answer('visits.search', async (_input, fromCore) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return fromCore();
  });
  await page.getByLabel('Search visits').fill('Kvik');
  await expect.poll(() => window.calls.includes('visits.search')).toBe(true);
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  release();
  await page.getByLabel('User name').fill('somebody else');
  expect(await everythingOnPage(page)).not.toContain('Kanariefugl');
});

test('left alone the console warns, then locks', async ({ page }) => {
  const window = await signedIn(page, 45);
  await expect(page.getByText(/Locks in \d+ second/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  expect(window.calls).toContain('staff.signOut');
  expect(await everythingOnPage(page)).not.toContain('Kanariefugl');
});

test('touching it keeps it open and the core hears of it seldom', async ({ page }) => {
  const window = await signedIn(page, 45);
  await expect(page.getByText(/Locks in \d+ second/)).toBeVisible({ timeout: 60_000 });
  await page.mouse.move(200, 300);
  await expect(page.getByText(/Locks in \d+ second/)).toBeHidden();
  for (let move = 0; move < 20; move += 1) await page.mouse.move(300 + move, 300);
  await page.keyboard.press('ArrowDown');
  expect(window.calls.filter((name) => name === 'staff.stayActive').length).toBeLessThanOrEqual(1);
  await expect(page.getByRole('navigation', { name: 'Consoles' })).toBeVisible();
});

test('a session that ended elsewhere ends here', async ({ page }) => {
  const window = await signedIn(page);
  window.answer('staff.current', () => ({ ok: true, value: { staff: null, idleSeconds: 0 } }));
  await window.emit({ type: 'session.ended' });
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

test('a call answered with signed-out locks the page', async ({ page }) => {
  const window = await signedIn(page);
  await window.core.call('console', 'staff.signOut', {}, 'console-1');
  await window.emit({ type: 'changed', areas: ['visits'] });
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});
