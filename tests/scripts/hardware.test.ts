/** The set-up of the emulated machine; what runs in it is tests/hardware. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archive } from '../../scripts/hardware/first-disk.mjs';
import { modulesInOrder } from '../../scripts/hardware/laboratory.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-hardware-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('modules come after those they need, each once', () => {
  const list = [
    'kernel/drivers/hid/uhid.ko: kernel/drivers/hid/hid.ko',
    'kernel/drivers/hid/hid-generic.ko.xz: kernel/drivers/hid/hid.ko',
    'kernel/fs/9p/9p.ko: kernel/net/9p/9pnet.ko kernel/fs/netfs/netfs.ko',
    'kernel/drivers/hid/hid.ko:',
    'kernel/fs/other.ko:',
    '',
  ].join('\n');
  expect(modulesInOrder(list, ['9p', 'uhid', 'hid_generic', 'built-in'])).toEqual([
    'kernel/fs/netfs/netfs.ko',
    'kernel/net/9p/9pnet.ko',
    'kernel/fs/9p/9p.ko',
    'kernel/drivers/hid/hid.ko',
    'kernel/drivers/hid/uhid.ko',
    'kernel/drivers/hid/hid-generic.ko.xz',
  ]);
});

const hasCpio = spawnSync('cpio', ['--version']).error === undefined;
test.skipIf(!hasCpio)('the first disk is an archive that cpio unpacks', () => {
  const script = Buffer.from('#!/bin/sh\necho hello\n');
  const disk = archive([
    { name: 'bin', mode: 0o040755, bytes: Buffer.alloc(0) },
    { name: 'bin/sh', mode: 0o120777, bytes: Buffer.from('busybox') },
    { name: 'init', mode: 0o100755, bytes: script },
  ]);
  expect(disk.length % 4).toBe(0);
  execFileSync('cpio', ['--extract', '--quiet'], { cwd: folder, input: disk });
  expect(readdirSync(folder).sort()).toEqual(['bin', 'init']);
  expect(readFileSync(join(folder, 'init'))).toEqual(script);
  expect(readlinkSync(join(folder, 'bin/sh'))).toBe('busybox');
});

test('where it cannot run it says why, and ends well', () => {
  // Neither apt-get nor anything else is found.
  writeFileSync(join(folder, 'empty'), '');
  const command = join(import.meta.dirname, '../../scripts/test-hardware.mjs');
  const { status, stdout } = spawnSync(process.execPath, [command], {
    env: { PATH: join(folder, 'empty'), XDG_CACHE_HOME: folder },
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^skipped: needs (apt-get|Linux).*\n$/);
  expect(status).toBe(0);
});
