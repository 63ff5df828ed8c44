/** Loaded in a utility process before its program: gives it Electron's `process.parentPort`. */
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.(message),
});

// As in Electron, messages wait until somebody listens.
port.on('newListener', (name) => {
  if (name === 'message' && port.listenerCount('message') === 0)
    process.on('message', (data) => port.emit('message', { data, ports: [] }));
});
process.on('disconnect', () => process.exit());

Object.assign(process, { parentPort: port });
