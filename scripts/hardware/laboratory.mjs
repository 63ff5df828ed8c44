/**
 * What the emulated machine is made of: QEMU, a stock Debian kernel with the modules for virtual USB devices, and
 * busybox for its first steps. Fetched once into the user's cache folder, about 450 MB.
 */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from '../bootstrap/run.mjs';
import { say } from '../bootstrap/speak.mjs';
import { dependencyOf, findProgram, unpackPackages } from './packages.mjs';
import { Skip } from './skip.mjs';

/** Raised when the contents of the folder change, so that old folders are made again. */
const edition = '1';

/** The files of the host over 9p, HID devices from user space, and the driver that gives them a hidraw node. */
const wantedModules = ['virtio_pci', '9p', '9pnet_virtio', 'uhid', 'hid-generic'];

/**
 * @typedef {object} Laboratory
 * @property {{ program: string, programArguments: readonly string[], env: NodeJS.ProcessEnv }} emulator
 * @property {string} kernel
 * @property {string} busybox statically linked
 * @property {readonly string[]} modules files, each after those it needs
 */

/** @returns {Promise<Laboratory>} */
export async function openLaboratory(folder = laboratoryFolder()) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Skip(`needs Linux on x86-64, and this is ${process.platform} on ${process.arch}`);
  const stamp = join(folder, 'edition');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== edition) {
    for (const program of ['apt-get', 'dpkg-deb'])
      if (findProgram(program) === null) throw new Skip(`needs ${program}, which this system does not have`);
    say(`fetching an emulator and a kernel into ${folder}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await unpackPackages(join(folder, 'tools'), ['busybox-static'], { withDependencies: false });
    const image = await dependencyOf('linux-image-amd64');
    await unpackPackages(join(folder, 'kernel'), [image], { withDependencies: false });
    if (findProgram(emulatorName) === null)
      await unpackPackages(join(folder, 'emulator'), ['qemu-system-x86'], { withDependencies: true });
    writeFileSync(stamp, edition);
  }
  const busybox = join(folder, 'tools', 'bin', 'busybox');
  const { kernel, modules } = await findKernel(join(folder, 'kernel'), busybox);
  return { emulator: findEmulator(join(folder, 'emulator')), kernel, busybox, modules };
}

function laboratoryFolder() {
  const named = process.env.XDG_CACHE_HOME;
  const base = named?.startsWith('/') ? named : join(homedir(), '.cache');
  try {
    mkdirSync(base, { recursive: true });
    accessSync(base, constants.W_OK);
    return join(base, 'foyer', 'hardware');
  } catch {
    return join(tmpdir(), `foyer-hardware-${process.getuid?.() ?? 'user'}`);
  }
}

const emulatorName = 'qemu-system-x86_64';

/** @param {string} folder */
function findEmulator(folder) {
  const unpacked = join(folder, 'usr', 'bin', emulatorName);
  if (existsSync(unpacked)) {
    const libraries = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'].map((path) => join(folder, path));
    return {
      program: unpacked,
      programArguments: ['-L', join(folder, 'usr/share/qemu'), '-L', join(folder, 'usr/share/seabios')],
      env: {
        ...process.env,
        LD_LIBRARY_PATH: libraries.join(':'),
        QEMU_MODULE_DIR: join(folder, 'usr/lib/x86_64-linux-gnu/qemu'),
      },
    };
  }
  const program = findProgram(emulatorName);
  if (program === null)
    throw new Skip(`${emulatorName} is gone; remove the folder ${folder}/.. to fetch it again`);
  return { program, programArguments: [], env: process.env };
}

/**
 * @param {string} folder
 * @param {string} busybox
 */
async function findKernel(folder, busybox) {
  const tree = existsSync(join(folder, 'lib', 'modules')) ? 'lib/modules' : 'usr/lib/modules';
  const [version] = readdirSync(join(folder, tree));
  if (version === undefined) throw new Skip('the kernel package holds no modules');
  const base = join(folder, tree, version);
  // The package leaves the list of what needs what to the installation.
  if (!existsSync(join(base, 'modules.dep'))) {
    const made = await run(busybox, [
      'depmod',
      '-b',
      tree === 'lib/modules' ? folder : join(folder, 'usr'),
      version,
    ]);
    if (made.code !== 0) throw new Skip(`the kernel's modules cannot be listed: ${made.output}`);
  }
  return {
    kernel: join(folder, 'boot', `vmlinuz-${version}`),
    modules: modulesInOrder(readFileSync(join(base, 'modules.dep'), 'utf8')).map((file) => join(base, file)),
  };
}

/** @param {string} list lines `FILE: FILES IT NEEDS, those of these last` */
export function modulesInOrder(list, wanted = wantedModules) {
  /** @type {Map<string, readonly string[]>} */
  const byName = new Map();
  for (const line of list.split('\n')) {
    const [file, needs] = line.split(':');
    if (file !== undefined && needs !== undefined)
      byName.set(nameOf(file), [...needs.split(' ').filter(Boolean).reverse(), file]);
  }
  return [...new Set(wanted.flatMap((name) => byName.get(nameOf(name)) ?? []))];
}

/** @param {string} file */
function nameOf(file) {
  return (basename(file).split('.')[0] ?? '').replaceAll('-', '_');
}
