/** The real node-hid with its real binary, on devices that umockdev plays. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CardRead, ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import type { ListResult } from '../../src/main/readers/port.ts';
import { bootReports, type } from './typing.ts';
import {
  deviceDescription,
  ioctlAnswers,
  keyboardDescriptor,
  type MockedReader,
  node,
  reportScript,
  vendorDescriptor,
} from './umockdev/device-files.ts';

interface Seen {
  readonly fault: string | null;
  readonly listed: ListResult;
  readonly listedAfter: ListResult;
  readonly states: readonly string[];
  readonly reads: readonly CardRead[];
  readonly arrived: number;
}

const desk: ReaderConfiguration = {
  readerId: 'desk',
  name: '',
  place: 'desk',
  profile: 'raw',
  format: null,
  device: null,
  raw: null,
};

async function play(reader: MockedReader, configuration: ReaderConfiguration): Promise<Seen> {
  if (spawnSync('umockdev-run', ['--version']).error !== undefined)
    throw new Error('umockdev-run is missing; install the package `umockdev` (apt-get install umockdev)');
  const folder = await mkdtemp(join(tmpdir(), 'foyer-umockdev-'));
  try {
    const file = (name: string): string => join(folder, name);
    await writeFile(file('device'), deviceDescription(reader));
    await writeFile(file('ioctl'), ioctlAnswers(reader));
    await writeFile(file('script'), reportScript(reader));
    const program = fileURLToPath(new URL('umockdev/reader-program.ts', import.meta.url));
    const child = spawn(
      'umockdev-run',
      [
        ...['--device', file('device'), '--ioctl', `/dev/${node}=${file('ioctl')}`],
        ...['--script', `/dev/${node}=${file('script')}`, '--', process.execPath, program],
        JSON.stringify({ configuration, reports: reader.reports.length }),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    let errors = '';
    child.stdout.on('data', (bytes) => {
      output += bytes;
    });
    child.stderr.on('data', (bytes) => {
      errors += bytes;
    });
    await new Promise((resolve) => child.once('close', resolve));
    if (output === '') throw new Error(`nothing was seen: ${errors}`);
    return JSON.parse(output) as Seen;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const written = ({ reading }: CardRead): string =>
  reading.kind === 'credential'
    ? `${reading.credential.format} ${reading.credential.facility} ${reading.credential.number}`
    : reading.kind === 'code'
      ? reading.code
      : reading.reason;

describe.skipIf(process.platform !== 'linux')('a mocked device (Linux only)', () => {
  test('a raw reader is listed, plugged in, read and pulled out', async () => {
    const tail = Array<number>(10).fill(0);
    const seen = await play(
      {
        vendorId: 0x1209,
        productId: 0xf0e1,
        product: 'Invented raw reader',
        descriptor: vendorDescriptor,
        reports: [
          [0x5e, 0x00, 0x02, 0xf6, 0x23, 0xae, ...tail],
          [0x5e, 0x00, 0x02, 0xf6, 0x23, 0xaf, ...tail],
          [0x5e, 0x00, 0x00, 0x00, 0x00, 0x00, ...tail],
          [0x5e, 0x00, 0x00, 0xc9, 0xd6, 0x27, ...tail],
        ],
      },
      { ...desk, device: '1209:F0E1', format: 'H10301', raw: { offset: 2, length: 4, byteOrder: 'big' } },
    );
    expect(seen.fault).toBeNull();
    expect(seen.listed).toEqual({
      ok: true,
      devices: [
        {
          path: '/dev/hidraw5',
          vendorId: 0x1209,
          productId: 0xf0e1,
          product: 'Invented raw reader',
          collections: [{ usagePage: 0xff00, usage: 1 }],
        },
      ],
    });
    expect(seen.states).toEqual(['absent', 'opening', 'ready', 'lost']);
    expect(seen.reads.map(written)).toEqual(['H10301 123 4567', 'parity', 'H10301 100 60179']);
    expect(seen.listedAfter).toEqual({ ok: true, devices: [] });
  });

  test('a keyboard reader types two cards', async () => {
    const seen = await play(
      {
        vendorId: 0x08ff,
        productId: 0x0009,
        product: 'Invented keyboard reader',
        descriptor: keyboardDescriptor,
        reports: type('0006613779\n0057169547\n', bootReports),
      },
      { ...desk, profile: 'keyboard', device: '08FF:0009' },
    );
    expect(seen.fault).toBeNull();
    expect(seen.states).toEqual(['absent', 'opening', 'ready', 'lost']);
    expect(seen.reads.map(written)).toEqual(['DEC null 6613779', 'DEC null 57169547']);
  });
});
