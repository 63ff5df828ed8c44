/** The office, page by page as its navigation has them. */
import type { Page } from 'playwright/test';
import type { ConsoleWindow } from '../console-window.ts';
import { found } from '../found-devices.ts';
import { chooseFile, dialog, dismiss, press, pressAll, type Stop, type } from './stop.ts';

const body = '.office__body';

/** A page of the office. */
const view = (name: string, file: string, shows: string): Stop => ({
  name,
  of: `office/${file}`,
  place: `office/${name}`,
  shows: `${body} ${shows}`,
});

/** What a button on a page of the office opens; `inside` tells it from other dialogs. */
const opens = (name: string, place: string, file: string, button: string, inside = ''): Stop => ({
  name,
  of: `office/${file}`,
  place: `office/${place}`,
  shows: `${dialog} ${inside}`.trim(),
  go: press(`${body} ${button}`),
  leave: dismiss,
});

/** The next step in a dialog that stays open for it. */
const staysOpen = ({ leave: _left, ...stop }: Stop): Stop => stop;

const privacyStops: readonly Stop[] = [
  view('retention', 'retention-view.tsx', 'td .desk-button'),
  opens('a certificate', 'retention', 'certificates.tsx', 'td .desk-button'),
  {
    ...opens('a purge that asks', 'retention', 'purge-panel.tsx', '.purge .desk-button--primary'),
    async go(page: Page, window: ConsoleWindow) {
      window.answer('retention.purgeNow', () => ({ ok: false, code: 'purge-needs-confirmation' }));
      await press(`${body} .purge .desk-button--primary`)(page);
    },
    async leave(page: Page, window: ConsoleWindow) {
      window.answer('retention.purgeNow', (_input, core) => core());
      await dismiss(page);
    },
  },
  view('holds', 'holds/holds-view.tsx', 'tbody tr'),
  opens('a restricted visit', 'holds', 'holds/visit-dialog.tsx', '.desk-row-button', '.visit-hold'),
  view('notice', 'notice/notice-page.tsx', '.notice-office__choices'),
  ...(['register', 'changes', 'versions'] as const).map(
    (name, index): Stop => ({
      ...view('notice', 'notice/notice-page.tsx', ['.register-entry', 'p', '.versions li'][index] ?? ''),
      name: `the notice: ${name}`,
      go: press(`.notice-office__choices .desk-tabs button:nth-of-type(${index + 2})`),
    }),
  ),
  {
    ...opens('a version of the notice', 'notice', '', '.versions .desk-button', '.notice'),
    of: 'console/notice-dialog.tsx',
  },
  {
    ...view('notice', 'notice/notice-page.tsx', 'form'),
    name: 'the notice: an entry of the register',
    go: pressAll('.notice-office__choices .desk-tabs button:nth-of-type(2)', '.register-entry .desk-button'),
  },
  view('reports', 'reports/reports-view.tsx', '.report-chart'),
  view('exports', 'exports/exports-view.tsx', 'form'),
  {
    ...view('exports', 'exports/exports-view.tsx', '.desk-field__fault'),
    name: 'exports with faults',
    go: press(`${body} button[type="submit"]`),
  },
  view('audit', 'audit-view.tsx', 'table'),
];

const siteStops: readonly Stop[] = [
  view('site', 'site-view.tsx', 'form'),
  view('types', 'visitor-types/types-view.tsx', 'table'),
  {
    ...view('types', 'visitor-types/types-view.tsx', 'form'),
    name: 'a type of visitor',
    go: press(`${body} .visitor-types__actions .desk-button--secondary`),
    leave: press(`${body} form > .desk-actions > .desk-button:not([type="submit"]):last-child`),
  },
  {
    ...view('types', 'visitor-types/types-view.tsx', 'form'),
    name: 'a type of visitor, new',
    go: press(`${body} .page__head .desk-button--primary`),
  },
  view('hosts', 'hosts/hosts-view.tsx', 'table'),
  opens('adding a host', 'hosts', 'hosts/host-dialog.tsx', '.page__head .desk-button--primary'),
  opens('correcting a host', 'hosts', 'hosts/host-dialog.tsx', 'td .desk-button'),
  staysOpen(
    opens(
      'hosts from a file',
      'hosts',
      'hosts/import-dialog.tsx',
      '.page__head .desk-actions .desk-button:nth-last-of-type(2)',
    ),
  ),
  {
    ...opens('hosts that were looked at', 'hosts', 'hosts/import-dialog.tsx', '', 'tbody tr'),
    go: chooseFile('hosts.csv', 'text/csv', [
      'Name,E-mail,Department',
      'Wilhelmine-Charlotte Grafenbergerschlosssteinhausen,wilhelmine@nordlys.example,Salg',
      'Ane Bøg,not an address,Salg',
    ]),
  },
  view('staff', 'staff-view.tsx', 'table'),
  opens('adding staff', 'staff', 'add-staff.tsx', '.page__head .desk-button--primary'),
];

const machineStops: readonly Stop[] = [
  {
    ...view('readers', 'readers/readers-view.tsx', '.found tbody tr'),
    async go(_page: Page, window: ConsoleWindow) {
      window.answer('readers.devices', () => ({ ok: true, value: found }));
    },
  },
  opens(
    'the diagnostic of readers',
    'readers',
    'readers/diagnostic-dialog.tsx',
    '.readers__head .desk-button',
  ),
  opens('adding a reader', 'readers', 'readers/reader-dialog.tsx', '.readers__head .desk-button--primary'),
  view('devices', 'devices/devices-view.tsx', 'table'),
  staysOpen(
    opens('pairing a device', 'devices', 'devices/pair-dialog.tsx', '.page__head .desk-button--primary'),
  ),
  {
    ...opens('the code of a device', 'devices', 'devices/pair-dialog.tsx', '', '.devices__code'),
    async go(page) {
      await type(`${dialog} input[name="name"]`, 'Kiosk by the lift of the northern entrance')(page);
      await press(`${dialog} button[type="submit"]`)(page);
    },
  },
  opens('renaming a device', 'devices', 'devices/rename-dialog.tsx', 'td .desk-button'),
  opens(
    'shutting a device out',
    'devices',
    'devices/device-row.tsx',
    'td .desk-actions .desk-button:nth-of-type(2)',
  ),
];

const webhooks = '[aria-labelledby="connections-webhooks"]';
const programs = '[aria-labelledby="connections-integrations"]';
const connectionStops: readonly Stop[] = [
  view('connections', 'connections/connections-view.tsx', 'table'),
  {
    ...view('connections', 'connections/connections-view.tsx', '.connections__test ~ .desk-message--bad'),
    name: 'a mail that did not go',
    async go(page, window) {
      window.answer('mail.test', () => ({ ok: true, value: { fault: 'recipient-refused' } }));
      await type('.connections__test input', 'ada@example.com')(page);
      await press('.connections__test button')(page);
    },
  },
  opens(
    'adding a webhook',
    'connections',
    'connections/webhook-dialog.tsx',
    `${webhooks} .connections__head .desk-button`,
  ),
  opens(
    'the secret of a webhook',
    'connections',
    'connections/secret-dialog.tsx',
    `${webhooks} td .desk-actions .desk-button:nth-of-type(3)`,
    '.desk-copy',
  ),
  opens(
    'removing a webhook',
    'connections',
    'connections/confirm-dialog.tsx',
    `${webhooks} td .desk-actions .desk-button:nth-of-type(4)`,
  ),
  staysOpen(
    opens(
      'adding a program',
      'connections',
      'connections/integrations-section.tsx',
      `${programs} .connections__head .desk-button`,
    ),
  ),
  {
    ...opens('the token of a program', 'connections', 'connections/secret-dialog.tsx', '', '.desk-copy'),
    async go(page) {
      await type(`${dialog} input`, 'Bookings')(page);
      await press(`${dialog} button[type="submit"]`)(page);
    },
  },
  opens('revoking a program', 'connections', 'connections/confirm-dialog.tsx', `${programs} td .desk-button`),
  view('deliveries', 'connections/deliveries-view.tsx', 'tbody tr'),
];

export const officeStops: readonly Stop[] = [
  ...privacyStops,
  ...siteStops,
  ...machineStops,
  ...connectionStops,
];
