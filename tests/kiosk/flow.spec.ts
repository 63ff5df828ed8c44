/** Every path of the flow machine, walked on the real screens. */
import type { Page } from 'playwright/test';
import { type FlowEvent, mostCodeTries, type Screen } from '../../src/renderer/kiosk/flow.ts';
import {
  badgeScan,
  codeOfType,
  codeOfTypeWithoutPhone,
  codeWithoutPhone,
  type FakeHost,
  goodCode,
  goodScan,
  installFakeHost,
  oldBadgeScan,
  readyWelcome,
  unknownScan,
  visitorTypes,
} from './fake-host.ts';
import { longestPaths } from './flow-paths.ts';
import { button, expect, expectHeading, field, søren, test } from './kiosk-page.ts';

const headings: Readonly<Record<Screen, RegExp>> = {
  attract: /^Welcome\.$/,
  code: /^Your code\?$/,
  invited: /^Welcome, Łucja\.$/,
  name: /^What is your name\?$/,
  known: /^Your name and e-mail\?$/,
  contact: /^How can we reach you\?$/,
  type: /^What brings you here\?$/,
  detail: /^(What work do you do|Registration of your vehicle)/,
  rules: /^Rules of this house$/,
  visit: /^Who are you visiting\?$/,
  notice: /^What (now )?happens to your details$/,
  'full-notice': /^What (now )?happens to your details$/,
  review: /^Is everything right\?$/,
  done: /^Thank you(, \S+)?\.$/,
  reception: /^Please speak to reception$/,
  'sign-out': /^Are you leaving\?$/,
  leaving: /^Sign S••• \S+ out\?$/,
  'signed-out': /^(Goodbye|Thank you)\.$/,
};

async function fillIfEmpty(page: Page, name: string, text: string): Promise<void> {
  if ((await field(page, name).inputValue()) === '') await field(page, name).fill(text);
}

/** Answers the question on screen as a visitor would. */
async function answer(page: Page, screen: Screen): Promise<void> {
  if (screen === 'name' || screen === 'known') await fillIfEmpty(page, 'Full name', søren.name);
  if (screen === 'known') await fillIfEmpty(page, 'E-mail', søren.email);
  if (screen === 'contact') {
    await fillIfEmpty(page, 'E-mail', søren.email);
    await fillIfEmpty(page, 'Phone', søren.phone);
  }
  // Some types need a host.
  if (screen === 'visit') await fillIfEmpty(page, 'Host', søren.host);
  await button(page, 'Continue').click();
}

/** Answers what a type asks: the work by a touch, the registration by leaving it empty; the rules were read. */
async function answerDetail(page: Page): Promise<void> {
  const work = button(page, 'Electricity');
  await ((await work.count()) > 0 ? work : button(page, 'Continue')).click();
}

async function tryCode(page: Page, code: string): Promise<void> {
  await field(page, 'Code').fill(code);
  await button(page, 'Continue').click();
}

/** The invited and those who come again are registered at the notice, everybody else at the review. */
const register = (page: Page, screen: Screen) =>
  button(page, screen === 'notice' ? 'Continue' : 'Confirm').click();

const scanBadge = (host: FakeHost, scan: typeof badgeScan) =>
  host.emit({ type: 'code.scanned', scan, of: 'badge', readerId: 'scanner' });

/** What a visitor, a scanner or the core does for an event to happen. */
async function cause(page: Page, host: FakeHost, screen: Screen, event: FlowEvent): Promise<void> {
  switch (event.type) {
    case 'sign-in':
      return button(page, 'Sign in').click();
    case 'have-code':
      return button(page, 'I have a code').click();
    case 'code-scanned':
      return host.emit({ type: 'code.scanned', scan: goodScan, of: 'invitation', readerId: 'scanner' });
    case 'been-here':
      return button(page, 'I have been here before').click();
    case 'badge-scanned':
      return scanBadge(host, badgeScan);
    case 'badge-known':
      return scanBadge(host, oldBadgeScan);
    case 'badge-forgotten':
      await host.refuseNext('visits.arrive', {
        ok: false,
        code: 'bad-input',
        fields: { name: 'required', email: 'required', phone: 'required' },
      });
      return register(page, screen);
    case 'leave-asked':
      await field(page, 'Full name').fill(søren.name);
      await field(page, 'E-mail').fill(søren.email);
      return page.locator('form').getByRole('button', { name: 'Sign out', exact: true }).click();
    case 'sign-out-missed':
      if (screen === 'sign-out') return scanBadge(host, unknownScan);
      for (const call of ['visits.signOut', 'visits.signOutByBadge'] as const)
        await host.refuseNext(call, { ok: false, code: 'not-found' });
      return button(page, 'Confirm').click();
    case 'code-missed':
      return tryCode(page, 'ZZZZ-ZZZZ');
    case 'code-refused':
      await host.refuseNext('invitations.open', { ok: false, code: 'throttled', retryAfterSeconds: 60 });
      return tryCode(page, goodCode);
    case 'code-opened':
      if (event.demands !== undefined)
        return tryCode(page, event.phoneMissing ? codeOfTypeWithoutPhone : codeOfType);
      return tryCode(page, event.phoneMissing ? codeWithoutPhone : goodCode);
    case 'type-chosen':
      return button(page, event.details > 0 ? 'Work in the house' : event.rules ? 'Tour' : 'Meeting').click();
    case 'type-renewed':
      await host.refuseNext('visits.arrive', { ok: false, code: 'type-outdated' });
      return register(page, screen);
    case 'leave':
      return button(page, 'Sign out').click();
    case 'continue':
      if (screen === 'rules') return button(page, 'I have read the rules').click();
      return screen === 'detail' ? answerDetail(page) : answer(page, screen);
    case 'back':
      return button(page, 'Back').click();
    case 'read-full-notice':
      return button(page, 'Read the full notice').click();
    case 'change': {
      if (screen === 'notice') return register(page, screen);
      const label = {
        ...{
          name: 'Full name',
          contact: 'E-mail',
          known: '',
          visit: 'Host',
          notice: '',
          review: '',
          rules: '',
        },
        ...{ type: 'Kind of visit', detail: 'Registration of your vehicle' },
      };
      return button(page, `Change: ${label[event.question]}`).click();
    }
    case 'notice-renewed':
      await host.refuseNext('visits.arrive', { ok: false, code: 'notice-outdated' });
      return register(page, screen);
    case 'see-reception':
      await host.setSeeReception(true);
      return register(page, screen);
    case 'registered':
      return register(page, screen);
    case 'signed-out':
      if (screen !== 'leaving')
        return host.emit({ type: 'card.returned', readerId: 'slot', outcome: 'signed-out' });
      return button(page, 'Confirm').click();
  }
}

for (const { name, steps } of longestPaths())
  test(name, async ({ page, kioskAddress }) => {
    const withTypes = steps.some(
      ({ place: { context } }) => context.asksType || context.demands.details > 0 || context.demands.rules,
    );
    const host = await installFakeHost(page, {
      welcome: withTypes ? { ...readyWelcome, visitorTypes } : readyWelcome,
    });
    await page.goto(kioskAddress);
    await expectHeading(page, headings.attract);
    let screen: Screen = 'attract';
    let missed = 0;
    for (const step of steps) {
      await cause(page, host, screen, step.event);
      // A scanner's code opens the invitation by itself: the path's next step has happened already.
      if (step.event.type === 'code-scanned' && step.screen === 'code')
        return expectHeading(page, headings.invited);
      if (step.event.type === 'badge-scanned' && step.screen === 'sign-out')
        return expectHeading(page, headings.leaving);
      if (step.event.type === 'sign-out-missed' && step.screen === 'sign-out')
        await expect(page.getByRole('alert')).toContainText(/no longer valid|No visit matches/);
      if (step.event.type === 'code-missed') {
        missed += 1;
        if (missed < mostCodeTries)
          await expect(field(page, 'Code')).toHaveAccessibleDescription(/not valid today/);
      }
      await expectHeading(page, headings[step.screen]);
      screen = step.screen;
    }
  });
