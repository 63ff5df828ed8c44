/**
 * The one queue before the core: who stands at the desk goes first. Within one urgency the order is that of
 * arrival. Background work has no place here: it runs when the queue is empty.
 */
import { contract, isCallName } from '../../shared/contract/contract.ts';
import type { ToCore } from './core-protocol.ts';

/** Everything but `start`, which comes before there is a queue, and `ping`, which waits for nothing. */
export type WaitingMessage = Exclude<ToCore, { readonly kind: 'start' | 'ping' }>;

/**
 * 0: sign-ins, cards, every other command, and what readers and windows report. 1: closing, so that commands sent
 * before it are done and nobody waits for a list. 2: queries. 3: searches, the dearest of them.
 */
export type Urgency = 0 | 1 | 2 | 3;

export function urgencyOf(message: WaitingMessage): Urgency {
  if (message.kind === 'close') return 1;
  if (message.kind !== 'call') return 0;
  if (message.name === 'visits.search') return 3;
  return isCallName(message.name) && contract[message.name].kind === 'command' ? 0 : 2;
}

export interface CoreQueue {
  add(message: WaitingMessage): void;
  /** The most urgent message, the oldest of its urgency; null when nothing is waiting. */
  take(): WaitingMessage | null;
  isEmpty(): boolean;
}

export function createCoreQueue(): CoreQueue {
  const lanes: readonly [WaitingMessage[], WaitingMessage[], WaitingMessage[], WaitingMessage[]] = [
    [],
    [],
    [],
    [],
  ];
  return {
    add(message) {
      lanes[urgencyOf(message)].push(message);
    },
    take() {
      for (const lane of lanes) {
        const message = lane.shift();
        if (message !== undefined) return message;
      }
      return null;
    },
    isEmpty: () => lanes.every((lane) => lane.length === 0),
  };
}
