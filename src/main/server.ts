/**
 * The server host's program. Prints, each on one line of standard output, `kiosk: URL`, `console: URL` and at the
 * first run `set-up code: CODE`, on the network `network: URL` for each of its addresses and `fingerprint: SHA256`; a
 * joined Foyer prints the one address it has; every other word goes to standard error. Options: hosts/options.ts. Exit codes: 0
 * stopped or gave way to a running instance, 1 could not start or had to stop, 2 wrong options.
 */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { faultLine } from './core/fault-line.ts';
import { spawnCoreWorker } from './hosts/core-worker.ts';
import type { Machine } from './hosts/data-folder.ts';
import { type JoinedHostParts, startJoinedHost } from './hosts/join/joined-host.ts';
import { parseOptions } from './hosts/options.ts';
import { spawnReaderChild } from './hosts/reader-child.ts';
import type { ServerHost } from './hosts/server/host-start.ts';
import { startServerHost } from './hosts/server/server-host.ts';
import { ask, print, say } from './hosts/terminal.ts';

/** Foyer closes within two seconds, whatever hangs. */
const closeLimitMs = 1_900;

const fromSource = import.meta.url.endsWith('.ts');
const beside = (built: string, source: string): URL => new URL(fromSource ? source : built, import.meta.url);
const machine: Machine = {
  platform: process.platform,
  env: process.env,
  homeFolder: homedir(),
  workingFolder: process.cwd(),
};

let host: ServerHost | null = null;
let isStopping = false;

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), closeLimitMs);
  if (host?.running === true) await host.close();
  process.exit(exitCode);
}

/** The database driver ends older Nodes without a word (package.json, `engines`). */
function isOldNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 22 || (major === 22 && minor < 12);
}

async function main(): Promise<void> {
  if (isOldNode(process.versions.node)) {
    say(`this is Node ${process.versions.node}; Foyer needs 22.12 or newer. npm start brings its own.`);
    process.exitCode = 1;
    return;
  }
  const parsed = parseOptions(process.argv.slice(2), machine);
  if (!parsed.ok) {
    for (const fault of parsed.faults) say(fault);
    process.exitCode = 2;
    return;
  }
  const { join } = parsed.options;
  const parts: JoinedHostParts = {
    options: parsed.options,
    machine,
    userId: process.getuid?.(),
    spawnCore: spawnCoreWorker(beside('./core.js', './core-process.ts')),
    spawnReader: spawnReaderChild(beside('./reader.js', './reader-process.ts')),
    pages: beside('../renderer/', '../../out/renderer/'),
    random: (size) => randomBytes(size),
    print,
    say,
    stopAsked: () => void stop(0),
    ask,
  };
  host = join === null ? await startServerHost(parts) : await startJoinedHost(parts, join);
  if (!host.running) process.exitCode = host.exitCode;
}

// Whatever is created from here on, by the database too, is for the owner alone. Windows has no such thing.
process.umask(0o077);
// A terminal that was closed must not take the front desk with it through a failed write.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    const reference = randomBytes(4).toString('hex');
    if (host?.running === true) host.bug({ reference, ...faultLine(error) });
    say(`an unexpected fault; its reference in the log is ${reference}`);
    void stop(1);
  });

await main();
