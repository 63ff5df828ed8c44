/** What the tests of single rules need in place of Electron's objects: an emitter, and events that can be refused. */
import { EventEmitter } from 'node:events';

/** Emits `name` with an event that remembers whether it was refused, and answers that. */
export function refused(emitter: EventEmitter, name: string, ...rest: readonly unknown[]): boolean {
  const [first, ...others] = rest;
  let prevented = false;
  const event = {
    ...(typeof first === 'object' ? first : {}),
    preventDefault: () => {
      prevented = true;
    },
  };
  emitter.emit(name, event, ...others);
  return prevented;
}

/** An emitter standing where the rules expect one of Electron's objects, with the methods given. */
export function stand<Shape>(methods: object = {}): Shape & EventEmitter {
  return Object.assign(new EventEmitter(), methods) as unknown as Shape & EventEmitter;
}

export const silent = (): void => {};
