/** Whether the kiosk's page keeps anything of its visitors: its memory after many, against that after some. */
import type { CDPSession, Page } from 'playwright/test';
import type { Measurement } from '../../scripts/bench/measurement.ts';
import { createPerson, hurried } from './person.ts';
import { walkIn } from './walks.ts';

/** Visitors until every screen has been shown often enough to be compiled and cached. */
const warmUp = 50;

interface Held {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function held(session: CDPSession): Promise<Held> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
}

/** `visitors` sign in one after another, each another person. */
export async function measureMemory(page: Page, visitors: number): Promise<Measurement[]> {
  const session = await page.context().newCDPSession(page);
  const person = createPerson(page, hurried);
  const start = page.getByRole('button', { name: 'Sign in', exact: true });
  let before: Held | null = null;
  for (let index = 0; index < visitors; index += 1) {
    if (index === warmUp) before = await held(session);
    const name = `Visitor Number${index}`;
    const phone = `+45 ${10_000_000 + index}`;
    const visitor = { name, phone, email: `visitor.${index}@example.com`, company: 'Company', host: 'Host' };
    await walkIn(person, visitor, true);
    await start.waitFor();
  }
  if (before === null) throw new Error('too few visitors to compare');
  const after = await held(session);
  return [
    {
      name: 'memory of the page, after some visitors',
      value: before.heapBytes / 1e6,
      unit: 'MB',
      limit: null,
    },
    {
      name: 'memory, after all against some',
      value: after.heapBytes / before.heapBytes,
      unit: '×',
      limit: 1.05,
    },
    { name: 'nodes, after all against some', value: after.nodes / before.nodes, unit: '×', limit: 1.05 },
    {
      name: 'listeners, all against some',
      value: after.listeners / before.listeners,
      unit: '×',
      limit: 1.05,
    },
  ];
}
