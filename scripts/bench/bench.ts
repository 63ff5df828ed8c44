/**
 * Measures Foyer beside its limits (docs/performance.md): ratios within one run where the disk or processor
 * decides, so that a noisy machine moves both sides. Exit code 1 when something is over its limit.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommands } from './commands.ts';
import { measureExports } from './exports.ts';
import { fill, newInstallation, open, setUp } from './installation.ts';
import { isWithin, type Measurement, report } from './measurement.ts';
import { timed } from './numbers.ts';
import { measureKioskScripts } from './page-size.ts';
import { measureColdStart, measureServer } from './processes.ts';
import { measurePurge } from './purge.ts';
import { measureScreens } from './screens.ts';
import { fillMemory, measureSearch } from './search.ts';

const { values } = parseArgs({
  options: { visits: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
});
const visits = Number(values.visits);
if (!Number.isInteger(visits) || visits < 1000) {
  process.stderr.write('foyer: --visits takes a whole number from 1000\n');
  process.exit(2);
}

const repository = join(import.meta.dirname, '../..');
const built = join(repository, 'out');
const tell = (text: string): void => void process.stderr.write(`bench: ${text}\n`);

const installation = newInstallation();
const measurements: Measurement[] = [];
try {
  tell(`making ${visits} visits`);
  const opened = open(installation);
  await setUp(opened, installation);
  tell(`made in ${Math.round((await timed(() => fill(opened, visits, 120))) / 1000)} s`);
  opened.app.close();

  tell('cold start');
  const coreFile = join(built, 'main/core.js');
  measurements.push(...(await measureColdStart(installation, coreFile)));
  tell('server host');
  measurements.push(...(await measureServer(installation, join(built, 'main/server.js'))));

  tell('search');
  const searching = open(installation);
  measurements.push({
    name: 'filling the search memory',
    value: await fillMemory(searching),
    unit: 'ms',
    limit: null,
  });
  measurements.push(...(await measureSearch(searching, visits)));
  tell('sign-in, cards');
  measurements.push(...(await measureCommands(searching, installation)));
  tell('export');
  measurements.push(...(await measureExports(searching)));
  searching.app.close();

  tell('screens');
  measurements.push(...(await measureScreens(installation, join(built, 'main/server.js'))));

  tell('purge while signing in');
  measurements.push(...(await measurePurge(installation, coreFile)));
  measurements.push(...measureKioskScripts(join(built, 'renderer')));
} finally {
  rmSync(installation.folder, { recursive: true, force: true });
}

process.stdout.write(
  values.json ? `${JSON.stringify({ visits, measurements }, null, 2)}\n` : `${report(measurements)}\n`,
);
process.exitCode = measurements.every(isWithin) ? 0 : 1;
