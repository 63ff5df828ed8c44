/** Security: the search, one visit in full, the watchlist and its alert. */
import { answered, choose } from '../../support/visitor-types.ts';
import { dialog, dismiss, press, type Stop, type } from './stop.ts';

const search = 'input[type="search"]';
const row = '.visits .desk-row-button';
const page = 'security/security-page.tsx';
const watchlist = 'security/watchlist/watchlist-page.tsx';
const entryDialog = 'security/watchlist/entry-dialog.tsx';

export const securityStops: readonly Stop[] = [
  { name: 'security', of: page, place: 'security', shows: '.visits tbody tr' },
  {
    name: 'search of security',
    of: page,
    place: 'security',
    shows: '.visits__group',
    go: type(search, 'ma'),
  },
  { name: 'a visit in full', of: page, place: 'security', shows: '.pad .file', go: press(row) },
  {
    name: 'the notice a visitor read',
    of: 'console/notice-dialog.tsx',
    place: 'security',
    shows: `${dialog} .notice`,
    go: press('.file__notice .desk-button'),
    leave: dismiss,
  },
  {
    name: 'watching for a visitor',
    of: entryDialog,
    place: 'security',
    shows: dialog,
    go: press('.file > .desk-button--quiet'),
    leave: dismiss,
  },
  {
    name: 'restricting a visit',
    of: 'holds/restrict-dialog.tsx',
    place: 'security',
    shows: dialog,
    go: press('.pad .visit-hold .desk-button'),
    leave: dismiss,
  },
  {
    name: 'erasing a visit',
    of: 'holds/erase-dialog.tsx',
    place: 'security',
    shows: dialog,
    async go(inPage) {
      await inPage.locator(row).last().click();
      await press('.pad .visit-hold .desk-button--danger')(inPage);
    },
    leave: dismiss,
  },
  {
    name: 'nothing found by security',
    of: page,
    place: 'security',
    shows: '.page__scroll .desk-nothing',
    go: type(search, 'qqqqqq'),
    leave: type(search, ''),
  },
  { name: 'watchlist', of: watchlist, place: 'security/watchlist', shows: '.visits tbody tr' },
  {
    name: 'an entry of the watchlist',
    of: watchlist,
    place: 'security/watchlist',
    shows: '.pad .file',
    go: press(row),
  },
  {
    name: 'changing an entry',
    of: entryDialog,
    place: 'security/watchlist',
    shows: dialog,
    go: press('.pad .file .desk-actions .desk-button'),
    leave: dismiss,
  },
  {
    name: 'erasing an entry',
    of: 'security/watchlist/entry-file.tsx',
    place: 'security/watchlist',
    shows: dialog,
    go: press('.pad .file .desk-button--danger'),
    leave: dismiss,
  },
  {
    name: 'adding to the watchlist',
    of: entryDialog,
    place: 'security/watchlist',
    shows: dialog,
    go: press('.page__list .desk-button--primary'),
  },
  {
    name: 'adding to the watchlist with faults',
    of: entryDialog,
    place: 'security/watchlist',
    shows: `${dialog} .desk-field__fault`,
    go: press(`${dialog} button[type="submit"]`),
    leave: dismiss,
  },
];

/** Later than the others: the alert stands above every page until it is decided. */
export const alertStops: readonly Stop[] = [
  {
    name: 'a visitor who waits',
    of: page,
    place: 'security',
    shows: '.waiting-visitors .desk-message',
    async go(_page, { core }) {
      const { entries } = await core.call('console', 'watchlist.list', {});
      const entry = entries[0];
      if (entry === undefined) throw new Error('nobody is on the watchlist');
      await core.arrive(entry.name, {
        email: entry.email,
        company: entry.company,
        visitorType: await choose(core, 'Contractor', answered),
      });
    },
  },
  {
    name: 'deciding about a visitor who waits',
    of: 'console/waiting-visitor-dialog.tsx',
    place: 'security',
    shows: `${dialog} .waiting-visitor`,
    go: press('.waiting-visitors .desk-button'),
    async leave(inPage) {
      await press(`${dialog} .desk-button:nth-of-type(3)`)(inPage);
      await inPage.locator('.waiting-visitors').waitFor({ state: 'detached' });
    },
  },
];
