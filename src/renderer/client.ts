/**
 * The one place that knows which transport there is: the preload's in Electron, HTTP with server-sent events in a
 * browser. Screens see `call`, typed by the contract, and `subscribe`.
 */
import type { CallInput, CallName, CallOutput } from '../shared/contract/contract.ts';
import { Area, type FoyerEvent } from '../shared/contract/events.ts';
import type { Reply } from '../shared/reply.ts';
import type { Printing, Transport } from '../shared/transport.ts';
import type { Door } from '../shared/vocabulary.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    readonly foyer?: Transport;
  }
}

const everythingChanged: FoyerEvent = {
  type: 'changed',
  areas: [...Area.options],
};

/**
 * Calls go to `/kiosk/call/NAME` or `/console/call/NAME`, events come from `/kiosk/events` or `/console/events`;
 * the cookie that admits either is limited to its path.
 */
function createHttpTransport(door: Door): Transport {
  return {
    door,
    async call(name, input) {
      try {
        const response = await fetch(`/${door}/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
          cache: 'no-store',
        });
        return (await response.json()) as Reply<unknown>;
      } catch {
        return { ok: false, code: 'unavailable' };
      }
    },
    subscribe(listener) {
      const source = new EventSource(`/${door}/events`);
      let lost = false;
      source.onerror = () => {
        lost = true;
      };
      source.onopen = () => {
        if (lost) listener(everythingChanged);
        lost = false;
      };
      source.onmessage = (message) => listener(JSON.parse(String(message.data)) as FoyerEvent);
      return () => source.close();
    },
  };
}

const door: Door = document.documentElement.dataset.door === 'kiosk' ? 'kiosk' : 'console';
const transport: Transport = window.foyer ?? createHttpTransport(door);

export const hostTakesScans: boolean = transport.takesScans === true;

/** Null where the browser prints. */
export const printing: Printing | null = transport.printing ?? null;

export function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Reply<CallOutput<Name>>> {
  return transport.call(name, input) as Promise<Reply<CallOutput<Name>>>;
}

export function subscribe(listener: (event: FoyerEvent) => void): () => void {
  return transport.subscribe(listener);
}
