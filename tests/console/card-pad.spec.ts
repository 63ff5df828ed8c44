import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, card, createConsoleWindow, watchForFaults } from './console-window.ts';

async function desk(page: Page, visitors: readonly string[] = ['Ane Ask', 'Bo Bøg']): Promise<ConsoleWindow> {
  const clock = createTestClock(Date.now());
  const core = createTestApp({ clock });
  await core.setUp();
  for (const name of visitors) {
    await core.arrive(name);
    clock.advance(1_000);
  }
  core.app.readersChanged([
    {
      readerId: 'desk',
      name: 'Desk reader',
      profile: 'simulated',
      place: 'desk',
      state: 'ready',
      advice: 'none',
    },
  ]);
  const window = await createConsoleWindow(page, core);
  await window.open();
  await window.signIn();
  await core.call('console', 'cards.register', {
    label: '042',
    type: 'visitor',
    source: { by: 'number', credential: { format: 'H10301', facility: '118', number: '1603' } },
  });
  await expect(page.getByText('Reader ready')).toBeVisible();
  return window;
}

const pad = (page: Page) => page.getByRole('region', { name: 'Card pad' });

test('tap, issue with Enter, tap again, return and sign out', async ({ page }) => {
  const faults = watchForFaults(page);
  const window = await desk(page);
  await expect(pad(page)).toContainText('Tap a card');
  window.tap(card(1603));
  await expect(pad(page)).toContainText('Free card');
  await expect(pad(page)).toContainText('26 bit · 118 / 1603');
  // The latest sign-in waiting for a card is preselected.
  await expect(pad(page)).toContainText('Bo Bøg');
  await expect(pad(page).getByRole('button', { name: 'Issue card' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pad(page)).toContainText('Given to');
  await expect(pad(page)).toContainText('Card 042 issued');
  await expect(page.getByRole('row', { name: /Bo Bøg/ })).toContainText('Card 042');

  window.tap(card(1603));
  await expect(pad(page)).toContainText('Holder');
  await expect(pad(page).getByRole('button', { name: 'Return card' })).toBeFocused();
  await pad(page).getByRole('button', { name: 'Return and sign out' }).click();
  await expect(pad(page)).toContainText('Returned, visitor signed out');
  await expect(page.getByRole('row', { name: /Bo Bøg/ })).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('an issue just made can be undone and the visitor waits again', async ({ page }) => {
  const window = await desk(page);
  window.tap(card(1603));
  await pad(page).getByRole('button', { name: 'Issue card' }).click();
  await expect(page.getByRole('row', { name: /Bo Bøg/ })).toContainText('Card 042');
  await pad(page).getByRole('button', { name: 'Undo' }).click();
  await expect(pad(page)).toContainText('Taken back, free again');
  await expect(page.getByRole('row', { name: /Bo Bøg/ })).toContainText('waiting');
  await expect(pad(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('another visitor is chosen by typing', async ({ page }) => {
  const window = await desk(page, ['Søren Ask', 'Bo Bøg', 'Cilla Cedertræ']);
  window.tap(card(1603));
  await pad(page).getByRole('button', { name: 'Change' }).click();
  await page.keyboard.type('soren');
  await expect(pad(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(pad(page)).toContainText('Søren Ask');
  await pad(page).getByRole('button', { name: 'Issue card' }).click();
  await expect(page.getByRole('row', { name: /Søren Ask/ })).toContainText('Card 042');
});

test('an unknown card is registered under the next free number, and more by tapping', async ({ page }) => {
  const window = await desk(page);
  window.tap(card(2000));
  await expect(pad(page)).toContainText('Unknown card');
  await expect(pad(page).getByLabel('Label')).toHaveValue('043');
  await pad(page).getByRole('checkbox', { name: 'Register more by tapping' }).check();
  await pad(page).getByRole('button', { name: 'Register card' }).click();
  await expect(pad(page)).toContainText('Card 043');
  await expect(pad(page)).toContainText('Next unknown card becomes 044');
  window.tap(card(2001));
  await expect(pad(page)).toContainText('2 cards registered');
  window.tap(card(2002));
  await expect(pad(page)).toContainText('3 cards registered');
  await pad(page).getByRole('button', { name: 'Stop' }).click();
  window.tap(card(2003));
  await expect(pad(page).getByLabel('Label')).toHaveValue('046');
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  for (const label of ['042', '043', '044', '045'])
    await expect(page.getByRole('row', { name: new RegExp(`Card ${label}`) })).toContainText('in stock');
});

test('the proposed number follows the inventory until another is typed', async ({ page }) => {
  const window = await desk(page);
  const register = (label: string, number: string) =>
    window.core.call('console', 'cards.register', {
      label,
      type: 'visitor',
      source: { by: 'number', credential: { format: 'H10301', facility: '118', number } },
    });
  window.tap(card(2000));
  const label = pad(page).getByLabel('Label');
  await expect(label).toHaveValue('043');
  await register('043', '43');
  await expect(label).toHaveValue('044');
  await label.fill('Gate 7');
  await register('044', '44');
  await page.getByRole('link', { name: 'Reception' }).hover();
  await expect(label).toHaveValue('Gate 7');
});

test('who is in the field when the proposed number changes types over it, not behind it', async ({
  page,
}) => {
  const window = await desk(page);
  window.tap(card(2000));
  const label = pad(page).getByLabel('Label');
  await expect(label).toHaveValue('043');
  await label.selectText();
  await window.core.call('console', 'cards.register', {
    label: '043',
    type: 'visitor',
    source: { by: 'number', credential: { format: 'H10301', facility: '118', number: '43' } },
  });
  await expect(label).toHaveValue('044');
  await page.keyboard.type('7');
  await expect(label).toHaveValue('7');
});

test('a label that is taken is refused beside the field and what was typed stays', async ({ page }) => {
  const window = await desk(page);
  window.tap(card(2000));
  await pad(page).getByLabel('Label').fill('042');
  await pad(page).getByRole('button', { name: 'Register card' }).click();
  await expect(pad(page).getByLabel('Label')).toHaveAccessibleDescription(/Another card has this label/);
  await expect(pad(page).getByLabel('Label')).toHaveValue('042');
});

test('L reports a card lost, and a lost card is red until it is unblocked', async ({ page }) => {
  const window = await desk(page);
  window.tap(card(1603));
  await expect(pad(page)).toContainText('Free card');
  await page.keyboard.press('l');
  await expect(pad(page)).toContainText('Reported lost, blocked');
  window.tap(card(1603));
  await expect(pad(page).getByRole('alert')).toContainText('Lost card');
  await expect(pad(page).getByRole('button', { name: 'Issue card' })).toHaveCount(0);
  await pad(page).getByRole('button', { name: 'Unblock' }).click();
  await expect(pad(page)).toContainText('Unblocked, in stock');
});

test('a letter typed in a field never reports a card lost', async ({ page }) => {
  const window = await desk(page);
  window.tap(card(1603));
  await expect(pad(page)).toContainText('Free card');
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search visits')).toBeFocused();
  await page.keyboard.type('lls');
  await expect(pad(page)).toContainText('Free card');
  expect(window.calls).not.toContain('cards.block');
});

test('a tap never takes the focus from somebody who is typing', async ({ page }) => {
  const window = await desk(page);
  await page.getByLabel('Search visits').fill('bo');
  window.tap(card(1603));
  await expect(pad(page)).toContainText('Free card');
  await expect(page.getByLabel('Search visits')).toBeFocused();
  await page.keyboard.press('Enter');
  expect(window.calls).not.toContain('cards.issue');
});

test('an unreadable card says why', async ({ page }) => {
  const window = await desk(page);
  window.tap({ kind: 'unreadable', reason: 'payment-card' });
  await expect(pad(page).getByRole('alert')).toContainText('That is a payment card. Nothing was kept.');
  window.tap({ kind: 'unreadable', reason: 'parity' });
  await expect(pad(page).getByRole('alert')).toContainText('check bits');
  window.tap({ kind: 'unreadable', reason: 'ambiguous' });
  await expect(pad(page).getByRole('alert')).toContainText('Foyer does not guess');
  window.tap({ kind: 'unreadable', reason: 'partial-uid' });
  await expect(pad(page).getByRole('alert')).toContainText('only a part of this card’s chip number');
  window.tap({ kind: 'unreadable', reason: 'random-uid' });
  await expect(pad(page).getByRole('alert')).toContainText('a new number at every tap');
});

test('a card of ours read the other way round is told apart from a new one, and waits in a batch', async ({
  page,
}) => {
  const window = await desk(page);
  const uid = (number: string) =>
    ({ kind: 'credential', credential: { format: 'UID', facility: null, number } }) as const;
  await window.core.call('console', 'cards.register', {
    label: '014',
    type: 'visitor',
    source: { by: 'number', credential: uid('1C78F2BF').credential },
  });
  window.tap(uid('BFF2781C'));
  await expect(pad(page)).toContainText('Unknown card');
  await expect(pad(page)).toContainText('This may be Card 014, read by a reader that is set differently');
  await expect(pad(page).getByRole('button', { name: 'Put aside' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pad(page)).toContainText('Tap a card');
  expect((await window.core.call('console', 'cards.list', {})).cards).toHaveLength(2);
  window.tap(uid('AABBCCDD'));
  await expect(pad(page).getByLabel('Label')).toBeVisible();
  await expect(pad(page)).not.toContainText('This may be');
  await pad(page).getByRole('checkbox', { name: 'Register more by tapping' }).check();
  await pad(page).getByRole('button', { name: 'Register card' }).click();
  await expect(pad(page)).toContainText('1 card registered');
  window.tap(uid('BFF2781C'));
  await expect(pad(page)).toContainText('This may be Card 014');
  await expect(pad(page)).toContainText('1 card registered');
});

test('several readers at the desk each have their line, the return slot has none', async ({ page }) => {
  const window = await desk(page);
  const ready = { profile: 'pcprox', state: 'ready', advice: 'none' } as const;
  window.core.app.readersChanged(
    [
      { ...ready, readerId: 'desk', name: 'Front desk', place: 'desk' },
      { ...ready, readerId: 'night', name: 'Night desk', place: 'desk', state: 'waiting', advice: 'testing' },
      { ...ready, readerId: 'kiosk', name: 'Slot', place: 'kiosk' },
    ],
    0,
  );
  await expect(pad(page)).toContainText('Reader ready · Front desk');
  await expect(pad(page)).toContainText('Reader is being tried out · Night desk');
  await expect(pad(page)).not.toContainText('Slot');
});

test('who may install the rule of a refused reader finds it there; others are told whom to ask', async ({
  page,
}) => {
  const denied = [
    {
      readerId: 'desk',
      name: 'Desk reader',
      profile: 'pcprox',
      place: 'desk',
      state: 'denied',
      advice: 'install-udev-rule',
    },
  ] as const;
  const window = await desk(page);
  window.core.app.readersChanged(denied, 0);
  await expect(pad(page)).toContainText('An administrator must allow access to it.');
  await pad(page).getByText('Show the rule to install').click();
  await expect(pad(page).getByRole('region', { name: 'udev rule' })).toContainText('70-foyer-readers.rules');
  await expect(pad(page).getByRole('button', { name: 'Copy the rule' })).toBeVisible();

  await window.core.signIn('elsewhere', ['reception']);
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByLabel('User name').fill('member1');
  await page.getByLabel('Passphrase').fill('a long enough passphrase');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(pad(page)).toContainText('An administrator must allow access to it.');
  await expect(pad(page)).not.toContainText('Show the rule');
  await expect(pad(page)).not.toContainText('udev');
});

test('of two quick taps the later one is on the pad', async ({ page }) => {
  const window = await desk(page);
  const first: { release: () => void } = { release: () => undefined };
  let reads = 0;
  window.answer('cards.read', async (_input, fromCore) => {
    reads += 1;
    if (reads === 1)
      await new Promise<void>((resolve) => {
        first.release = resolve;
      });
    return fromCore();
  });
  window.tap(card(2000));
  await expect.poll(() => reads).toBe(1);
  window.tap(card(1603));
  await expect(pad(page)).toContainText('Free card');
  first.release();
  await page.keyboard.press('Shift');
  await expect(pad(page)).toContainText('Free card');
  await expect(pad(page)).not.toContainText('Unknown card');
});

test('while a card is read no key reaches the one before it', async ({ page }) => {
  const window = await desk(page);
  window.tap(card(1603));
  await expect(pad(page)).toContainText('Free card');
  const second: { release: () => void } = { release: () => undefined };
  window.answer('cards.read', async (_input, fromCore) => {
    await new Promise<void>((resolve) => {
      second.release = resolve;
    });
    return fromCore();
  });
  const reads = () => window.calls.filter((name) => name === 'cards.read').length;
  window.tap(card(2000));
  await expect.poll(reads).toBe(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('l');
  await expect(pad(page)).toContainText('Reading');
  second.release();
  await expect(pad(page)).toContainText('Unknown card');
  expect(window.calls.filter((name) => name === 'cards.issue' || name === 'cards.block')).toEqual([]);
});

test('the state of the reader is always in words, with what to do', async ({ page }) => {
  const window = await desk(page);
  const states = [
    ['lost', 'Reader lost', 'Check its cable'],
    ['denied', 'access refused', 'An administrator must allow access'],
    ['unavailable', 'do not work on this machine', 'by number'],
    ['absent', 'No reader plugged in', 'Plug it in'],
    ['ready', 'Reader ready', ''],
  ] as const;
  for (const [state, words, advice] of states) {
    window.core.app.readersChanged([
      { readerId: 'desk', name: 'Desk reader', profile: 'raw', place: 'desk', state, advice: 'none' },
    ]);
    await expect(pad(page)).toContainText(words);
    await expect(pad(page)).toContainText(advice);
  }
  window.core.app.readersChanged([]);
  await expect(pad(page)).toContainText('No reader in use');
});

test('a refused issue keeps the card on the pad and says why', async ({ page }) => {
  const window = await desk(page);
  window.tap(card(1603));
  await expect(pad(page)).toContainText('Free card');
  window.answer('cards.issue', () => ({ ok: false, code: 'visit-closed' }));
  await pad(page).getByRole('button', { name: 'Issue card' }).click();
  await expect(pad(page)).toContainText('This visitor has left already');
  await expect(pad(page)).toContainText('Free card');
});
