/**
 * Opens an installation on disk as an app: the database, the keys derived from the master key, the passphrase
 * hasher. Used by the core's process, by provisioning and by the demo.
 */
import type { StorageFault } from '../shared/contract/site.ts';
import { type App, type AppParts, createApp } from './app.ts';
import { createIds } from './core/ids.ts';
import { recoveryKeyFrom } from './core/recovery-key.ts';
import { createPassphraseHasher } from './passphrase.ts';
import { readDesignFiles } from './store/badge-design-files.ts';
import { createDataFolder } from './store/data-folder.ts';
import { createDigest, deriveKey } from './store/keys.ts';
import { openInstallation } from './store/open.ts';
import { readWordFiles } from './store/word-files.ts';

export type OpenedApp =
  | { readonly ok: true; readonly app: App }
  | { readonly ok: false; readonly fault: StorageFault };

export interface InstallationParts
  extends Pick<
    AppParts,
    | 'clock'
    | 'random'
    | 'log'
    | 'demo'
    | 'storageLow'
    | 'tapSimulated'
    | 'askReaders'
    | 'longWork'
    | 'courier'
    | 'deviceGone'
    | 'letJoinChanged'
    | 'system'
    | 'evacuationPaper'
    | 'badgePaper'
  > {
  readonly dataFolder: string;
  /** 64 hexadecimal digits, or null when the host found none. */
  readonly masterKey: string | null;
  /** As in the store's `OpenRequest`; left out everywhere but in the making of a demo. */
  readonly durable?: boolean;
  /** Foyer's own designs of badges; left out where nothing is printed. */
  readonly designFolder?: URL;
}

/** Never throws; a fault means that nothing was changed. */
export function openApp(parts: InstallationParts): OpenedApp {
  const { dataFolder, masterKey, clock, random, durable = true } = parts;
  const newInstallationId = createIds(clock, random)();
  const opened = openInstallation({ dataFolder, masterKey, newInstallationId, now: clock.now(), durable });
  if (!opened.ok) return opened;
  if (masterKey === null) return { ok: false, fault: 'missing-key' };
  const app = createApp({
    database: opened.database,
    clock,
    random,
    digest: createDigest(masterKey),
    hasher: createPassphraseHasher(deriveKey(masterKey, 'pepper')),
    dataFolder: createDataFolder(dataFolder),
    log: parts.log,
    demo: parts.demo,
    recoveryKey: recoveryKeyFrom(masterKey),
    storageLow: parts.storageLow,
    tapSimulated: parts.tapSimulated,
    askReaders: parts.askReaders,
    ...(parts.evacuationPaper && { evacuationPaper: parts.evacuationPaper }),
    ...(parts.badgePaper && { badgePaper: parts.badgePaper }),
    ...(parts.designFolder && { designFiles: readDesignFiles(parts.designFolder, dataFolder) }),
    ...(parts.longWork && { longWork: parts.longWork }),
    ...(parts.deviceGone && { deviceGone: parts.deviceGone }),
    ...(parts.letJoinChanged && { letJoinChanged: parts.letJoinChanged }),
    system: parts.system,
    ...(parts.courier && { courier: parts.courier }),
    wordFiles: readWordFiles(dataFolder),
  });
  return { ok: true, app };
}
