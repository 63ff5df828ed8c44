/** Opens the installation of a demo: the first time it is filled with invented people, see `demo/demo.ts`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demoSignIns, demoTaps, seedDemo } from './demo/demo.ts';
import { type InstallationParts, type OpenedApp, openApp } from './open-app.ts';
import { createPassphraseHasher } from './passphrase.ts';
import { deriveKey } from './store/keys.ts';
import { databaseFileName } from './store/open.ts';

const demo = { signIns: demoSignIns, taps: demoTaps };

export async function openDemo(parts: Omit<InstallationParts, 'demo'>): Promise<OpenedApp> {
  const { dataFolder, masterKey, clock } = parts;
  if (masterKey !== null && !existsSync(join(dataFolder, databaseFileName))) {
    let fault: OpenedApp | null = null;
    await seedDemo({
      open(past) {
        const opened = openApp({ ...parts, demo: null, clock: past, durable: false });
        if (!opened.ok) {
          fault = opened;
          return null;
        }
        return opened.app;
      },
      hasher: createPassphraseHasher(deriveKey(masterKey, 'pepper')),
      now: clock.now(),
      monotonic: () => clock.monotonic(),
    });
    if (fault !== null) return fault;
  }
  return openApp({ ...parts, demo });
}
