/** What this machine offers: a screen, and the library that card readers need. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** True when windows can be opened here. */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform !== 'linux') return true;
  return [env.DISPLAY, env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}

/** True for the superuser, under whom Electron's sandbox refuses to run on Linux. */
export function isSuperuser() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

const libraryFolders = ['/lib', '/lib64', '/usr/lib', '/usr/lib64', '/usr/local/lib'];

/**
 * Whether the system library behind USB card readers is there; always true elsewhere than on Linux, where it
 * comes with the system. Distributions put libraries either straight into a folder or one level below.
 * @param {readonly string[]} [folders]
 */
export function hasCardReaderLibrary(folders = libraryFolders, platform = process.platform) {
  if (platform !== 'linux') return true;
  const name = 'libusb-1.0.so.0';
  return folders.some((folder) => {
    if (!existsSync(folder)) return false;
    if (existsSync(join(folder, name))) return true;
    return readdirSync(folder).some((below) => existsSync(join(folder, below, name)));
  });
}

export const cardReaderLibraryAdvice =
  'card readers need the library libusb-1.0.so.0, which is missing here: everything else works. ' +
  'On Debian and Ubuntu: apt-get install libusb-1.0-0';
