/** An export of every visit there is: what it costs whoever waits at the desk. */
import { ExportColumn } from '../../src/shared/contract/exports.ts';
import { office, value } from './commands.ts';
import type { Opened } from './installation.ts';
import type { Measurement } from './measurement.ts';
import { rank, timed } from './numbers.ts';

const day = 86_400_000;

/** Pages beyond this many cost what those before them do. */
const mostPages = 400;
/** Read before the clock counts: a program that has just started is still being compiled. */
const warmUp = 20;

/** Watches how long anybody had to wait for a turn, until the returned function is called; milliseconds. */
function watchTurns(): () => number {
  let longest = 0;
  let last = performance.now();
  let watching = true;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    watching = false;
    return Math.max(longest, performance.now() - last);
  };
}

/** Of staff signed in at `office`. */
export async function measureExports(opened: Opened): Promise<Measurement[]> {
  const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const span = { from: dateOf(Date.now() - 70 * day), to: dateOf(Date.now()) };
  const columns = ExportColumn.options;
  const longestTurn = watchTurns();
  const { exportId, visits } = await value<{ exportId: string; visits: number }>(
    opened,
    office,
    'exports.start',
    { ...span, purpose: 'incident', format: 'csv', columns },
  );
  const waited = longestTurn();
  const pages: number[] = [];
  let read = 0;
  for (let page = 0, more = true; more && page < mostPages; page += 1)
    pages.push(
      await timed(async () => {
        const answer = await value<{ visits: unknown[]; more: boolean }>(opened, office, 'exports.page', {
          exportId,
          page,
        });
        read += answer.visits.length;
        more = answer.more;
      }),
    );
  if (read === 0 || read > visits) throw new Error('the export is not what was counted');
  return [
    { name: 'longest wait while an export counts', value: waited, unit: 'ms', limit: 50 },
    {
      name: 'page of an export of visits, p99',
      value: rank(pages.slice(Math.min(warmUp, pages.length >> 1)), 0.99),
      unit: 'ms',
      limit: 50,
    },
  ];
}
