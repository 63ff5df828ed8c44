/** What one client may take of a server, whichever side it is on. */
import type { Server } from 'node:http';
import type { Log } from '../../core/ports.ts';

type LimitedBy = 'headersTimeout' | 'requestTimeout' | 'keepAliveTimeout' | 'maxConnections' | 'on';

/** Nobody may hold the server up by being slow (Node's own limits are minutes) or by being many. */
export function limit(server: Pick<Server, LimitedBy>, log: Log): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 15_000;
  server.keepAliveTimeout = 30_000;
  server.maxConnections = 200;
  server.on('clientError', (_error, socket) => {
    log({ event: 'request-refused', rule: 'syntax', status: 400 });
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
}
