/** The built reader process with one reader, driven through the host's end of it. */

import { spawnReaderChild } from '../../src/main/hosts/reader-child.ts';
import type { CardRead, ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import { createReaderLink, type ReaderChild } from '../../src/main/readers/reader-link.ts';

export interface ReadersUnderTest extends AsyncDisposable {
  readonly reads: readonly CardRead[];
  /** Every state there was, oldest first, as `ready` or `denied install-udev-rule`. */
  readonly states: readonly string[];
  until(condition: () => boolean, what: string): Promise<void>;
  /** Waits until the last state is this one. */
  untilState(state: string): Promise<void>;
}

/** `spawn` makes the process where the test wants another user than its own. */
export function startReader(
  configuration: ReaderConfiguration,
  {
    onRead = () => undefined,
    spawn = spawnReaderChild(new URL('../../out/main/reader.js', import.meta.url)),
  }: { readonly onRead?: (read: CardRead) => void; readonly spawn?: () => ReaderChild } = {},
): ReadersUnderTest {
  const reads: CardRead[] = [];
  const states: string[] = [];
  const link = createReaderLink({
    spawn,
    onRead(read) {
      reads.push(read);
      onRead(read);
    },
    onStatus(statuses) {
      const [status] = statuses;
      states.push(`${status?.state} ${status?.advice}`.replace(' none', ''));
    },
    onHeard: () => undefined,
    log: () => undefined,
  });
  link.configure([configuration]);

  async function until(condition: () => boolean, what: string): Promise<void> {
    const limit = performance.now() + 30_000;
    while (!condition()) {
      if (performance.now() > limit)
        throw new Error(`${what} never came; states ${states.join(', ')}; ${reads.length} reads`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  return {
    reads,
    states,
    until,
    untilState: (state) => until(() => states.at(-1) === state, `the state ${state}`),
    [Symbol.asyncDispose]: () => link.stop(),
  };
}

/** The reading as a line: `H10301 123 4567`, `HEX – 2F623AE` or why there is none. */
export function written({ reading }: CardRead): string {
  if (reading.kind === 'unreadable') return reading.reason;
  if (reading.kind === 'code') return `code ${reading.code}`;
  const { format, facility, number } = reading.credential;
  return `${format} ${facility ?? '–'} ${number}`;
}
