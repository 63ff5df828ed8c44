/** A reader that umockdev plays to a whole program, which sends what the test says when the test says it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deviceDescription, ioctlAnswers, type MockedReader, node, reportLine } from './device-files.ts';

export interface PlayedDevice {
  /** Goes in front of the program that is to see the device. */
  readonly under: readonly [program: string, ...programArguments: string[]];
  /** An input report, at once. */
  send(report: readonly number[]): void;
  remove(): void;
}

/** Throws where umockdev is missing, with the package to install: such tests are never skipped on Linux. */
export function playDevice(reader: Omit<MockedReader, 'reports'>): PlayedDevice {
  if (spawnSync('umockdev-run', ['--version']).error !== undefined)
    throw new Error('umockdev-run is missing; install the package `umockdev` (apt-get install umockdev)');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-umockdev-'));
  const file = (name: string): string => join(folder, name);
  writeFileSync(file('device'), deviceDescription({ ...reader, reports: [] }));
  writeFileSync(file('ioctl'), ioctlAnswers({ ...reader, reports: [] }));
  // umockdev reads its script line by line, so a pipe makes it wait for the next one.
  execFileSync('mkfifo', [file('script')]);
  const script = openSync(file('script'), 'r+');
  writeSync(script, `d 0 /dev/${node}\n`);
  return {
    under: [
      'umockdev-run',
      ...['--device', file('device'), '--ioctl', `/dev/${node}=${file('ioctl')}`],
      ...['--script', `/dev/${node}=${file('script')}`, '--'],
    ],
    send: (report) => void writeSync(script, reportLine(report)),
    remove() {
      closeSync(script);
      rmSync(folder, { recursive: true });
    },
  };
}
