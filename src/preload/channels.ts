/**
 * The channels between a page and the shell, and the argument that names the door. The names are fixed here
 * and bundled into the preload, so a page can never choose a channel.
 */
import type { Door } from '../shared/vocabulary.ts';

/**
 * Page to shell, invoked with the name of a call and its input as JSON text: text, so that the shell can measure
 * it before reading it. Answers a `Reply`.
 */
export const callChannel = 'foyer:call';

/** Page to shell, invoked with `printers`, or `print` and a `PrintJob`, as JSON text. Answered to the console alone. */
export const printChannel = 'foyer:print';

/** Shell to page: one `FoyerEvent`. */
export const eventChannel = 'foyer:event';

const doorPrefix = '--foyer-door=';

/** The process argument by which a window tells its preload which door it is. */
export function doorArgument(door: Door): string {
  return `${doorPrefix}${door}`;
}

/** The door among a preload's process arguments. A hint for the page: the shell trusts only its own windows. */
export function doorFromArguments(processArguments: readonly string[]): Door {
  const named = processArguments.find((argument) => argument.startsWith(doorPrefix));
  return named === doorArgument('console') ? 'console' : 'kiosk';
}
