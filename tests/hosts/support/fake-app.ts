/** An app without database: answers what the test says, and can throw, change and count. */
import type { App } from '../../../src/main/app.ts';
import type { ReaderConfiguration } from '../../../src/main/readers/card-read.ts';
import type { FoyerEvent } from '../../../src/shared/contract/events.ts';
import type { Door } from '../../../src/shared/vocabulary.ts';

export interface FakeApp extends App {
  readonly calls: string[];
  emit(event: FoyerEvent, doors: readonly Door[]): void;
}

export function createFakeApp(
  parts: Partial<App> & { readers?: () => readonly ReaderConfiguration[] | null } = {},
): FakeApp {
  const listeners = new Set<(event: FoyerEvent, doors: readonly Door[]) => void>();
  const calls: string[] = [];
  const { readers = () => null, call, ...rest } = parts;
  return {
    calls,
    emit(event, doors) {
      for (const listener of listeners) listener(event, doors);
    },
    call(caller, name, input) {
      calls.push(name);
      return call?.(caller, name, input) ?? Promise.resolve({ ok: true, value: { caller, name, input } });
    },
    cardRead: () => void calls.push('card-read'),
    readersChanged: () => void calls.push('readers'),
    connectionClosed: (connectionId) => void calls.push(`closed ${connectionId}`),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tick: () => false,
    readerHeard: () => void calls.push('heard'),
    siteReaders: readers,
    devices: {
      pair: () => ({ ok: false, code: 'wrong-code' }),
      admit: () => null,
      letJoin: () => false,
      networkChanged: () => void calls.push('network'),
    },
    state: () => 'ready',
    setUpCode: () => null,
    provision: () => undefined,
    close: () => void calls.push('close'),
    ...rest,
  };
}
