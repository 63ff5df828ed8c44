import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askControl, type ControlCommands, claimControl } from '../../src/main/hosts/control.ts';
import { controlAddress } from '../../src/main/hosts/control-address.ts';
import { eventually } from './support/eventually.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const links = { kiosk: 'http://127.0.0.1:1/kiosk?launch=k', console: 'http://127.0.0.1:1/console?launch=c' };

async function claim(dataFolder: string, commands: Partial<ControlCommands> = {}) {
  const done: string[] = [];
  const log: Record<string, unknown>[] = [];
  const claimed = await claimControl(
    dataFolder,
    {
      host: 'server',
      tap: async (card, place) => {
        done.push(`tap ${card} ${place}`);
        return null;
      },
      link: (door) => links[door],
      focus: () => {
        done.push('focus');
        return links;
      },
      state: () => 'ready',
      stop: () => done.push('stop'),
      ...commands,
    },
    (line) => log.push(line),
  );
  if (claimed.kind === 'first') onTestFinished(() => claimed.close());
  return { claimed, done, log };
}

/** What comes back for lines sent as they are. */
async function converse(dataFolder: string, text: string, answers: number): Promise<unknown[]> {
  const socket = connect(controlAddress(dataFolder));
  onTestFinished(() => void socket.destroy());
  socket.write(text);
  const heard: unknown[] = [];
  for await (const line of createInterface({ input: socket })) {
    heard.push(JSON.parse(line));
    if (heard.length === answers) break;
  }
  return heard;
}

describe('the control socket', () => {
  it('can be reached by its owner only', async () => {
    const folder = temporaryFolder();
    await claim(folder);
    const { mode } = statSync(join(folder, 'control.sock'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('taps, links, tells its state, and stops', async () => {
    const folder = temporaryFolder();
    const { done } = await claim(folder);
    expect(await askControl(folder, { command: 'tap', card: 'H10301:2F623AE' })).toEqual({ ok: true });
    const atKiosk = { command: 'tap', card: 'H10301:2F623AE', place: 'kiosk' } as const;
    expect(await askControl(folder, atKiosk)).toEqual({ ok: true });
    expect(await askControl(folder, { command: 'link', door: 'kiosk' })).toEqual({
      ok: true,
      url: links.kiosk,
    });
    expect(await askControl(folder, { command: 'state' })).toEqual({
      ok: true,
      host: 'server',
      state: 'ready',
      pid: process.pid,
    });
    expect(await askControl(folder, { command: 'stop' })).toEqual({ ok: true });
    await eventually(() =>
      expect(done).toEqual(['tap H10301:2F623AE desk', 'tap H10301:2F623AE kiosk', 'stop']),
    );
  });

  it('passes faults on', async () => {
    const folder = temporaryFolder();
    await claim(folder, { tap: async () => 'not-simulated', link: () => null });
    const tap = await askControl(folder, { command: 'tap', card: 'DEC:1' });
    expect(tap).toEqual({ ok: false, fault: 'not-simulated' });
    const link = await askControl(folder, { command: 'link', door: 'console' });
    expect(link).toEqual({ ok: false, fault: 'no-links' });
  });

  it('answers several questions on one line each, in their order', async () => {
    const folder = temporaryFolder();
    await claim(folder, {
      tap: (card) => new Promise((resolve) => setTimeout(resolve, card === 'slow' ? 50 : 0, card)),
    });
    const text = ['slow', 'fast'].map((card) => JSON.stringify({ command: 'tap', card })).join('\n');
    expect(await converse(folder, `${text}\n`, 2)).toEqual([
      { ok: false, fault: 'slow' },
      { ok: false, fault: 'fast' },
    ]);
  });

  it.each([
    ['{', 'not-json'],
    ['{"command":"dance"}', 'unknown-command'],
    ['null', 'bad-command'],
    ['{"command":"tap"}', 'bad-command'],
    ['{"command":"tap","card":""}', 'bad-command'],
    ['{"command":"tap","card":"DEC:1","place":"roof"}', 'bad-command'],
    ['{"command":"link","door":"cellar"}', 'bad-command'],
    ['{"command":"state","more":1}', 'bad-command'],
  ])('refuses %s as %s, and goes on', async (line, fault) => {
    const folder = temporaryFolder();
    const { log } = await claim(folder);
    const [refused, next] = await converse(folder, `${line}\n{"command":"state"}\n`, 2);
    expect(refused).toEqual({ ok: false, fault });
    expect(next).toMatchObject({ ok: true });
    expect(log).toEqual([{ event: 'control-refused', code: fault }]);
  });

  it('hangs up on a line without end', async () => {
    const folder = temporaryFolder();
    await claim(folder);
    expect(await converse(folder, 'x'.repeat(10_000), 1)).toEqual([]);
    expect(await askControl(folder, { command: 'state' })).toMatchObject({ ok: true });
  });

  it('answers internal when a command throws', async () => {
    const folder = temporaryFolder();
    await claim(folder, {
      link() {
        throw new Error('boom');
      },
    });
    const answer = await askControl(folder, { command: 'link', door: 'kiosk' });
    expect(answer).toEqual({ ok: false, fault: 'internal' });
  });
});

describe('one instance', () => {
  it('brings the first to the front, and gets fresh links', async () => {
    const folder = temporaryFolder();
    const { done } = await claim(folder);
    const second = await claim(folder);
    expect(second.claimed).toEqual({ kind: 'second', answer: { ok: true, links } });
    expect(done).toEqual(['focus']);
    expect(second.done).toEqual([]);
  });

  it('is one for each folder', async () => {
    const kinds = await Promise.all(
      [temporaryFolder(), temporaryFolder()].map(async (folder) => (await claim(folder)).claimed.kind),
    );
    expect(kinds).toEqual(['first', 'first']);
  });

  it('removes the socket of one that was killed', async () => {
    const folder = temporaryFolder();
    const address = controlAddress(folder);
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(`${address}.moved`, resolve));
    // Closing would remove the file; a process that is killed leaves it.
    renameSync(`${address}.moved`, address);
    await new Promise((resolve) => dead.close(resolve));
    expect(existsSync(address)).toBe(true);
    expect((await claim(folder)).claimed.kind).toBe('first');
    expect(await askControl(folder, { command: 'state' })).toMatchObject({ ok: true });
  });

  it('can start again after it has closed', async () => {
    const folder = temporaryFolder();
    const { claimed } = await claim(folder);
    if (claimed.kind === 'first') await claimed.close();
    expect(existsSync(controlAddress(folder))).toBe(false);
    expect(await askControl(folder, { command: 'state' })).toBeNull();
    expect((await claim(folder)).claimed.kind).toBe('first');
  });

  it('does not wait for ever for one that hangs', async () => {
    const folder = temporaryFolder();
    const hung = createServer();
    await new Promise<void>((resolve) => hung.listen(controlAddress(folder), resolve));
    onTestFinished(() => void hung.close());
    expect(await askControl(folder, { command: 'state' }, 50)).toBeNull();
  });

  it('works without a socket where there can be none', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect((await claim(file)).claimed.kind).toBe('none');
  });

  it('finds a place for the socket of a folder with a long name', async () => {
    const folder = join(temporaryFolder(), 'a'.repeat(60), 'b'.repeat(60));
    mkdirSync(folder, { recursive: true });
    expect(Buffer.byteLength(controlAddress(folder))).toBeLessThanOrEqual(103);
    expect((await claim(folder)).claimed.kind).toBe('first');
    expect(await askControl(folder, { command: 'state' })).toMatchObject({ ok: true });
  });
});
