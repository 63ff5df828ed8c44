/**
 * The Electron host as a program: reads the command line, opens what is behind the windows and the shell before it.
 * Prints `set-up code: CODE` at the first run, and on the network `network: URL` for each of its addresses and
 * `fingerprint: SHA256`; every other word goes to standard error. Exit codes: 0 closed or gave way to a running
 * instance, 1 could not start, 2 wrong options.
 */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, Menu, protocol, safeStorage } from 'electron';
import { faultLine } from './core/fault-line.ts';
import { claimControl } from './hosts/control.ts';
import { type Machine, prepareDataFolder } from './hosts/data-folder.ts';
import { type Behind, openBehind } from './hosts/electron/behind.ts';
import { spawnCore, spawnReader } from './hosts/electron/processes.ts';
import { programArguments } from './hosts/electron/program-arguments.ts';
import { createPageHandler, schemePrivileges } from './hosts/electron/protocol.ts';
import { createShell, type Shell } from './hosts/electron/shell.ts';
import { claimSingleInstance } from './hosts/electron/single-instance.ts';
import { commandLineSwitches, refuseCertificates } from './hosts/electron/traffic.ts';
import { openLog } from './hosts/log.ts';
import { type HostOptions, parseOptions } from './hosts/options.ts';
import { readStaticFiles, type StaticFiles } from './hosts/server/static-files.ts';
import { ask, print, say } from './hosts/terminal.ts';

const built = (path: string): string => join(import.meta.dirname, path);

const machine: Machine = {
  platform: process.platform,
  env: process.env,
  homeFolder: homedir(),
  workingFolder: process.cwd(),
};

function end(sentences: readonly string[], exitCode: number): void {
  for (const sentence of sentences) say(sentence);
  app.exit(exitCode);
}

const alreadyRunning = 'already running on this data folder; its windows come to the front';

function prepare(): void {
  const parsed = parseOptions(programArguments(process.argv, app.isPackaged), machine);
  if (!parsed.ok) {
    end(parsed.faults, 2);
    return;
  }
  const { options } = parsed;
  let files: StaticFiles;
  try {
    prepareDataFolder(options.dataFolder);
    files = readStaticFiles(built('../renderer'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    end([code === undefined ? message : `the data folder ${options.dataFolder} cannot be used (${code})`], 1);
    return;
  }

  // Chromium's own files, and with them the single-instance lock, belong to the data folder they serve.
  app.setPath('userData', join(options.dataFolder, 'shell'));
  app.enableSandbox();
  for (const [name, value] of commandLineSwitches) app.commandLine.appendSwitch(name, value);
  protocol.registerSchemesAsPrivileged([schemePrivileges]);
  Menu.setApplicationMenu(null);
  refuseCertificates(app);

  let shell: Shell | null = null;
  if (!claimSingleInstance(app, () => shell?.toFront())) {
    end([alreadyRunning], 0);
    return;
  }
  void app.whenReady().then(() =>
    run(options, files, (made) => {
      shell = made;
    }),
  );
}

async function run(options: HostOptions, files: StaticFiles, offer: (shell: Shell) => void): Promise<void> {
  const { log, close: closeLog } = openLog(options.dataFolder, Date.now);
  // Electron would answer with a dialog that waits for a click; the desk goes on instead.
  process.on('uncaughtException', (error) => log({ event: 'bug', ...faultLine(error) }));
  process.on('unhandledRejection', (error) => log({ event: 'bug', ...faultLine(error) }));

  let shell: Shell | null = null;
  let behind: Behind | null = null;
  const control = await claimControl(
    options.dataFolder,
    {
      host: 'electron',
      tap: async (card, place) => behind?.tap(card, place) ?? 'unavailable',
      link: () => null,
      focus() {
        shell?.toFront();
        return null;
      },
      state: () => behind?.state() ?? 'starting',
      stop: () => app.quit(),
    },
    log,
  );
  if (control.kind === 'second') {
    end([alreadyRunning], 0);
    return;
  }

  let capturing = false;
  let opened: Behind;
  try {
    opened = await openBehind({
      ...{ options, machine, files, log, print, say, ask },
      ring: safeStorage,
      random: randomBytes,
      spawnCore: () => spawnCore(built('core.js')),
      spawnReader: () => spawnReader(built('reader.js')),
      onReaders(readers) {
        capturing = readers.some(({ profile }) => profile === 'wedge');
        shell?.captureKeyboard(capturing);
      },
    });
  } catch (error) {
    end([error instanceof Error ? error.message : 'Foyer could not be started'], 1);
    return;
  }
  behind = opened;

  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    closed = true;
    event.preventDefault();
    void Promise.allSettled([opened.close(), control.kind === 'first' ? control.close() : undefined]).then(
      () => {
        closeLog();
        app.exit(0);
      },
    );
  });

  shell = createShell({
    locked: options.kiosk,
    doors: opened.doors,
    preloadFile: built('../preload/preload.cjs'),
    servePages: (door) => createPageHandler(files, door),
    call: opened.desk.call,
    subscribe: opened.desk.subscribe,
    connectionClosed: opened.desk.connectionClosed,
    log,
  });
  shell.captureKeyboard(capturing);
  offer(shell);
  shell.open();

  await opened.begin();
}

// Whatever is created from here on, by the database too, is for the owner alone. Windows has no such thing.
process.umask(0o077);
// A terminal that was closed must not take the front desk with it through a failed write.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

prepare();
