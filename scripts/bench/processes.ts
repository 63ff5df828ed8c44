/** What a whole process costs: memory of the server host, time from cold to the first answer. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './installation.ts';
import type { Measurement } from './measurement.ts';
import { median, timed } from './numbers.ts';

/** Resident memory of a process in MB (10^6 bytes), from /proc; NaN elsewhere than on Linux. */
function residentMegabytes(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return (Number(kilobytes) * 1024) / 1_000_000;
  } catch {
    return Number.NaN;
  }
}

/** The server host with its core, once the search memory is filled and the heap has settled. */
export async function measureServer({ folder }: Installation, serverFile: string): Promise<Measurement[]> {
  const child = spawn(
    process.execPath,
    [serverFile, '--data', folder, '--no-open', '--port', '0', '--reader', 'none'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      let printed = '';
      child.stdout.on('data', (chunk) => {
        printed += String(chunk);
        if (/^console: /m.test(printed)) resolve();
      });
      child.on('exit', (code) => reject(new Error(`the server host ended with ${code}`)));
    });
    let last = 0;
    for (let seconds = 0; seconds < 60; seconds += 3) {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      const now = residentMegabytes(child.pid ?? 0);
      if (Math.abs(now - last) < 1) break;
      last = now;
    }
    return [
      {
        name: 'server host, resident memory',
        value: residentMegabytes(child.pid ?? 0),
        unit: 'MB',
        limit: 300,
      },
    ];
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.on('close', resolve));
  }
}

const coldStart = join(import.meta.dirname, 'cold-start.mjs');

/** From starting Node to the core's first answer, against starting Node alone, in turn. */
export async function measureColdStart(installation: Installation, coreFile: string): Promise<Measurement[]> {
  const times = { bare: [] as number[], core: [] as number[] };
  const run = (programArguments: readonly string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, programArguments, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, FOYER_BENCH_KEY: installation.masterKey },
      });
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
    });
  for (let index = 0; index < 9; index += 1) {
    times.bare.push(await timed(() => run(['-e', '0'])));
    times.core.push(await timed(() => run([coldStart, coreFile, installation.folder])));
  }
  const bare = median(times.bare);
  const core = median(times.core);
  return [
    { name: 'bare Node, start to end', value: bare, unit: 'ms', limit: null },
    { name: 'core ready from cold, beyond bare Node', value: core - bare, unit: 'ms', limit: 200 },
    { name: 'core ready from cold, against bare Node', value: core / bare, unit: '×', limit: null },
  ];
}
