/**
 * `npm run test:hardware`: card readers on the kernel's own HID layer, in an emulated machine (scripts/hardware,
 * tests/hardware). It takes about ten minutes and, the first time, fetches about 100 MB. Where it cannot run it
 * says why and ends well.
 */
import { relative } from 'node:path';
import { fail, repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { openLaboratory } from './hardware/laboratory.mjs';
import { Skip } from './hardware/skip.mjs';
import { runInMachine } from './hardware/virtual-machine.mjs';
import { hasCardReaderLibrary } from './launch/machine.mjs';
import { bringSystemPackages } from './testing/system-packages.mjs';

const limitMs = 40 * 60_000;

await runCommand(async () => {
  if (process.argv.length > 2) fail('npm run test:hardware takes no arguments', 2);
  /** @param {string} line */
  const print = (line) => void process.stdout.write(`${line}\n`);
  try {
    const laboratory = await openLaboratory();
    await bringLibrary();
    const node = await prepare();
    const job = [
      'export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/run/home TMPDIR=/run/tmp LANG=C.UTF-8 NO_COLOR=1 UV_THREADPOOL_SIZE=8',
      `export FOYER_HARDWARE_TAPS=${Number(process.env.FOYER_HARDWARE_TAPS ?? 10_000)}`,
      `export FOYER_HARDWARE_ONLY=${(process.env.FOYER_HARDWARE_ONLY ?? '').replace(/[^\w-]/g, '')}`,
      'cd /run/checkout',
      `exec ${inMachine(node)} tests/hardware/run.ts`,
    ].join('\n');
    const code = await runInMachine(laboratory, { checkout: repository, job }, { limitMs, print });
    if (code === null) fail('the emulated machine ended before the checks did');
    return code;
  } catch (error) {
    if (!(error instanceof Skip)) throw error;
    print(`skipped: ${error.message}`);
    return 0;
  }
});

/** The machine runs this one's programs, so it has this one's libraries. */
async function bringLibrary() {
  const library = 'libusb-1.0-0';
  if (!hasCardReaderLibrary() && process.getuid?.() !== 0)
    throw new Skip(`needs the library libusb-1.0.so.0 (apt-get install ${library})`);
  await bringSystemPackages([library]);
}

/**
 * A Node that belongs to the checkout is reached through it; another one stands where it stands.
 * @param {string} node
 */
function inMachine(node) {
  const path = relative(repository, node);
  return `'${(path.startsWith('..') ? node : path).replaceAll("'", "'\\''")}'`;
}
