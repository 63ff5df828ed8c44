/** Finds the port. Only this machine's loopback address is ever listened on. */
import type { Server } from 'node:http';

export const defaultPort = 4713;
/** Neighbours tried when the default port is taken by another program, or another Foyer with other data. */
const neighbours = 20;

/** `port` null: the default or the next free one. Throws a sentence for the terminal. */
export async function listenOnLoopback(server: Server, port: number | null): Promise<void> {
  if (port !== null) {
    if (!(await listen(server, port)))
      throw new Error(`port ${port} is taken or not allowed here: name another with --port, or 0 for any`);
    return;
  }
  for (let next = defaultPort; next < defaultPort + neighbours; next += 1)
    if (await listen(server, next)) return;
  if (!(await listen(server, 0))) throw new Error('no port is free on 127.0.0.1');
}

/** False when the port is taken, or reserved for the system. */
function listen(server: Server, port: number): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const failed = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
    else reject(error);
  };
  server.once('error', failed);
  server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
    server.off('error', failed);
    resolve(true);
  });
  return promise;
}
