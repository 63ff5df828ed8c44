/** Reads a file of hosts while letting whoever waits at the desk go first. */
import type { Clock } from '../ports.ts';
import { type ReadFile, readFile } from './import-file.ts';

/** Milliseconds of reading before others have their turn; as long as a slice of a purge. */
const sliceMs = 3;

export async function readSliced(
  bytes: Uint8Array,
  clock: Clock,
  pause: () => Promise<void>,
): Promise<ReadFile> {
  const reading = readFile(bytes);
  for (let end = clock.monotonic() + sliceMs; ; ) {
    const step = reading.next();
    if (step.done === true) return step.value;
    if (clock.monotonic() < end) continue;
    await pause();
    end = clock.monotonic() + sliceMs;
  }
}
