/**
 * The product as a person starts it: the built server host as a process of its own on a data folder, its pages in
 * Chromium, its other commands from the command line. Nothing inside it is reached any other way.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { ReaderSettings } from '../../src/shared/contract/readers.ts';

const repository = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningFoyer {
  readonly kiosk: string;
  readonly console: string;
  readonly setUpCode: string | null;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<Ended>;
}

export interface Installation {
  readonly dataFolder: string;
  /**
   * Starts the host; `days` moves its clock, `demo` invents people, `under` is a program and its arguments that runs
   * the host. Stopped by itself when the installation is removed.
   */
  start(options?: {
    readonly days?: number;
    readonly demo?: boolean;
    /** Further arguments of the host. */
    readonly more?: readonly string[];
    readonly under?: readonly [program: string, ...programArguments: string[]];
  }): Promise<RunningFoyer>;
  /** Starts a host that is expected to end by itself. */
  startAndEnd(): Promise<Ended>;
  command(name: 'tap' | 'link', ...given: string[]): Promise<Ended>;
  /** Names of files of the data folder, at any depth, whose bytes hold the text in UTF-8 or UTF-16. */
  filesWith(text: string): string[];
  files(): string[];
  remove(): Promise<void>;
}

export const passphrases = { admin: 'correct horse battery', desk: 'front desk lamp' } as const;

/**
 * A data folder set up unattended from the documented example, with screens that begin in English. Made once and
 * copied for each test, because hashing passphrases takes its time. `change` has the last word on the example.
 */
export async function provisionFolder(
  change: (example: string) => string = (example) => example,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-e2e-set-up-'));
  const plan = join(folder, 'plan.json');
  const example = readFileSync(join(repository, 'docs/provision.example.json'), 'utf8');
  writeFileSync(plan, change(example.replace('"defaultLanguage": "da"', '"defaultLanguage": "en"')));
  const program = join(repository, 'out/main/provision.js');
  const { code, err } = await listen(
    spawn(process.execPath, [program, '--data', join(folder, 'data'), '--file', plan], {
      env: {
        ...process.env,
        FOYER_ADMIN_PASSPHRASE: passphrases.admin,
        FOYER_DESK_PASSPHRASE: passphrases.desk,
      },
    }),
  ).ended;
  if (code !== 0) throw new Error(`the set-up failed: ${err}`);
  return folder;
}

/** For {@link provisionFolder}: the example with these card readers. */
export function withReaders(readers: readonly ReaderSettings[]): (example: string) => string {
  return (example) => {
    const plan = JSON.parse(example) as { readonly settings: object };
    return JSON.stringify({ ...plan, settings: { ...plan.settings, readers } });
  };
}

/** A data folder of its own, empty or a copy of one that {@link provisionFolder} made. */
export function createInstallation(setUp?: string): Installation {
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-e2e-'));
  if (setUp !== undefined) cpSync(join(setUp, 'data'), dataFolder, { recursive: true });
  const running = new Set<RunningFoyer>();
  const hostArguments = [
    join(repository, 'out/main/server.js'),
    '--data',
    dataFolder,
    '--port',
    '0',
    '--no-open',
  ];

  function files(): string[] {
    return readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dataFolder, name)).isFile())
      .sort();
  }

  return {
    dataFolder,
    files,
    async start({ days = 0, demo = false, more = [], under } = {}) {
      const env = { ...process.env, FOYER_CLOCK_OFFSET_MS: String(days * 86_400_000) };
      const host = [process.execPath, ...hostArguments, ...(demo ? ['--demo'] : []), ...more] as const;
      const [program, ...programArguments] = under === undefined ? host : ([...under, ...host] as const);
      const child = spawn(program, programArguments, { env });
      const { lines, ended } = listen(child);
      const { kiosk, console, setUpCode } = await lines;
      const foyer: RunningFoyer = {
        kiosk,
        console,
        setUpCode,
        async stop() {
          running.delete(foyer);
          child.kill('SIGTERM');
          return ended;
        },
      };
      running.add(foyer);
      return foyer;
    },
    startAndEnd: () => listen(spawn(process.execPath, hostArguments)).ended,
    command: (name, ...given) =>
      listen(
        spawn(process.execPath, [join(repository, 'scripts', `${name}.mjs`), ...given, '--data', dataFolder]),
      ).ended,
    filesWith(text) {
      const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
      return files().filter((name) => {
        const bytes = readFileSync(join(dataFolder, name));
        return needles.some((needle) => bytes.includes(needle));
      });
    },
    async remove() {
      await Promise.all([...running].map((foyer) => foyer.stop()));
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

interface Lines {
  readonly kiosk: string;
  readonly console: string;
  readonly setUpCode: string | null;
}

/** Reads what a process prints: the lines of a host when it is ready, and everything at its end. */
function listen(child: ChildProcess): { readonly lines: Promise<Lines>; readonly ended: Promise<Ended> } {
  let out = '';
  let err = '';
  const ended = new Promise<Ended>((resolve) => {
    child.stderr?.on('data', (piece) => {
      err += piece;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const lines = new Promise<Lines>((resolve, reject) => {
    child.stdout?.on('data', (piece) => {
      out += piece;
      const find = (name: string): string | undefined => new RegExp(`^${name}: (.+)$`, 'm').exec(out)?.[1];
      const [kiosk, console] = [find('kiosk'), find('console')];
      if (kiosk === undefined || console === undefined || !out.endsWith('\n')) return;
      // The code follows in the same breath where there is one.
      setTimeout(() => resolve({ kiosk, console, setUpCode: find('set-up code') ?? null }), 100);
    });
    void ended.then(({ code }) => reject(new Error(`the host ended with exit code ${code}: ${err}`)));
  });
  // Programs that are expected to end print no such lines.
  lines.catch(() => undefined);
  return { lines, ended };
}

/** Signs in at an open console page. */
export async function unlock(page: Page, userName: string, passphrase: string): Promise<void> {
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('navigation').first().waitFor();
}

export interface Visitor {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly host: string;
}

/** A visitor at an open kiosk page, typing key by key up to the review; `seen` is told each screen by name. */
export async function signInAtKiosk(
  page: Page,
  visitor: Visitor,
  seen: (screen: string) => Promise<void> = async () => {},
): Promise<void> {
  const type = (label: string, text: string): Promise<void> =>
    page.getByRole('textbox', { name: label }).pressSequentially(text);
  const go = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await seen('attract');
  await go('Sign in');
  await type('Full name', visitor.name);
  await seen('name');
  await go('Continue');
  await type('E-mail', visitor.email);
  await type('Phone', visitor.phone);
  await seen('contact');
  await go('Continue');
  await type('Company', visitor.company);
  await type('Host', visitor.host);
  await seen('visit');
  await go('Continue');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seen('notice');
  await go('Continue');
  await seen('review');
  await go('Confirm');
  await page.getByRole('button', { name: 'Done', exact: true }).waitFor();
  await seen('done');
}
