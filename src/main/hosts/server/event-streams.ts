/**
 * Server-sent events: what the core says unasked, to each open page of a door. A page that does not read is cut
 * off; it comes back by itself and asks for everything anew. A connection whose last page is gone has ended.
 */
import type { ServerResponse } from 'node:http';
import type { FoyerEvent } from '../../../shared/contract/events.ts';
import type { Door } from '../../../shared/vocabulary.ts';
import type { Connection } from './launch.ts';

/** A comment this often keeps proxies and sleeping network cards from dropping the stream. */
const usualHeartbeatMs = 15_000;
/** A browser reconnects after this long (HTML Standard, 9.2.6). */
const retryMs = 1_000;
/** A page reloads in well under this time; longer without one and the window is gone. */
const usualGoneMs = 30_000;
/** Unread bytes after which a page counts as asleep. */
const mostUnread = 64 * 1024;
/** Browsers open at most six connections to a server; nobody honest needs more pages than this on one cookie. */
const mostStreams = 8;

export interface EventStreamParts {
  subscribe(door: Door, listener: (event: FoyerEvent) => void): () => void;
  connectionClosed(connectionId: string): void;
  readonly heartbeatMs?: number;
  readonly goneMs?: number;
}

export interface EventStreams {
  /** Takes the response over; false when the connection has too many streams already. */
  open(connection: Connection, response: ServerResponse): boolean;
  /** Ends every stream of the connection now. */
  end(connectionId: string): void;
  close(): void;
}

export function createEventStreams(parts: EventStreamParts): EventStreams {
  const { heartbeatMs = usualHeartbeatMs, goneMs = usualGoneMs } = parts;
  const streams = new Set<{ readonly connection: Connection; readonly response: ServerResponse }>();
  const going = new Map<string, NodeJS.Timeout>();
  let isClosed = false;
  const ends = (['kiosk', 'console'] as const).map((door) =>
    parts.subscribe(door, (event) => {
      // The link filters too; an event for staff at the kiosk would be worth a second lock.
      if (door === 'kiosk' && event.type === 'card.tapped') return;
      // Cards and codes are read at this machine, and concern whoever stands before it.
      const isHere = event.type !== 'changed' && event.type !== 'session.ended';
      send(door, `data: ${JSON.stringify(event)}\n\n`, isHere);
    }),
  );
  const heartbeat = setInterval(() => send(null, ': still here\n\n'), heartbeatMs);

  function send(door: Door | null, text: string, onlyHere = false): void {
    for (const { connection, response } of streams) {
      if (door !== null && connection.door !== door) continue;
      if (onlyHere && connection.deviceId !== undefined) continue;
      if (response.writableLength > mostUnread) response.destroy();
      else response.write(text);
    }
  }

  function openOf(connectionId: string): number {
    let count = 0;
    for (const { connection } of streams) if (connection.connectionId === connectionId) count += 1;
    return count;
  }

  function left(connectionId: string): void {
    if (isClosed || openOf(connectionId) > 0) return;
    going.set(
      connectionId,
      setTimeout(() => {
        going.delete(connectionId);
        parts.connectionClosed(connectionId);
      }, goneMs),
    );
  }

  return {
    open(connection, response) {
      const { connectionId } = connection;
      if (openOf(connectionId) >= mostStreams) return false;
      clearTimeout(going.get(connectionId));
      going.delete(connectionId);
      const stream = { connection, response };
      streams.add(stream);
      response.on('error', () => response.destroy());
      response.once('close', () => {
        streams.delete(stream);
        left(connectionId);
      });
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.write(`retry: ${retryMs}\n\n`);
      return true;
    },
    end(connectionId) {
      for (const { connection, response } of streams)
        if (connection.connectionId === connectionId) response.destroy();
    },
    close() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const end of ends) end();
      for (const { response } of streams) response.end();
      for (const timer of going.values()) clearTimeout(timer);
    },
  };
}
