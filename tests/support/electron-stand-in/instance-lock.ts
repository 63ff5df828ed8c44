/** `app.requestSingleInstanceLock`: a file in the folder `userData`, and one beside it in which a second start knocks. */
import { mkdirSync, readFileSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function requestLock(folder: string, knocked: (processArguments: readonly string[]) => void): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'stand-in.lock');
  const knock = join(folder, 'stand-in.knock');
  if (isHeld(lock)) {
    writeFileSync(knock, JSON.stringify(process.argv));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  rmSync(knock, { force: true });
  watchFile(knock, { interval: 100, persistent: false }, ({ size }) => {
    if (size > 0) knocked(JSON.parse(readFileSync(knock, 'utf8')) as string[]);
  });
  process.on('exit', () => {
    unwatchFile(knock);
    rmSync(lock, { force: true });
  });
  return true;
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
