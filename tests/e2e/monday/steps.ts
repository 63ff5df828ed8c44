/** What several steps of the day have in common: pages, paired devices, a sign-in, a look into the audit. */
import type { Browser, BrowserContext, Page } from 'playwright/test';
import type { CallOutput } from '../../../src/shared/contract/contract.ts';
import type { Door, InvitationId, VisitId } from '../../../src/shared/vocabulary.ts';
import { newVisitId, type PageCalls } from '../page-calls.ts';
import type { Person } from './people.ts';

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A browser on another machine that is paired with a code of the office. */
export async function pair(
  browser: Browser,
  office: PageCalls,
  url: string,
  role: Door,
  viewport: { readonly width: number; readonly height: number },
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const { code } = await office.call('devices.makeCode', {
    role,
    name: `A ${role} on the network`,
    desk: '',
  });
  // The certificate is the host's own; whoever sets a device up compares its fingerprint.
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Pairing code').fill(code);
  await press(page, 'Pair');
  await page.waitForURL(`${url}/${role}**`);
  return { context, page };
}

/** What a kiosk sends when a visitor has answered everything. */
export async function arriveAt(
  kiosk: PageCalls,
  { name, email, phone, company, host }: Person,
  invitationId?: InvitationId,
): Promise<VisitId> {
  const { noticeId } = await kiosk.call('notice.current', { language: 'en' });
  const visitId = newVisitId();
  await kiosk.call('visits.arrive', {
    ...{ visitId, name, email, phone, company, host, noticeId, language: 'en' },
    ...(invitationId !== undefined && { invitationId }),
  });
  return visitId;
}

/** How often an act stands in the audit. */
export async function audited(office: PageCalls, acts: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = Object.fromEntries(acts.map((act) => [act, 0]));
  let before: number | null = null;
  for (;;) {
    const { entries, more }: CallOutput<'audit.entries'> = await office.call('audit.entries', { before });
    for (const { act } of entries) if (act in found) found[act] = (found[act] ?? 0) + 1;
    before = entries.at(-1)?.sequence ?? null;
    if (!more) return found;
  }
}

/** The day before the host's own. */
export function dayBefore({ today }: { readonly today: string }): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
