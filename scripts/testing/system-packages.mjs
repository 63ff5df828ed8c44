/** What the tests need of the system: a browser, the card readers' library, and a player of USB devices. */
import { existsSync } from 'node:fs';
import { run } from '../bootstrap/run.mjs';
import { fail, say } from '../bootstrap/speak.mjs';
import { hasCardReaderLibrary } from '../launch/machine.mjs';

/** @typedef {{ debian: string, what: string, isThere: () => boolean }} SystemPackage */

/** @type {readonly SystemPackage[]} */
const packages = [
  {
    debian: 'chromium',
    what: 'Chromium as /usr/bin/chromium (or its path in FOYER_CHROMIUM)',
    isThere: () => existsSync(process.env.FOYER_CHROMIUM ?? '/usr/bin/chromium'),
  },
  {
    debian: 'libusb-1.0-0',
    what: 'the library libusb-1.0',
    isThere: () => hasCardReaderLibrary(),
  },
  {
    debian: 'umockdev',
    what: 'umockdev, which plays USB devices to the tests of card readers',
    // The tests of mocked devices run on Linux only, and there they are never left out.
    isThere: () => process.platform !== 'linux' || existsSync('/usr/bin/umockdev-run'),
  },
  {
    debian: 'poppler-utils',
    what: 'pdftoppm of Poppler, which draws printed pages for the tests of badges',
    isThere: () => existsSync('/usr/bin/pdftoppm') || existsSync('/usr/local/bin/pdftoppm'),
  },
];

/**
 * Installs what is missing on Debian as root; elsewhere says what to install, and stops.
 * @param {readonly string[]} [wanted] names in Debian; all of them without it
 */
export async function bringSystemPackages(wanted) {
  const missing = packages.filter(
    ({ debian, isThere }) => (wanted === undefined || wanted.includes(debian)) && !isThere(),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ debian }) => debian);
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say(`installing ${names.join(', ')} with apt-get`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '--yes', '--no-install-recommends', ...names];
    let done = await run('apt-get', install, { env });
    if (done.code !== 0) {
      await run('apt-get', ['update'], { env });
      done = await run('apt-get', install, { env });
    }
    if (done.code !== 0) process.stderr.write(done.output);
  }
  const still = missing.filter(({ isThere }) => !isThere());
  if (still.length === 0) return;
  const advice = still.map(({ what, debian }) => `  ${what} (Debian: apt-get install ${debian})`).join('\n');
  fail(`the tests need, and this machine lacks:\n${advice}`);
}
