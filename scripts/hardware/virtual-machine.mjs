/** Boots the emulated machine, runs one command in it, and passes on what it prints. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endedWith, makeFirstDisk } from './first-disk.mjs';

/**
 * @param {import('./laboratory.mjs').Laboratory} laboratory
 * @param {{ checkout: string, job: string }} contents `job`: a script for `/bin/sh`, run as root on this machine's
 *   files, read-only but for `/run`, where `/run/checkout` is the folder `checkout`
 * @param {{ limitMs: number, print: (line: string) => void }} settings
 * @returns {Promise<number | null>} its exit code; null when the machine ended otherwise or took too long
 */
export async function runInMachine(laboratory, contents, { limitMs, print }) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-machine-'));
  try {
    const disk = join(folder, 'disk');
    writeFileSync(disk, await makeFirstDisk(laboratory, contents));
    return await boot(laboratory, disk, { limitMs, print });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {import('./laboratory.mjs').Laboratory} laboratory
 * @param {string} disk
 * @param {{ limitMs: number, print: (line: string) => void }} settings
 * @returns {Promise<number | null>}
 */
function boot({ emulator, kernel }, disk, { limitMs, print }) {
  const machine = [
    ...['-machine', 'q35', '-accel', 'tcg', '-cpu', 'max', '-smp', '2', '-m', '1536'],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
    ...[
      '-kernel',
      kernel,
      '-initrd',
      disk,
      '-append',
      'console=ttyS0 quiet loglevel=0 panic=-1 mitigations=off',
    ],
    ...['-chardev', 'stdio,id=terminal,signal=off', '-serial', 'chardev:terminal'],
    ...['-fsdev', 'local,id=host,path=/,security_model=none,readonly=on,multidevs=remap'],
    ...['-device', 'virtio-9p-pci,fsdev=host,mount_tag=host'],
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(emulator.program, [...emulator.programArguments, ...machine], {
      env: emulator.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {number | null} */
    let code = null;
    const timer = setTimeout(() => {
      print(`the machine was stopped after ${limitMs / 60_000} minutes`);
      child.kill('SIGKILL');
    }, limitMs);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.once(signal, () => child.kill('SIGKILL'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const text = line.replaceAll('\r', '');
      const end = text.indexOf(endedWith);
      if (end >= 0) code = Number(text.slice(end + endedWith.length));
      else print(text);
    });
    createInterface({ input: child.stderr }).on('line', print);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}
