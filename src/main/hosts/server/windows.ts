/**
 * The browser windows of the server host: one process and one profile for each door, so that the kiosk's browser
 * never holds the console's cookie. A kiosk that is locked to the screen comes back when its browser ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door } from '../../../shared/vocabulary.ts';
import type { Log } from '../../core/ports.ts';
import { browserArguments, browserPreferences } from '../browser.ts';
import { browserFolder } from '../data-folder.ts';

export interface WindowParts {
  /** The browser's program. */
  readonly program: string;
  readonly dataFolder: string;
  /** Lock the kiosk's window to the screen. The console's stays a window: staff need the rest of their machine. */
  readonly kiosk: boolean;
  /** Both, but for a device that is one of them. */
  readonly doors: readonly Door[];
  /** A one-time address. */
  link(door: Door): string;
  readonly log: Log;
}

export interface Windows {
  /** Opens the windows that are not open, the kiosk's last so that it lies on top. */
  open(): void;
  /** Ends the browsers and removes their profiles. */
  close(): Promise<void>;
}

/** Waits before a locked kiosk comes back, by the number of ends in a row. */
const usualWait = (ends: number): number => Math.min(500 * 2 ** (ends - 1), 30_000);
/** A browser that lived longer did not fail at its start. */
const settledMs = 60_000;
/** How long a browser may take to close by itself. */
const closeMs = 1_000;

export function createWindows(parts: WindowParts): Windows {
  const { program, dataFolder, log } = parts;
  const open = new Map<Door, ChildProcess>();
  const waits = new Set<NodeJS.Timeout>();
  const folder = join(dataFolder, browserFolder);
  let isClosing = false;
  let kioskEnds = 0;

  // What an earlier run could not remove, because the machine lost its power.
  removeProfiles();

  function removeProfiles(): void {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 2, retryDelay: 50 });
    } catch {
      log({ event: 'browser-profile-left' });
    }
  }

  function openWindow(door: Door): void {
    const profile = join(folder, door);
    mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(browserPreferences));
    const locked = parts.kiosk && door === 'kiosk';
    const startedAt = performance.now();
    const child = spawn(program, browserArguments({ door, url: parts.link(door), profile, locked }), {
      stdio: 'ignore',
    });
    open.set(door, child);
    let isGone = false;
    const gone = (): void => {
      if (isGone) return;
      isGone = true;
      open.delete(door);
      log({ event: 'window-ended', door });
      if (isClosing || !locked) return;
      kioskEnds = performance.now() - startedAt > settledMs ? 1 : kioskEnds + 1;
      const wait = setTimeout(() => {
        waits.delete(wait);
        if (!isClosing && !open.has(door)) openWindow(door);
      }, usualWait(kioskEnds));
      waits.add(wait);
    };
    child.once('exit', gone);
    child.once('error', gone);
    log({ event: 'window-opened', door });
  }

  return {
    open() {
      for (const door of ['console', 'kiosk'] as const)
        if (parts.doors.includes(door) && !open.has(door)) openWindow(door);
    },
    async close() {
      isClosing = true;
      for (const wait of waits) clearTimeout(wait);
      await Promise.all([...open.values()].map(end));
      removeProfiles();
    },
  };
}

/** Asks the browser to close, then ends it. */
function end(child: ChildProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const limit = setTimeout(() => child.kill('SIGKILL'), closeMs);
  child.once('exit', () => {
    clearTimeout(limit);
    resolve();
  });
  if (!child.kill()) {
    clearTimeout(limit);
    resolve();
  }
  return promise;
}
