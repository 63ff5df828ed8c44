/** What the commands of `npm run reader` are given: the devices, the time, and where words go. */
import type { HidPort } from '../../src/main/readers/port.ts';
import type { Timing } from '../../src/main/readers/timing.ts';

export interface Terminal {
  readonly port: HidPort;
  readonly timing: Timing;
  /** A line of the result, on the standard output. */
  print(line: string): void;
  /** A sentence beside the result, on the standard error. */
  say(sentence: string): void;
  /** Resolves when the person has had enough (Ctrl+C). */
  readonly ended: Promise<void>;
  readonly platform: string;
  /** The time of day, in milliseconds since 1970. */
  clock(): number;
}

/** What both commands that open a reader say first. */
export function sayWhoElseListens({ say, platform }: Terminal): void {
  say(
    platform === 'linux'
      ? 'a Foyer that runs here may go on using the reader: both get every card'
      : 'stop a Foyer that runs here if no card arrives',
  );
}
