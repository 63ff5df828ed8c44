/**
 * The built shell in the two ways it can be run: on the stand-in, and in Electron itself where its binary is
 * installed. The tests in `shell.spec.ts` see no difference.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Strike } from '../support/electron-stand-in/keyboard.ts';
import { launchStandIn } from '../support/electron-stand-in/launch.ts';
import type { StandInSettings } from '../support/electron-stand-in/settings.ts';

export interface RunningShell {
  /** The page whose address ends so; waits until there is one. */
  page(ending: string): Promise<Page>;
  /** All that the shell has printed. */
  output(): string;
  /** Strikes keys for the page whose address ends so; resolves when it has had what it gets of them. */
  strike(ending: string, strikes: readonly Strike[]): Promise<void>;
  /** Kills the renderer of a page; afterwards `page` finds its successor. */
  crash(page: Page): Promise<void>;
  /** Resolves when the shell has ended by itself, to its exit code. */
  ended(): Promise<number | null>;
  stop(): Promise<void>;
}

export interface Host {
  readonly name: string;
  readonly isStandIn: boolean;
  /** Why it cannot be used on this machine; null where it can. */
  readonly missing: string | null;
  launch(parameters: readonly string[], keyring?: StandInSettings['keyring']): Promise<RunningShell>;
}

const root = join(import.meta.dirname, '../..');
const program = join(process.env.FOYER_BUILT ?? join(root, 'out'), 'main/electron.js');

export const standIn: Host = {
  name: 'the stand-in on Chromium',
  isStandIn: true,
  missing: null,
  launch: (parameters, keyring) =>
    launchStandIn({ program, parameters, ...(keyring === undefined ? {} : { keyring }) }),
};

/** The installed binary, found without the package's own way, which would download it. */
function findBinary(): string | null {
  const folder = join(root, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(named, 'utf8'),
  );
  return existsSync(binary) ? binary : null;
}

function whyNotElectron(): string | null {
  if (findBinary() === null) return 'the Electron binary is not installed';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY ? 'there is no display' : null;
}

export const realElectron: Host = {
  name: 'Electron',
  isStandIn: false,
  missing: whyNotElectron(),
  async launch(parameters) {
    // Electron refuses to start as root with its sandbox.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath: findBinary() ?? '',
      args: [...asRoot, program, ...parameters],
    });
    return follow(app);
  },
};

function follow(app: ElectronApplication): RunningShell {
  const shell = app.process();
  const ended = new Promise<number | null>((resolve) => shell.once('exit', (code) => resolve(code)));
  let output = '';
  for (const stream of [shell.stdout, shell.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return {
    async page(ending) {
      for (let tries = 0; tries < 1200; tries += 1) {
        const page = app.windows().find((candidate) => candidate.url().endsWith(ending));
        if (page !== undefined) return page;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`No page ${ending}. The shell printed:\n${output}`);
    },
    output: () => output,
    strike: (ending, strikes) =>
      app.evaluate(
        async ({ webContents }, [of, struck]) => {
          const contents = webContents.getAllWebContents().find((one) => one.getURL().endsWith(of));
          const begun = performance.now();
          for (const { at, input } of struck) {
            const left = begun + at - performance.now();
            if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
            const modifiers: 'shift'[] = input.shift ? ['shift'] : [];
            const key = { keyCode: input.key, modifiers };
            if (input.type === 'keyUp') contents?.sendInputEvent({ ...key, type: 'keyUp' });
            else {
              contents?.sendInputEvent({ ...key, type: 'rawKeyDown' });
              const text = input.key === 'Enter' ? '\r' : input.key;
              if (text.length === 1) contents?.sendInputEvent({ ...key, type: 'char', keyCode: text });
            }
          }
          await new Promise((resolve) => setTimeout(resolve, 200));
        },
        [ending, strikes] as const,
      ),
    async crash(page) {
      const crashed = page.waitForEvent('crash');
      const window = await app.browserWindow(page);
      await window.evaluate((of) => of.webContents.forcefullyCrashRenderer());
      await crashed;
    },
    ended: () => ended,
    async stop() {
      if (shell.exitCode === null) shell.kill('SIGTERM');
      await ended;
    },
  };
}
