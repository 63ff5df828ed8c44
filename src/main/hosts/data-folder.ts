/**
 * Where an installation lives and what its files are called. The database's own names belong to the store; hosts
 * repeat two of them here, because the store would bring the database driver into the host's thread (a test keeps
 * the two in step).
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const databaseFile = 'foyer.db';
export const markerFile = 'foyer.installation.json';
export const keyFileName = 'foyer.key';
export const logFolder = 'log';
/** Profiles of the browser windows that the server host opens; emptied at every start and end. */
export const browserFolder = 'browser';

/** What deciding about folders needs to know of the machine; tests hand in another one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  /** Relative paths on the command line count from here. */
  readonly workingFolder: string;
}

/**
 * The data folder when none is named: `$XDG_DATA_HOME/foyer` or `~/.local/share/foyer` (XDG Base Directory
 * Specification), `%APPDATA%\Foyer`, `~/Library/Application Support/Foyer`. A demo has its own beside it.
 */
export function defaultDataFolder({ platform, env, homeFolder }: Machine, demo: boolean): string {
  if (platform === 'win32')
    return join(env.APPDATA ?? join(homeFolder, 'AppData', 'Roaming'), demo ? 'Foyer Demo' : 'Foyer');
  if (platform === 'darwin')
    return join(homeFolder, 'Library', 'Application Support', demo ? 'Foyer Demo' : 'Foyer');
  const dataHome = env.XDG_DATA_HOME;
  // The specification has programs ignore a relative path here.
  const base = dataHome?.startsWith('/') ? dataHome : join(homeFolder, '.local', 'share');
  return join(base, demo ? 'foyer-demo' : 'foyer');
}

/** Makes the folder, readable by nobody else; throws what the file system says. */
export function prepareDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Whether there is, or once was, a database: then a new key would only hide that the right one is missing. */
export function holdsInstallation(folder: string): boolean {
  return existsSync(join(folder, databaseFile)) || existsSync(join(folder, markerFile));
}
