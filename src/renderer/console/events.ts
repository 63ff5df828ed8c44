/** One subscription to the core's events for the whole console, however many screens listen. */
import type { FoyerEvent } from '../../shared/contract/events.ts';
import { subscribe } from '../client.ts';

type Listener = (event: FoyerEvent) => void;

const listeners = new Set<Listener>();
let end: (() => void) | null = null;

/** Returns the function that stops listening. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  end ??= subscribe((event) => {
    for (const each of [...listeners]) each(event);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    end?.();
    end = null;
  };
}

/** A call was answered `signed-out`: whoever holds the session asks the core, as after its own event. */
export function announceSessionEnded(): void {
  for (const each of [...listeners]) each({ type: 'session.ended' });
}
