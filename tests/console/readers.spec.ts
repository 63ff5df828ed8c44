import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { standardBadges } from '../../src/shared/contract/badges.ts';
import type { CallInput } from '../../src/shared/contract/contract.ts';
import { standardLooks } from '../../src/shared/contract/looks.ts';
import type { ReaderSettings, ReaderStatus, TestTap } from '../../src/shared/contract/readers.ts';
import { createTestApp, createTestClock, siteSettings } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';
import { bitsTap, composite, found, paymentTap, reader, reportTap, stripeTap } from './found-devices.ts';

const slot = reader({
  readerId: 'kiosk',
  name: '',
  place: 'kiosk',
  profile: 'keyboard',
  format: 'DEZ10',
  device: '08FF:0009',
});

/** The answers of a reader process that a test steers. */
interface Bench {
  readonly window: ConsoleWindow;
  /** Begun tests, oldest first. */
  readonly tests: CallInput<'readers.test'>[];
  /** What has come from the device under test. */
  hear(...taps: readonly TestTap[]): Promise<void>;
  /** The test is over for the core. */
  forget(): Promise<void>;
  saved(): Promise<readonly ReaderSettings[]>;
  show(statuses: readonly ReaderStatus[]): void;
}

function statusOf(reader: ReaderSettings, more: Partial<ReaderStatus> = {}): ReaderStatus {
  const { readerId, name, profile, place } = reader;
  return { readerId, name, profile, place, state: 'ready', advice: 'none', ...more };
}

async function bench(page: Page, readers: readonly ReaderSettings[] = [reader()]): Promise<Bench> {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  await core.signIn('elsewhere');
  await core.call('console', 'site.change', { ...siteSettings, readers: [...readers] }, 'elsewhere');
  core.app.readersChanged(
    readers.map((each) => statusOf(each)),
    0,
  );
  const window = await createConsoleWindow(page, core);
  const tests: CallInput<'readers.test'>[] = [];
  const state = { endsAt: null as number | null, taps: [] as readonly TestTap[] };
  window.answer('readers.devices', () => ({ ok: true, value: found }));
  window.answer('readers.test', (input) => {
    tests.push(input);
    state.endsAt = Date.now() + 120_000;
    state.taps = [];
    return { ok: true, value: { endsAt: state.endsAt } };
  });
  window.answer('readers.endTest', () => {
    state.endsAt = null;
    state.taps = [];
    return { ok: true, value: {} };
  });
  window.answer('readers.heard', ({ printed }) => {
    const fits = ({ number, printed: forms }: TestTap['readings'][number]): boolean =>
      printed === null || number === printed || forms.some(({ text }) => text === printed);
    const taps = state.taps.map((tap) => ({
      ...tap,
      readings: tap.readings.filter(fits).map((reading) => ({
        ...reading,
        printed: reading.printed.map((form) => ({ ...form, matches: form.text === printed })),
      })),
    }));
    return { ok: true, value: { endsAt: state.endsAt, taps } };
  });
  await window.open('#office/readers');
  await window.signIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Card readers');
  const changed = (): Promise<void> => window.emit({ type: 'changed', areas: ['readers'] });
  return {
    window,
    tests,
    hear(...taps) {
      state.taps = taps;
      return changed();
    },
    forget() {
      state.endsAt = null;
      state.taps = [];
      return changed();
    },
    async saved() {
      const { settings } = await core.call('console', 'site.settings', {}, 'elsewhere');
      return settings.readers;
    },
    show: (statuses) => core.app.readersChanged(statuses, 0),
  };
}

const own = (page: Page) => page.getByRole('region', { name: 'Readers of the site' });
const devices = (page: Page) => page.getByRole('region', { name: 'Devices on this machine' });
const area = (page: Page) => page.getByRole('region', { name: 'Try a reader out' });
const dialog = (page: Page) => page.getByRole('dialog');

test('the readers of the site stand there with their state in words and shape, place and way of reading', async ({
  page,
}) => {
  const { show } = await bench(page, [reader(), slot]);
  const rows = own(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('Reader ready');
  await expect(rows.nth(0)).toContainText('Front desk');
  await expect(rows.nth(0)).toContainText('pcProx · 26 bit (H10301)');
  await expect(rows.nth(1)).toContainText('Return slot at the kiosk');
  await expect(rows.nth(1)).toContainText('08FF:0009 · EM4100, ten digits (DEZ10)');
  const shape = (row: number) => rows.nth(row).locator('svg path').first().getAttribute('d');
  const ready = await shape(0);
  const states = [
    ['absent', 'plug-in', 'No reader plugged in', 'Plug it in'],
    ['lost', 'none', 'Reader lost', 'Check its cable'],
    ['waiting', 'restarting', 'Reader does not answer', 'being restarted'],
    ['waiting', 'testing', 'Reader is being tried out', 'come back when the test ends'],
    ['unavailable', 'install-libusb', 'do not work on this machine', 'Install libusb-1.0'],
  ] as const;
  for (const [state, advice, words, help] of states) {
    show([statusOf(reader(), { state, advice }), statusOf(slot)]);
    await expect(rows.nth(0)).toContainText(words);
    await expect(rows.nth(0)).toContainText(help);
    expect(await shape(0), state).not.toBe(ready);
  }
  await expect(page.getByText('sudo apt install libusb-1.0-0')).toBeVisible();
});

test('a reader is added: faults beside their fields, what was typed stays, the other settings too', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const { saved, window } = await bench(page);
  await page.getByRole('button', { name: 'Add reader' }).click();
  await dialog(page).getByLabel('Name').fill('Side door');
  await dialog(page).getByLabel('Kind of reader').selectOption('raw');
  await dialog(page).getByLabel('USB ids of the device').fill('4d8:f2f7');
  await dialog(page).getByLabel('Number takes').fill('80');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page).getByLabel('USB ids of the device')).toHaveAccessibleDescription(/08FF:0009/);
  await expect(dialog(page).getByLabel('Number takes')).toHaveAccessibleDescription(/not right/);
  await expect(dialog(page).getByLabel('Name')).toHaveValue('Side door');
  await expect(dialog(page).getByLabel('USB ids of the device')).toHaveValue('4d8:f2f7');
  expect(window.calls).not.toContain('site.change');
  await dialog(page).getByLabel('USB ids of the device').fill('04d8:f2f7');
  await dialog(page).getByLabel('Number takes').fill('4');
  await dialog(page).getByLabel('Number begins after').fill('1');
  await dialog(page).getByLabel('Order of bytes').selectOption('little');
  await dialog(page).getByLabel('How numbers are read').selectOption('UID');
  await expect(dialog(page).getByLabel('How numbers are read')).toHaveAccessibleDescription(/MIFARE/);
  await dialog(page).getByRole('radio', { name: 'At the desk' }).check();
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Reader saved')).toBeVisible();
  await expect(own(page).getByRole('heading', { name: 'Side door' })).toBeVisible();
  expect(await saved()).toEqual([
    reader(),
    {
      readerId: 'kiosk',
      name: 'Side door',
      place: 'desk',
      profile: 'raw',
      format: 'UID',
      device: '04D8:F2F7',
      raw: { offset: 1, length: 4, byteOrder: 'little' },
    },
  ]);
  const { settings } = await window.core.call('console', 'site.settings', {}, 'elsewhere');
  expect({ ...settings, readers: [] }).toEqual({
    ...siteSettings,
    ...{ readers: [], looks: standardLooks, badges: standardBadges, cameraReadsCodes: false },
  });
  expect(faults).toEqual([]);
});

test('a reader that is changed to another kind keeps nothing of the first', async ({ page }) => {
  const { saved } = await bench(page, [
    reader({ profile: 'raw', device: '04D8:F2F7', raw: { offset: 2, length: 5, byteOrder: 'big' } }),
    slot,
  ]);
  await page.getByRole('button', { name: 'Change Front desk' }).click();
  await expect(dialog(page)).toContainText('Change Front desk');
  await expect(dialog(page).getByLabel('Number begins after')).toHaveValue('2');
  await dialog(page).getByLabel('Kind of reader').selectOption('magtek');
  await expect(dialog(page).getByLabel('How numbers are read')).toHaveCount(0);
  await dialog(page).getByLabel('Name').fill('');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(own(page).getByRole('heading', { name: 'Reader at the desk' })).toBeVisible();
  expect(await saved()).toEqual([reader({ name: '', profile: 'magtek', format: null }), slot]);
});

test('what only the core can refuse stands beside its field too', async ({ page }) => {
  const wedge = reader({ readerId: 'desk-2', name: 'Old one', profile: 'wedge', format: null });
  const { saved } = await bench(page, [reader(), wedge]);
  await page.getByRole('button', { name: 'Change Front desk' }).click();
  await dialog(page).getByLabel('Kind of reader').selectOption('wedge');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page).getByLabel('Kind of reader')).toHaveAccessibleDescription(
    /only one typing reader/,
  );
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect(await saved()).toEqual([reader(), wedge]);
});

test('a removed reader can be put back where it was', async ({ page }) => {
  const { saved } = await bench(page, [reader(), slot]);
  await page.getByRole('button', { name: 'Remove Front desk' }).click();
  await expect(own(page)).toContainText('Front desk was removed.');
  expect(await saved()).toEqual([slot]);
  await own(page).getByRole('button', { name: 'Undo' }).click();
  await expect(own(page).getByRole('listitem')).toHaveCount(2);
  expect(await saved()).toEqual([reader(), slot]);
  await expect(own(page)).not.toContainText('was removed');
});

test('eight readers are the most', async ({ page }) => {
  const eight = Array.from({ length: 8 }, (_, index) =>
    reader({ readerId: `desk-${index}`, name: `No. ${index}` }),
  );
  await bench(page, eight);
  await expect(own(page)).toContainText('Eight readers are the most.');
  await expect(page.getByRole('button', { name: 'Add reader' })).toBeDisabled();
  await expect(devices(page)).toContainText('RFIDeas');
  await expect(devices(page).getByRole('button', { name: /^Use/ })).toHaveCount(0);
});

test('readers that --reader has put in place of those in the settings are told apart', async ({ page }) => {
  const { show } = await bench(page, [reader({ readerId: 'main' })]);
  show([statusOf(reader({ name: '', profile: 'simulated' }))]);
  await expect(own(page)).toContainText('Foyer was started with --reader');
  const rows = own(page).getByRole('listitem');
  await expect(rows.nth(0)).toContainText('in use because of --reader');
  await expect(rows.nth(1)).toContainText('Not in use');
});

test('devices are listed with what they are, certain readers first, and one of them becomes a reader', async ({
  page,
}) => {
  const { saved } = await bench(page, []);
  await expect(own(page)).toContainText('No reader yet');
  const rows = devices(page).getByRole('row');
  await expect(rows.nth(1)).toContainText('RFIDeas USB Keyboard');
  await expect(rows.nth(1)).toContainText('0C27:3BFA · keyboard');
  await expect(rows.nth(1)).toContainText('also Reader that types like a keyboard');
  await expect(rows.filter({ hasText: '1A2C:0E24' })).toContainText(
    'keyboard, media keys, page 0x0F, usage 0x21',
  );
  await expect(rows.filter({ hasText: '04D8:F2F7' })).toContainText('Device without a name');
  await expect(devices(page)).toContainText('1 other device that no kind of reader fits');
  await expect(devices(page)).not.toContainText('Mouse');
  await page.getByRole('button', { name: /^Use this device: Sycreader/ }).click();
  await expect(dialog(page).getByLabel('Kind of reader')).toHaveValue('keyboard');
  await expect(dialog(page).getByLabel('USB ids of the device')).toHaveValue('08FF:0009');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(rows.filter({ hasText: 'Sycreader' })).toContainText('used by Reader at the desk');
  expect(await saved()).toEqual([
    reader({ name: '', profile: 'keyboard', format: null, device: '08FF:0009' }),
  ]);
});

test('why there is no list of devices, in words, until there is one', async ({ page }) => {
  const { window } = await bench(page);
  await expect(devices(page)).toContainText('RFIDeas');
  const faults = {
    unavailable: 'sudo apt install libusb-1.0-0',
    failed: 'The devices could not be listed',
    restarting: 'The reader program is being restarted',
  } as const;
  for (const [fault, words] of Object.entries(faults)) {
    window.answer('readers.devices', () => ({
      ok: true,
      value: { devices: [], fault: fault as keyof typeof faults },
    }));
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(devices(page)).toContainText(words);
  }
  // A reader that is plugged in tells nobody: the page looks by itself.
  window.answer('readers.devices', () => ({ ok: true, value: found }));
  await expect(devices(page)).toContainText('RFIDeas');
});

test('a refused reader shows the rule to install, for readers only, and a button that copies it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // As in the desktop window, where pages may not reach the clipboard by themselves.
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('denied')) },
    });
  });
  const odd = { ...slot, device: '1234:ABCD' };
  const { show } = await bench(page, [reader(), odd]);
  await expect(devices(page)).toContainText('RFIDeas');
  // The desk's own keyboard is refused as well, and no rule may silence it.
  await expect(page.getByRole('heading', { name: 'Let Foyer open the readers' })).toHaveCount(0);
  show([statusOf(reader()), statusOf(odd, { state: 'denied', advice: 'install-udev-rule' })]);
  const rule = page.getByRole('region', { name: 'udev rule' });
  await expect(rule).toContainText(
    'ATTRS{idVendor}=="1234", ATTRS{idProduct}=="abcd", ENV{LIBINPUT_IGNORE_DEVICE}',
  );
  await expect(rule).not.toContainText('1a2c');
  await expect(page.getByText('/etc/udev/rules.d/70-foyer-readers.rules and puts it to use')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the rule' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  await page.getByRole('button', { name: 'Add reader' }).click();
  await dialog(page).getByLabel('Name').focus();
  await page.keyboard.press('Control+V');
  await expect(dialog(page).getByLabel('Name')).toHaveValue(/sudo tee .*1234.*udevadm trigger/);
});

test('a device is tried out: what comes as bytes and bits, and the printed number finds how to read it', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const { hear, tests, saved } = await bench(page);
  await expect(area(page)).toContainText('Type the number printed on the card.');
  await page.getByRole('button', { name: 'Try out Device without a name' }).click();
  await expect(area(page)).toContainText('Tap a card');
  await expect(area(page).getByRole('timer')).toHaveText(/^(2:00|1:5\d) left$/);
  // A reader that types presses Enter too: no button may have the focus.
  await expect(area(page).getByRole('heading', { level: 2 })).toBeFocused();
  expect(tests).toEqual([{ device: '04D8:F2F7', profile: 'raw' }]);

  await hear(reportTap(Date.now()));
  await expect(area(page)).toContainText('8 bytes');
  await expect(area(page)).toContainText('01 BF F2 78 1C 00 00 00');
  await expect(area(page)).toContainText('10111111');
  await expect(area(page)).toContainText('bytes 1 to 4, least significant first');
  await expect(area(page).getByRole('button', { name: /^Use this format/ })).toHaveCount(2);
  await area(page).getByLabel('Number printed on the card').fill('123');
  await expect(area(page)).toContainText('No way of reading gives this number');
  await area(page).getByLabel('Number printed on the card').fill('1C78F2BF');
  await expect(area(page)).toContainText('These ways give the printed number');
  await expect(area(page).getByRole('button', { name: /^Use this format/ })).toHaveCount(1);
  await expect(area(page).getByText('hexadecimal, on the card')).toHaveCount(1);
  await expect(area(page).locator('[data-number]')).toHaveText([/^BF/, /^F2/, /^78/, /^1C/]);

  await area(page).getByRole('button', { name: 'Use this format: Chip number (UID)' }).click();
  await expect(dialog(page)).toContainText('Add a reader');
  await expect(dialog(page).getByLabel('Number begins after')).toHaveValue('1');
  await dialog(page).getByRole('radio', { name: 'Return slot at the kiosk' }).check();
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Reader saved')).toBeVisible();
  expect((await saved())[1]).toEqual({
    readerId: 'kiosk',
    name: '',
    place: 'kiosk',
    profile: 'raw',
    format: 'UID',
    device: '04D8:F2F7',
    raw: { offset: 1, length: 4, byteOrder: 'little' },
  });
  expect(faults).toEqual([]);
});

test('bits are shown one by one with their parity; what fails it is not offered, and the reader in use is changed', async ({
  page,
}) => {
  const { hear, tests, saved } = await bench(page, [reader({ format: null }), slot]);
  await page.getByRole('button', { name: 'Try out RFIDeas USB Keyboard' }).click();
  await expect(area(page)).toContainText('Tap a card');
  await area(page).getByLabel('Listen as').selectOption('keyboard');
  await expect(area(page)).toContainText('Tap a card');
  await area(page).getByLabel('Listen as').selectOption('pcprox');
  await expect(area(page)).toContainText('Tap a card');
  expect(tests.map(({ profile }) => profile)).toEqual(['pcprox', 'keyboard', 'pcprox']);
  await hear(bitsTap(Date.now()));
  await expect(area(page)).toContainText('26 bits');
  await expect(area(page)).toContainText('10111101 10001000 11101011 10');
  await expect(area(page)).toContainText('check bits are right');
  await expect(area(page)).toContainText('check bits are wrong');
  await expect(area(page)).toContainText('123,04567 facility and number');
  await expect(area(page).getByRole('button', { name: /^Use this format/ })).toHaveCount(1);
  await area(page).getByRole('button', { name: 'Use this format: 26 bit (H10301)' }).click();
  await expect(dialog(page)).toContainText('Change Front desk');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Reader saved')).toBeVisible();
  expect(await saved()).toEqual([reader(), slot]);
});

test('of a device with several parts the one that was tried out is set up, and can be changed', async ({
  page,
}) => {
  const { window, hear, tests, saved } = await bench(page, []);
  window.answer('readers.devices', () => ({ ok: true, value: { devices: [...composite], fault: null } }));
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(devices(page).getByRole('row')).toHaveCount(3);
  await devices(page).getByRole('button', { name: 'Try out Invented desk reader' }).nth(1).click();
  await expect(area(page)).toContainText('Tap a card');
  expect(tests).toEqual([
    { device: '1209:F0E1', profile: 'raw', collection: { usagePage: 0xff00, usage: 0x02 } },
  ]);
  await hear(reportTap(Date.now()));
  await area(page).getByRole('button', { name: 'Use this format: Chip number (UID)' }).click();
  const part = dialog(page).getByLabel('Part of the device');
  await expect(part).toHaveValue('65280/2');
  await expect(part.getByRole('option')).toHaveText([
    'The first that is no keyboard',
    'something of its maker’s own, 0xFF00/0x01',
    'something of its maker’s own, 0xFF00/0x02',
  ]);
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Reader saved')).toBeVisible();
  const raw = { offset: 1, length: 4, byteOrder: 'little' } as const;
  expect((await saved())[0]?.raw).toEqual({ ...raw, collection: { usagePage: 0xff00, usage: 0x02 } });
  await expect(own(page)).toContainText('0xFF00/0x02');
  const rows = devices(page).getByRole('row');
  await expect(rows.nth(1)).not.toContainText('used by');
  await expect(rows.nth(2)).toContainText('used by');

  await own(page)
    .getByRole('button', { name: /^Change/ })
    .click();
  await part.selectOption('The first that is no keyboard');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(own(page)).not.toContainText('0xFF00/0x02');
  expect((await saved())[0]?.raw).toEqual(raw);
});

test('what a stripe reader sends is shown as text', async ({ page }) => {
  const { hear } = await bench(page);
  await page.getByRole('button', { name: 'Try out Device without a name' }).click();
  await hear(stripeTap(Date.now()));
  await expect(area(page)).toContainText('%?;0012345=99?');
  await expect(area(page)).not.toContainText('NaN');
  await expect(area(page)).toContainText('Track 2 of a stripe');
});

test('of a payment card there is nothing to see but that it was one', async ({ page }) => {
  const { hear } = await bench(page);
  await page.getByRole('button', { name: 'Try out RFIDeas USB Keyboard' }).click();
  await hear(paymentTap(Date.now()), bitsTap(Date.now() - 2_000), paymentTap(Date.now() - 4_000));
  await expect(area(page)).toContainText('That is a payment card. Nothing was kept.');
  await expect(area(page).getByLabel('Number printed on the card')).toHaveCount(0);
  await expect(area(page).getByRole('listitem')).toHaveText([/2F623AE$/, /payment card, nothing kept$/]);
});

test('the test ends by its button, by the core, by its time and by leaving the page', async ({ page }) => {
  const { window, forget, hear, tests } = await bench(page);
  const ends = (): number => window.calls.filter((name) => name === 'readers.endTest').length;
  const begin = page.getByRole('button', { name: 'Try out RFIDeas USB Keyboard' });
  await begin.click();
  await hear(bitsTap(Date.now()));
  await expect(area(page)).toContainText('2F623AE');
  await area(page).getByRole('button', { name: 'End the test' }).click();
  await expect(area(page)).toContainText('The test has ended');
  await expect(area(page)).not.toContainText('2F623AE');
  expect(ends()).toBe(1);

  await area(page).getByRole('button', { name: 'Try out again' }).click();
  await expect(area(page)).toContainText('Tap a card');
  await forget();
  await expect(area(page)).toContainText('The test has ended');
  expect(ends()).toBe(1);

  await begin.click();
  await expect(area(page)).toContainText('Tap a card');
  await page.getByRole('link', { name: 'Staff' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staff');
  await expect.poll(ends).toBe(2);
  expect(tests).toHaveLength(3);
});

test('two minutes are counted down, and then it is over', async ({ page }) => {
  await page.clock.install();
  await bench(page);
  await page.getByRole('button', { name: 'Try out RFIDeas USB Keyboard' }).click();
  await expect(area(page)).toContainText('Tap a card');
  await page.clock.runFor(60_000);
  await expect(area(page).getByRole('timer')).toHaveText(/^(1:00|0:5\d) left$/);
  // Whoever watches the countdown is not idle; the console would lock otherwise.
  await page.mouse.move(10, 10);
  await page.clock.runFor(61_000);
  await expect(area(page)).toContainText('The test has ended');
});

test('why a device cannot be tried out, with the rule where access is refused', async ({ page }) => {
  const { window } = await bench(page);
  const faults = {
    failed: 'The device could not be opened.',
    gone: 'The device is no longer plugged in.',
    restarting: 'Try again in a moment.',
    unavailable: 'sudo apt install libusb-1.0-0',
    denied: 'The system refuses access to this device.',
  } as const;
  await page.getByRole('button', { name: 'Try out USB Keyboard' }).click();
  await expect(area(page)).toContainText('Tap a card');
  for (const [fault, words] of Object.entries(faults)) {
    window.answer('readers.test', () => ({ ok: false, code: 'bad-input', fields: { device: fault } }));
    await page.getByRole('button', { name: 'Try out USB Keyboard' }).click();
    await expect(area(page)).toContainText(words);
  }
  const rule = area(page).getByRole('region', { name: 'udev rule' });
  await expect(rule).toContainText('idVendor}=="1a2c"');
  // Any keyboard can be listened to; only a reader of the site is kept from typing.
  await expect(rule).not.toContainText(/1a2c.*LIBINPUT_IGNORE_DEVICE/);
});

test('the diagnostic is shown, and saved without any network', async ({ page, context }) => {
  const faults = watchForFaults(page);
  const { window } = await bench(page);
  const diagnostic = JSON.stringify({ foyer: '0.1.0', readers: [] }, null, 2);
  window.answer('readers.diagnostic', () => ({ ok: true, value: { diagnostic } }));
  await page.getByRole('button', { name: 'Diagnostic' }).click();
  await expect(dialog(page)).toContainText('no card numbers and no names');
  await expect(dialog(page)).toContainText('"foyer": "0.1.0"');
  await context.setOffline(true);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save diagnostic' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('foyer-readers.json');
  expect(await readFile(await download.path(), 'utf8')).toBe(diagnostic);
  await expect(dialog(page)).toContainText('foyer-readers.json');
  expect(faults).toEqual([]);
});

test('only administrators get there', async ({ page }) => {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  const window = await createConsoleWindow(page, core);
  await core.signIn('elsewhere', ['privacy']);
  await window.open('#office/readers');
  await page.getByLabel('User name').fill('member1');
  await page.getByLabel('Passphrase').fill('a long enough passphrase');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Retention');
  await expect(page.getByRole('link', { name: 'Card readers' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Site' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Site');
  await expect(page.getByRole('link', { name: /a page of their own/ })).toHaveCount(0);
  expect(window.calls).not.toContain('readers.devices');
});

test('a reader is set up by keyboard alone', async ({ page }) => {
  const { hear, saved } = await bench(page, []);
  await expect(devices(page)).toContainText('RFIDeas');
  await page.getByRole('button', { name: 'Try out RFIDeas USB Keyboard' }).focus();
  await page.keyboard.press('Enter');
  await expect(area(page)).toContainText('Tap a card');
  await hear(bitsTap(Date.now()));
  await expect(area(page).getByLabel('Number printed on the card')).toBeVisible();
  for (const name of ['End the test', 'Listen as', 'Number printed on the card'])
    await test.step(name, async () => {
      await page.keyboard.press('Tab');
      await expect(area(page).getByLabel(name).or(area(page).getByRole('button', { name }))).toBeFocused();
    });
  await page.keyboard.type('123,04567');
  await expect(area(page)).toContainText('These ways give the printed number');
  await page.keyboard.press('Tab');
  await expect(area(page).getByRole('button', { name: /^Use this format/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Front desk');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Reader saved')).toBeVisible();
  expect(await saved()).toEqual([reader()]);
});

for (const theme of ['light', 'dark'] as const)
  for (const language of ['English', 'Dansk'] as const)
    test(`the page is clean to axe and nothing runs over: ${theme}, ${language}`, async ({ page }) => {
      const faults = watchForFaults(page);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const { hear, show } = await bench(page, [reader(), slot]);
      show([statusOf(reader()), statusOf(slot, { state: 'denied', advice: 'install-udev-rule' })]);
      await page.getByRole('button', { name: 'Try out Device without a name' }).click();
      await hear(reportTap(Date.now()), paymentTap(Date.now() - 2_000));
      await expect(area(page).getByLabel('Number printed on the card')).toBeVisible();
      await page.getByRole('button', { name: language }).click();
      for (const [width, height] of [
        [1024, 768],
        [1280, 800],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        const over = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll<HTMLElement>('main, main *')]
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
            .filter((element) => getComputedStyle(element).overflowX !== 'visible')
            .filter((element) => !element.matches('.desk-unseen, select, input'))
            .map((element) => element.outerHTML.slice(0, 100)),
        );
        expect(over, `${width} × ${height}`).toEqual([]);
      }
      const analyse = async (): Promise<string[]> => {
        const { violations } = await new AxeBuilder({ page })
          .options({ rules: { 'target-size': { enabled: true } } })
          .analyze();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      };
      expect(await analyse()).toEqual([]);
      await expect(page.locator('body')).not.toContainText('{{');
      await page.getByRole('button', { name: language === 'English' ? 'Diagnostic' : 'Diagnose' }).click();
      expect(await analyse()).toEqual([]);
      expect(faults).toEqual([]);
    });
