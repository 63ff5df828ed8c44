/**
 * The control socket: how the person who started Foyer talks to it from another terminal. It is also what makes
 * one instance of it: who finds it answered is the second one.
 *
 * Protocol: UTF-8, one JSON object a line in each direction, answers in the order of the questions, at most 4 kB a
 * line. Every answer is `{"ok":true,…}` or `{"ok":false,"fault":"CODE"}`.
 *
 *     {"command":"tap","card":"H10301:2F623AE"}   taps a card on the simulated reader at the desk, or at the kiosk
 *         with "place":"kiosk"; faults: not-simulated (a real reader or none is in use there), format, parity,
 *         restarting, unavailable
 *     {"command":"link","door":"kiosk"}           a fresh one-time address of kiosk or console: {"ok":true,"url":"…"}
 *         faults: no-links (the host is Electron)
 *     {"command":"focus"}                         bring the windows to the front; the server host also answers
 *                                                 {"ok":true,"links":{"kiosk":"…","console":"…"}}
 *     {"command":"state"}                         {"ok":true,"host":"server","state":"ready","pid":4711}, where state
 *                                                 is starting, ready, set-up or fault
 *     {"command":"stop"}                          {"ok":true}, then Foyer closes
 *
 * Other faults: not-json, unknown-command, bad-command, internal. Only the user who runs Foyer can connect (mode
 * 0600 in a folder of mode 0700); a link is worth no more than the socket that hands it out.
 */
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { ReaderPlace } from '../../shared/contract/readers.ts';
import { Door } from '../../shared/vocabulary.ts';
import type { Log } from '../core/ports.ts';
import { controlAddress } from './control-address.ts';

export const ControlQuestion = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('tap'),
    card: z.string().min(1).max(100),
    place: ReaderPlace.optional(),
  }),
  z.strictObject({ command: z.literal('link'), door: Door }),
  z.strictObject({ command: z.literal('focus') }),
  z.strictObject({ command: z.literal('state') }),
  z.strictObject({ command: z.literal('stop') }),
]);
export type ControlQuestion = z.infer<typeof ControlQuestion>;

export type ControlAnswer =
  | {
      readonly ok: true;
      readonly url?: string;
      readonly links?: Readonly<Partial<Record<Door, string>>>;
      readonly host?: 'electron' | 'server';
      readonly state?: 'starting' | 'ready' | 'set-up' | 'fault';
      readonly pid?: number;
    }
  | { readonly ok: false; readonly fault: string };

/** What the host does for each command; called only between the claim and the close. */
export interface ControlCommands {
  readonly host: 'electron' | 'server';
  /** Null when the tap was made, else the fault. */
  tap(card: string, place: ReaderPlace): Promise<string | null>;
  /** A fresh one-time address, or null where the host has none. */
  link(door: Door): string | null;
  /** Brings the windows to the front; fresh addresses where the host has some. */
  focus(): Readonly<Partial<Record<Door, string>>> | null;
  state(): 'starting' | 'ready' | 'set-up' | 'fault';
  stop(): void;
}

export type ControlClaim =
  /** This is the first instance; `close` removes the socket. */
  | { readonly kind: 'first'; close(): Promise<void> }
  /** Another instance is alive; null when it did not answer in time. */
  | { readonly kind: 'second'; readonly answer: ControlAnswer | null }
  /** There can be no socket here (the code of the system says why); Foyer runs without one. */
  | { readonly kind: 'none'; readonly why: string };

const longestLine = 4_096;
const answerLimitMs = 3_000;

/**
 * Makes this process the one that answers for the data folder, or asks the one that already does to come to the
 * front. Two that start in the same instant over a dead socket may both win; the database, which only one process
 * can open, then decides.
 */
export async function claimControl(
  dataFolder: string,
  commands: ControlCommands,
  log: Log,
): Promise<ControlClaim> {
  const address = controlAddress(dataFolder);
  try {
    prepareFolder(address, dataFolder);
    let server = await listen(address, commands, log);
    if (server === null) {
      const other = await reach(address);
      if (other !== null) {
        other.destroy();
        return { kind: 'second', answer: await askControl(dataFolder, { command: 'focus' }) };
      }
      rmSync(address, { force: true });
      server = await listen(address, commands, log);
      if (server === null) return { kind: 'none', why: 'EADDRINUSE' };
    }
    return { kind: 'first', close: closer(server) };
  } catch (error) {
    return { kind: 'none', why: codeOf(error) };
  }
}

/**
 * Asks the Foyer that answers for the data folder. Null when none is running or it does not answer within three
 * seconds.
 */
export async function askControl(
  dataFolder: string,
  question: ControlQuestion,
  limitMs = answerLimitMs,
): Promise<ControlAnswer | null> {
  const socket = await reach(controlAddress(dataFolder));
  if (socket === null) return null;
  const { promise, resolve: settle } = Promise.withResolvers<ControlAnswer | null>();
  let heard = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    heard += text;
    if (heard.includes('\n')) settle(answerIn(heard));
  });
  socket.once('close', () => settle(null));
  const limit = setTimeout(() => settle(null), limitMs);
  socket.write(`${JSON.stringify(question)}\n`);
  const answer = await promise;
  clearTimeout(limit);
  socket.destroy();
  return answer;
}

function answerIn(line: string): ControlAnswer | null {
  try {
    return JSON.parse(line.slice(0, line.indexOf('\n'))) as ControlAnswer;
  } catch {
    return null;
  }
}

/** A folder outside the data folder lies where others may write: it must be ours and closed to them. */
function prepareFolder(address: string, dataFolder: string): void {
  if (process.platform === 'win32') return;
  const folder = dirname(address);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (folder === resolve(dataFolder)) return;
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0)
    throw Object.assign(new Error('the folder of the control socket is not private'), { code: 'EPERM' });
}

/** Null when the address is taken. */
function listen(address: string, commands: ControlCommands, log: Log): Promise<Server | null> {
  const server = createServer((socket) => converse(socket, commands, log));
  const { promise, resolve: settle, reject } = Promise.withResolvers<Server | null>();
  server.once('error', (error) => {
    if (codeOf(error) === 'EADDRINUSE') settle(null);
    else reject(error);
  });
  // The socket is created inside listen(), so that there is no moment in which others could connect.
  const before = process.platform === 'win32' ? null : process.umask(0o177);
  try {
    server.listen(address, () => settle(server));
  } finally {
    if (before !== null) process.umask(before);
  }
  return promise.then((listening) => {
    if (listening !== null && process.platform !== 'win32') chmodSync(address, 0o600);
    return listening;
  });
}

function closer(server: Server): () => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () =>
    new Promise((done) => {
      server.close(() => done());
      for (const socket of open) socket.destroySoon();
    });
}

function reach(address: string): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.on('error', () => socket.destroy());
      done(socket);
    });
    socket.once('error', () => done(null));
  });
}

function converse(socket: Socket, commands: ControlCommands, log: Log): void {
  let pending = '';
  let turn: Promise<void> = Promise.resolve();
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text: string) => {
    pending += text;
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    if (pending.length > longestLine || lines.some((line) => line.length > longestLine)) {
      log({ event: 'control-refused', code: 'too-long' });
      socket.destroy();
      return;
    }
    for (const line of lines)
      turn = turn.then(async () => {
        const answer = await answerTo(line, commands, log);
        if (!socket.writable) return;
        socket.write(`${JSON.stringify(answer)}\n`);
      });
  });
}

async function answerTo(line: string, commands: ControlCommands, log: Log): Promise<ControlAnswer> {
  const refuse = (fault: string): ControlAnswer => {
    log({ event: 'control-refused', code: fault });
    return { ok: false, fault };
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuse('not-json');
  }
  const question = ControlQuestion.safeParse(value);
  if (!question.success) {
    const known = question.error.issues.every(({ code }) => code !== 'invalid_union');
    return refuse(known ? 'bad-command' : 'unknown-command');
  }
  try {
    return await act(question.data, commands);
  } catch {
    return refuse('internal');
  }
}

async function act(question: ControlQuestion, commands: ControlCommands): Promise<ControlAnswer> {
  switch (question.command) {
    case 'tap': {
      const fault = await commands.tap(question.card, question.place ?? 'desk');
      return fault === null ? { ok: true } : { ok: false, fault };
    }
    case 'link': {
      const url = commands.link(question.door);
      return url === null ? { ok: false, fault: 'no-links' } : { ok: true, url };
    }
    case 'focus': {
      const links = commands.focus();
      return links === null ? { ok: true } : { ok: true, links };
    }
    case 'state':
      return { ok: true, host: commands.host, state: commands.state(), pid: process.pid };
    case 'stop':
      // After the answer, so that whoever asked learns of it.
      setTimeout(commands.stop, 20);
      return { ok: true };
    default:
      return question satisfies never;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
