/** The calls and the events of a door, for a connection that has been found or not; the same on every side. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../core/ports.ts';
import type { Desk } from '../desk.ts';
import { refuse, sendText } from './answers.ts';
import { readBody } from './body.ts';
import type { EventStreams } from './event-streams.ts';
import { largestBodyOf } from './guard.ts';
import type { Connection } from './launch.ts';

export interface Doors {
  openEvents(request: IncomingMessage, response: ServerResponse, connection: Connection | null): void;
  call(
    request: IncomingMessage,
    response: ServerResponse,
    connection: Connection | null,
    name: string,
  ): Promise<void>;
}

export function createDoors(parts: {
  readonly desk: Pick<Desk, 'callForText'>;
  readonly log: Log;
  readonly streams: EventStreams;
}): Doors {
  const { desk, log, streams } = parts;

  function refuseStranger(request: IncomingMessage, response: ServerResponse): void {
    log({ event: 'request-refused', rule: 'cookie', status: 403 });
    refuse(request, response, 403, 'not-allowed');
  }

  return {
    openEvents(request, response, connection) {
      if (connection === null) refuseStranger(request, response);
      else if (!streams.open(connection, response)) refuse(request, response, 429, 'throttled');
    },
    async call(request, response, connection, name) {
      if (request.method !== 'POST') return refuse(request, response, 405, 'not-allowed');
      if (connection === null) return refuseStranger(request, response);
      const body = await readBody(request, largestBodyOf(request.url ?? ''));
      if (!body.ok) {
        log({ event: 'request-refused', rule: 'body', status: body.status });
        return refuse(request, response, body.status, body.code);
      }
      sendText(response, await desk.callForText({ ...connection }, name, body.input));
    },
  };
}

/** The path of a request target, and its query without the mark. */
export function splitTarget(target: string): readonly [string, string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}
