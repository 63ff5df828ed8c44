/** What people do at the kiosk, from the welcome to the last screen. */
import type { Page } from 'playwright/test';
import type { Person } from './person.ts';

export interface Visitor {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly host: string;
}

/** A walk-in; `everything` answers what may be skipped too. */
export async function walkIn(person: Person, visitor: Visitor, everything: boolean): Promise<void> {
  await person.press('Sign in');
  await person.read('h1');
  await person.type('Full name', visitor.name);
  await person.press('Continue');
  await person.read('h1');
  await person.type('E-mail', visitor.email);
  await person.type('Phone', visitor.phone);
  await person.press('Continue');
  await person.read('h1');
  if (everything) {
    await person.type('Company', visitor.company);
    await person.type('Host', visitor.host);
  }
  await person.press('Continue');
  await person.read('.screen--notice h1', '.screen--notice .rows');
  await person.press('Continue');
  await person.read('.screen--review h1', '.screen--review dd > :first-child');
  await person.press('Confirm');
  await person.read('h1');
  await person.press('Done');
}

export async function signOutByName(person: Person, visitor: Visitor): Promise<void> {
  await person.press('Sign out');
  await person.read('h1');
  await person.type('Full name', visitor.name);
  await person.type('E-mail', visitor.email);
  await person.press('Sign out');
  await person.read('h1');
  await person.press('Done');
}

/** The goodbye after a card was put into the slot. */
export async function goodbye(page: Page): Promise<void> {
  await page.getByText('Your card is back and you are signed out.').waitFor();
}
