/** The Electron host as a program: reads the command line, starts the core and the readers, opens the shell. */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, Menu, protocol, safeStorage } from 'electron';
import { claimControl } from './hosts/control.ts';
import { type Machine, prepareDataFolder } from './hosts/data-folder.ts';
import { clockOffsetFrom, createDesk, type Desk } from './hosts/desk.ts';
import { openKey } from './hosts/electron/key-store.ts';
import { spawnCore, spawnReader } from './hosts/electron/processes.ts';
import { programArguments } from './hosts/electron/program-arguments.ts';
import { createPageHandler, listPageFiles, schemePrivileges } from './hosts/electron/protocol.ts';
import { createShell, type Shell } from './hosts/electron/shell.ts';
import { claimSingleInstance } from './hosts/electron/single-instance.ts';
import { commandLineSwitches, refuseCertificates } from './hosts/electron/traffic.ts';
import { faultLine } from './hosts/fault-line.ts';
import { openLog } from './hosts/log.ts';
import { type HostOptions, parseOptions } from './hosts/options.ts';

const built = (path: string): string => join(import.meta.dirname, path);

const machine: Machine = {
  platform: process.platform,
  env: process.env,
  homeFolder: homedir(),
  workingFolder: process.cwd(),
};

/** Ends with one sentence a line for the person at the terminal. */
function giveUp(sentences: readonly string[], exitCode: number): void {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  app.exit(exitCode);
}

const alreadyRunning = 'Foyer is already running on this data folder; its windows come to the front.\n';

function prepare(): void {
  const parsed = parseOptions(programArguments(process.argv, app.isPackaged), machine);
  if (!parsed.ok) {
    giveUp(parsed.faults, 2);
    return;
  }
  const { options } = parsed;
  try {
    prepareDataFolder(options.dataFolder);
  } catch {
    giveUp([`the data folder ${options.dataFolder} cannot be made`], 1);
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
    process.stdout.write(alreadyRunning);
    app.exit(0);
    return;
  }
  void app.whenReady().then(() =>
    run(options, (made) => {
      shell = made;
    }),
  );
}

async function run(options: HostOptions, offer: (shell: Shell) => void): Promise<void> {
  const { log, close: closeLog } = openLog(options.dataFolder, Date.now);
  // Electron would answer with a dialog that waits for a click; the desk goes on instead.
  process.on('uncaughtException', (error) => log({ event: 'bug', ...faultLine(error) }));
  process.on('unhandledRejection', (error) => log({ event: 'bug', ...faultLine(error) }));

  let shell: Shell | null = null;
  let desk: Desk | null = null;
  const control = await claimControl(
    options.dataFolder,
    {
      host: 'electron',
      tap: async (card) => desk?.tap(card) ?? 'unavailable',
      link: () => null,
      focus() {
        shell?.toFront();
        return null;
      },
      state: () => desk?.state() ?? 'starting',
      stop: () => app.quit(),
    },
    log,
  );
  if (control.kind === 'second') {
    process.stdout.write(alreadyRunning);
    app.exit(0);
    return;
  }

  const key = await openKey({ options, machine, ring: safeStorage, random: randomBytes, log });
  if (!key.ok) {
    giveUp([key.fault], 1);
    return;
  }

  const opened = createDesk({
    options,
    masterKey: key.masterKey,
    spawnCore: () => spawnCore(built('core.js')),
    spawnReader: () => spawnReader(built('reader.js')),
    log,
    clockOffsetMs: clockOffsetFrom(process.env),
  });
  desk = opened;

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

  const pages = listPageFiles(built('../renderer'));
  shell = createShell({
    locked: options.kiosk,
    preloadFile: built('../preload/preload.cjs'),
    servePages: (door) => createPageHandler(pages, door),
    call: opened.call,
    subscribe: opened.subscribe,
    connectionClosed: opened.connectionClosed,
    log,
  });
  offer(shell);
  shell.open();

  const { setUpCode } = await opened.ready;
  if (setUpCode !== null) process.stdout.write(`set-up code: ${setUpCode}\n`);
}

prepare();
