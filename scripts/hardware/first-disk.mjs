/**
 * The first disk of the emulated machine, in the kernel's `newc` form: busybox, the modules, and a script that
 * mounts the files of this machine read-only and runs one command among them.
 * Form: https://docs.kernel.org/driver-api/early-userspace/buffer-format.html
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from '../bootstrap/run.mjs';

const applets = ['sh', 'mount', 'mkdir', 'insmod', 'chroot', 'poweroff', 'cat', 'ifconfig'];

/** What the machine prints when its command has ended, followed by the exit code. */
export const endedWith = 'foyer-machine-ended-with ';

/**
 * Everything of the host stays read-only; what is written goes to memory, below `/run`. The checkout stands there
 * too, so that users who may not look into the folders above it reach it.
 * @param {string} checkout
 */
const init = (checkout) => `#!/bin/sh
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
echo 0 > /proc/sys/kernel/printk
while read module; do insmod /modules/$module; done < /modules/order
ifconfig lo 127.0.0.1 up
mount -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose,msize=512000 host /host
mount -t proc proc /host/proc
mount -t sysfs sysfs /host/sys
mount --bind /dev /host/dev
mount -t tmpfs -o mode=0755 tmpfs /host/run
mkdir /host/run/checkout /host/run/home
mkdir -m 1777 /host/run/tmp
mount --bind /host${quoted(checkout)} /host/run/checkout
cat /job > /host/run/job
chroot /host /bin/sh /run/job
echo "${endedWith}$?"
poweroff -f
`;

/** @param {string} text as one word of a shell */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * @param {{ busybox: string, modules: readonly string[] }} laboratory
 * @param {{ checkout: string, job: string }} contents `job`: a script for `/bin/sh`
 */
export async function makeFirstDisk({ busybox, modules }, { checkout, job }) {
  const unpacked = await Promise.all(
    modules.map(async (file) => ({
      name: basename(file).replace(/\.(xz|zst|gz)$/, ''),
      bytes: await moduleBytes(busybox, file),
    })),
  );
  const order = unpacked.map(({ name }) => `${name}\n`).join('');
  return archive([
    ...['bin', 'dev', 'host', 'modules', 'proc', 'sys'].map((name) => folder(name)),
    file('bin/busybox', readFileSync(busybox), 0o755),
    ...applets.map((name) => link(`bin/${name}`, 'busybox')),
    file('init', Buffer.from(init(checkout)), 0o755),
    file('job', Buffer.from(job), 0o644),
    file('modules/order', Buffer.from(order), 0o644),
    ...unpacked.map(({ name, bytes }) => file(`modules/${name}`, bytes, 0o644)),
  ]);
}

/**
 * Newer kernels come with packed modules, and the first steps are simpler without.
 * @param {string} busybox
 * @param {string} path
 */
async function moduleBytes(busybox, path) {
  if (!path.endsWith('.xz')) return readFileSync(path);
  const target = `${path.slice(0, -3)}`;
  const { code, output } = await run(busybox, ['unxz', '-k', '-f', path]);
  if (code !== 0) throw new Error(`${path} cannot be unpacked: ${output}`);
  return readFileSync(target);
}

/** @typedef {{ name: string, mode: number, bytes: Buffer }} Entry */

/** @param {string} name @returns {Entry} */
const folder = (name) => ({ name, mode: 0o040755, bytes: Buffer.alloc(0) });
/** @param {string} name @param {Buffer} bytes @param {number} permissions @returns {Entry} */
const file = (name, bytes, permissions) => ({ name, mode: 0o100000 | permissions, bytes });
/** @param {string} name @param {string} target @returns {Entry} */
const link = (name, target) => ({ name, mode: 0o120777, bytes: Buffer.from(target) });

/** @param {readonly Entry[]} entries */
export function archive(entries) {
  const all = [...entries, { name: 'TRAILER!!!', mode: 0, bytes: Buffer.alloc(0) }];
  return Buffer.concat(all.flatMap((entry, index) => written(entry, index)));
}

/**
 * @param {Entry} entry
 * @param {number} number
 */
function written({ name, mode, bytes }, number) {
  const path = Buffer.from(`${name}\0`);
  // Number, mode, owner, group, links, time, size, four device numbers, length of the name, no checksum.
  const fields = [number, mode, 0, 0, 1, 0, bytes.length, 0, 0, 0, 0, path.length, 0];
  const head = `070701${fields.map((field) => field.toString(16).toUpperCase().padStart(8, '0')).join('')}`;
  return [...padded(Buffer.concat([Buffer.from(head), path])), ...padded(bytes)];
}

/** @param {Buffer} bytes to a multiple of four */
const padded = (bytes) => [bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)];
