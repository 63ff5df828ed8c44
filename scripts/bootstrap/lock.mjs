/**
 * One bootstrap at a time in one repository. The lock is a file with the owner's process id, touched every two
 * seconds; it is free again when its owner is dead or has been silent for half a minute.
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './speak.mjs';

const touchEveryMs = 2_000;
const silentAfterMs = 30_000;
const lookEveryMs = 200;

/**
 * @template Result
 * @param {string} file
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${Date.now()} ${Math.random()}`;
  let told = false;
  while (!take(file, mine)) {
    if (stale(file)) continue;
    if (!told) say('another Foyer command is setting this folder up; waiting for it');
    told = true;
    await wait(lookEveryMs);
  }
  const touch = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // Somebody removed the lock by hand; the work goes on and ends the same way.
    }
  }, touchEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    if (read(file) === mine) rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} mine
 */
function take(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes the lock of a dead owner. Renaming first, and looking at what was renamed, keeps two processes that
 * find the same dead lock from removing each other's new one.
 * @param {string} file
 * @returns {boolean} true when it is worth trying to take it again at once
 */
function stale(file) {
  const owner = read(file);
  if (owner === null) return true;
  if (alive(file, owner)) return false;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== owner) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else was faster.
  }
  return true;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {string} file
 * @param {string} owner
 */
function alive(file, owner) {
  try {
    if (Date.now() - statSync(file).mtimeMs > silentAfterMs) return false;
    // An empty lock is one whose owner is about to write its id.
    if (owner === '') return true;
    process.kill(Number.parseInt(owner, 10), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
