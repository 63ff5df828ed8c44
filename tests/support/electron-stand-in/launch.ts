/** Starts a built shell on the stand-in and attaches to it the way a test attaches to any Chromium. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { endpointOf } from './devtools.ts';
import type { Strike, StrikesMessage } from './keyboard.ts';
import { type StandInDisplay, type StandInSettings, settingsVariable } from './settings.ts';

export interface RunningStandIn {
  /** The page whose address ends so; waits until there is one. A page that crashed is another one afterwards. */
  page(ending: string): Promise<Page>;
  /** All that the shell has printed. */
  output(): string;
  /** Strikes keys for a page, at the shell's end; resolves when the page has had what it gets of them. */
  strike(ending: string, strikes: readonly Strike[]): Promise<void>;
  /** What has been printed, in order. */
  printed(): Promise<readonly Buffer[]>;
  /** Kills the renderer of a page. */
  crash(page: Page): Promise<void>;
  /** How the shell ended; null while it runs. */
  exitCode(): number | null;
  /** Resolves when the shell has ended by itself. */
  ended(): Promise<number | null>;
  /** Ends the shell as the operating system would, and cleans up. */
  stop(): Promise<void>;
}

export interface StandInLaunch {
  /** The built shell. */
  readonly program: string;
  readonly parameters: readonly string[];
  readonly displays?: readonly StandInDisplay[];
  readonly keyring?: StandInSettings['keyring'];
  readonly printers?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

const oneDisplay: readonly StandInDisplay[] = [{ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }];

/** Whether a page runs scripts within a second; a dead one never answers. */
function answers(page: Page): Promise<boolean> {
  const alive = page.evaluate(() => true).catch(() => false);
  return Promise.race([alive, wait(1000, false, { ref: false })]);
}

export async function launchStandIn(launch: StandInLaunch): Promise<RunningStandIn> {
  const profileFolder = await mkdtemp(join(tmpdir(), 'foyer-stand-in-'));
  const settings: StandInSettings = {
    profileFolder,
    chromium: process.env.FOYER_CHROMIUM ?? '/usr/bin/chromium',
    displays: launch.displays ?? oneDisplay,
    printers: launch.printers ?? [],
    keyring: launch.keyring ?? { backend: 'gnome_libsecret', secret: 'the key ring of this desktop' },
  };
  const register = new URL('./register.ts', import.meta.url).href;
  const shell = spawn(process.execPath, ['--import', register, launch.program, ...launch.parameters], {
    env: { ...process.env, ...launch.environment, [settingsVariable]: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(shell, 'exit');
  let output = '';
  const playing = new Map<number, () => void>();
  shell.on('message', (message: StrikesMessage) => {
    playing.get(message.id)?.();
    playing.delete(message.id);
  });
  let lastStrikes = 0;
  for (const stream of [shell.stdout, shell.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });

  let browser: Browser | null = null;
  async function attach(): Promise<Browser> {
    browser ??= await chromium.connectOverCDP(await endpointOf(profileFolder));
    return browser;
  }

  return {
    async page(ending) {
      for (let tries = 0; tries < 1200; tries += 1) {
        if (shell.exitCode !== null) throw new Error(`The shell ended:\n${output}`);
        const pages = (await attach()).contexts().flatMap((context) => context.pages());
        const page = pages.find((candidate) => candidate.url().endsWith(ending));
        if (page !== undefined) return page;
        await wait(50);
      }
      throw new Error(`No page ${ending}. The shell printed:\n${output}`);
    },
    output: () => output,
    async printed() {
      const files = (await readdir(profileFolder)).filter((name) => /^printed-\d+\.pdf$/.test(name));
      return Promise.all(files.sort().map((name) => readFile(join(profileFolder, name))));
    },
    strike(ending, strikes) {
      lastStrikes += 1;
      const id = lastStrikes;
      const { promise, resolve } = Promise.withResolvers<void>();
      playing.set(id, resolve);
      shell.send({ kind: 'strikes', id, ending, strikes } satisfies StrikesMessage);
      return promise;
    },
    async crash(page) {
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      void session.send('Page.crash').catch(() => {});
      await crashed;
      // A test's handle to a crashed page stays crashed, so the test attaches anew; to a page that has not come back
      // yet it would attach in vain.
      const expected = (await attach()).contexts().flatMap((context) => context.pages()).length;
      for (let tries = 0; tries < 100; tries += 1) {
        await browser?.close();
        browser = null;
        await wait(200);
        const pages = (await attach()).contexts().flatMap((context) => context.pages());
        if (pages.length === expected && (await Promise.all(pages.map(answers))).every(Boolean)) return;
      }
      throw new Error(`The page did not come back. The shell printed:\n${output}`);
    },
    exitCode: () => shell.exitCode,
    async ended() {
      await ended;
      return shell.exitCode;
    },
    async stop() {
      await browser?.close().catch(() => {});
      if (shell.exitCode === null && shell.signalCode === null) shell.kill('SIGTERM');
      const patience = setTimeout(() => shell.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(patience);
      await rm(profileFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
