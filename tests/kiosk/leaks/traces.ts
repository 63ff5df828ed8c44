/**
 * Where a page may keep something of a visitor: each place is read as text and searched here, outside the page, so
 * that searching leaves no trace of what is searched for.
 */
import type { Page } from 'playwright/test';
import { takeHeap } from './heap.ts';

/** What is shown, typed, stored, remembered and copied, by place. Runs in the page; sees nothing from outside. */
async function readPlaces(): Promise<Readonly<Record<string, string>>> {
  const inputs = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
  const databases = await indexedDB.databases();
  return {
    document: document.documentElement.outerHTML,
    fields: JSON.stringify(inputs.map(({ value, defaultValue, name }) => [value, defaultValue, name])),
    'local storage': JSON.stringify({ ...localStorage }),
    'session storage': JSON.stringify({ ...sessionStorage }),
    databases: JSON.stringify(databases),
    caches: JSON.stringify(await caches.keys()),
    cookies: document.cookie,
    address: location.href,
    history: JSON.stringify([history.state, window.name]),
    requests: JSON.stringify(performance.getEntries().map(({ name }) => name)),
    selection: String(getSelection()),
    scripts: JSON.stringify(Object.values(window).filter((value) => typeof value === 'string')),
  };
}

/** By a page of its own, since the kiosk's is allowed no clipboard. */
async function readClipboard(page: Page): Promise<string> {
  return onClipboard(page, () => navigator.clipboard.readText());
}

/** As somebody at another program would. */
export async function copy(page: Page, text: string): Promise<void> {
  await onClipboard(page, (copied) => navigator.clipboard.writeText(copied), text);
}

async function onClipboard<Result>(
  page: Page,
  act: (text: string) => Promise<Result>,
  text = '',
): Promise<Result> {
  const { origin } = new URL(page.url());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const reader = await page.context().newPage();
  await reader.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await reader.goto(`${origin}/clipboard`);
  const result = await reader.evaluate(act, text);
  await reader.close();
  return result;
}

export interface Trace {
  readonly marker: string;
  readonly place: string;
  /** Of the heap: who holds it. */
  readonly path?: string;
}

/** Signs that people put into numbers and names as they like. */
const folded = (text: string): string => text.toLowerCase();

/** Every place in which one of `markers` is still to be found; empty when the page has forgotten them. */
export async function tracesOf(page: Page, markers: readonly string[]): Promise<Trace[]> {
  const places = { ...(await page.evaluate(readPlaces)), clipboard: await readClipboard(page) };
  const cookies = JSON.stringify(await page.context().cookies());
  const traces: Trace[] = [];
  for (const [place, text] of Object.entries({ ...places, 'all cookies': cookies }))
    for (const marker of markers) if (folded(text).includes(folded(marker))) traces.push({ marker, place });
  const heap = await takeHeap(page);
  if (heap.stringCount < 10_000) throw new Error(`the heap has ${heap.stringCount} strings: not read`);
  for (const marker of markers)
    for (const { path } of heap.find(marker)) traces.push({ marker, place: 'heap', path });
  return traces;
}

/** What stands in the database, store or cache of the page; both must stay empty. */
export function storesOf(page: Page): Promise<readonly [databases: number, caches: number, states: number]> {
  return page.evaluate(
    async () => [(await indexedDB.databases()).length, (await caches.keys()).length, history.length] as const,
  );
}
