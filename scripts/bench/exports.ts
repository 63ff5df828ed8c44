/** An export of every visit there is: what it costs whoever waits at the desk. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ExportColumn } from '../../src/shared/contract/exports.ts';
import { office, value } from './commands.ts';
import type { Opened } from './installation.ts';
import type { Measurement } from './measurement.ts';
import { rank, timed } from './numbers.ts';

const day = 86_400_000;

/** Pages beyond this many cost what those before them do. */
const mostPages = 400;

/** Of staff signed in at `office`. */
export async function measureExports(opened: Opened): Promise<Measurement[]> {
  const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const span = { from: dateOf(Date.now() - 70 * day), to: dateOf(Date.now()) };
  const columns = ExportColumn.options;
  const waits = monitorEventLoopDelay({ resolution: 1 });
  waits.enable();
  const { exportId, visits } = await value<{ exportId: string; visits: number }>(
    opened,
    office,
    'exports.start',
    { ...span, purpose: 'incident', format: 'csv', columns },
  );
  waits.disable();
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
    { name: 'longest wait while an export counts', value: waits.max / 1e6, unit: 'ms', limit: 50 },
    { name: 'page of an export of visits, p99', value: rank(pages, 0.99), unit: 'ms', limit: 50 },
  ];
}
