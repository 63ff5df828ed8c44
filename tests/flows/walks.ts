/** What people do at the kiosk, from the welcome to the last screen. */
import type { Page } from 'playwright/test';
import type { Visitor } from '../e2e/running-foyer.ts';
import type { Person } from './person.ts';

/** How much somebody reads of a screen that has more than its question: its headlines, or every word. */
export type Care = 'headlines' | 'every-word';

/** The question above a field, once it is on the screen. */
const questionWith = (field: 'name' | 'phone' | 'host'): string => `.screen:has(input[name="${field}"]) h1`;

async function readNotice(person: Person, care: Care): Promise<void> {
  await person.read(
    '.screen--notice h1',
    care === 'headlines' ? '.screen--notice .row h2' : '.screen--notice .rows',
  );
  await person.press('Continue');
}

async function thanks(person: Person): Promise<void> {
  await person.read('.screen--done h1');
  await person.press('Done');
}

async function review(person: Person, care: Care): Promise<void> {
  await person.read('.screen--review h1');
  if (care === 'every-word') await person.read('.screen--review .answers');
  await person.press('Confirm');
  await thanks(person);
}

/** A walk-in; `everything` answers what may be skipped too. */
export async function walkIn(
  person: Person,
  visitor: Visitor,
  everything: boolean,
  care: Care = 'headlines',
): Promise<void> {
  await person.press('Sign in');
  await person.read(questionWith('name'));
  await person.type('Full name', visitor.name);
  await person.press('Continue');
  await person.read(questionWith('phone'));
  await person.type('E-mail', visitor.email);
  await person.type('Phone', visitor.phone);
  await person.press('Continue');
  await person.read(questionWith('host'));
  if (everything) {
    await person.type('Company', visitor.company);
    await person.type('Host', visitor.host);
  }
  await person.press('Continue');
  await readNotice(person, care);
  await review(person, care);
}

/** Somebody who was invited and has the code at hand. */
export async function withCode(person: Person, code: string): Promise<void> {
  await person.press('I have a code');
  await person.read('.screen--form h1');
  await person.type('Code', code);
  await person.enter();
  await person.read('.screen--review h1');
  await person.press('Continue');
  await readNotice(person, 'headlines');
  await thanks(person);
}

/** Somebody who was here before, whether the visit is still kept or not. */
export async function returning(person: Person, visitor: Visitor): Promise<void> {
  await person.press('I have been here before');
  await person.read(questionWith('name'));
  await person.type('Full name', visitor.name);
  await person.enter();
  await person.type('E-mail', visitor.email);
  await person.enter();
  await person.read(questionWith('host'));
  await person.press('Continue');
  await readUnchanged(person);
  await thanks(person);
}

/** Somebody who was here before and holds out the badge of then. */
export async function returningByBadge(person: Person, scan: () => Promise<void>): Promise<void> {
  await scan();
  await person.read(questionWith('host'));
  await person.press('Continue');
  await readUnchanged(person);
  await thanks(person);
}

/** The same text as last time: what it is, and that nothing has changed since. */
async function readUnchanged(person: Person): Promise<void> {
  await person.read('.screen--notice h1', '.screen--notice .notice-since');
  await person.press('Continue');
}

export async function signOutByName(person: Person, visitor: Visitor): Promise<void> {
  await person.press('Sign out');
  await person.read(questionWith('name'));
  await person.type('Full name', visitor.name);
  await person.type('E-mail', visitor.email);
  await person.press('Sign out');
  await person.read('.screen--message h1');
  await person.press('Confirm');
  await person.read('.screen--done h1');
  await person.press('Done');
}

/** The goodbye after a card was put into the slot. */
export async function goodbye(page: Page): Promise<void> {
  await page.getByText('Your card is back and you are signed out.').waitFor();
}
