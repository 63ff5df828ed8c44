import { beforeEach, expect, test, vi } from 'vitest';
import type { Transport } from '../../src/shared/transport.ts';

const electron = vi.hoisted(() => {
  type Listener = (event: object, ...parameters: unknown[]) => void;
  const listeners = new Set<Listener>();
  return {
    exposed: {} as Record<string, unknown>,
    channels: [] as string[],
    messages: [] as unknown[][],
    answer: async (): Promise<unknown> => ({ ok: true, value: 1 }),
    listeners,
  };
});

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (key: string, value: unknown) => {
      electron.exposed[key] = value;
    },
  },
  ipcRenderer: {
    invoke: (channel: string, ...message: unknown[]) => {
      electron.channels.push(channel);
      electron.messages.push(message);
      return electron.answer();
    },
    on: (channel: string, listener: never) => {
      electron.channels.push(channel);
      electron.listeners.add(listener);
    },
    off: (_channel: string, listener: never) => electron.listeners.delete(listener),
  },
}));

let foyer: Transport;
beforeEach(async () => {
  vi.resetModules();
  electron.channels.length = 0;
  electron.messages.length = 0;
  electron.listeners.clear();
  await import('../../src/preload/preload.ts');
  foyer = electron.exposed.foyer as Transport;
});

test('the page gets one object with exactly the transport in it', () => {
  expect(Object.keys(electron.exposed)).toEqual(['foyer']);
  expect(Object.keys(foyer).sort()).toEqual(['call', 'door', 'subscribe', 'takesScans']);
});

test('the console’s page can print as well, through a channel of its own, and never rejects', async () => {
  process.argv.push('--foyer-door=console');
  try {
    vi.resetModules();
    await import('../../src/preload/preload.ts');
  } finally {
    process.argv.pop();
  }
  const own = electron.exposed.foyer as Transport;
  expect(Object.keys(own).sort()).toEqual(['call', 'door', 'printing', 'subscribe', 'takesScans']);
  const { answer } = electron;
  electron.channels.length = 0;
  electron.messages.length = 0;
  try {
    electron.answer = async () => {
      throw new Error('gone');
    };
    expect(await own.printing?.print({ printer: '', width: 62, height: 100 })).toBe('failed');
    expect(await own.printing?.printers()).toEqual([]);
  } finally {
    electron.answer = answer;
  }
  expect(electron.channels).toEqual(['foyer:print', 'foyer:print']);
  expect(electron.messages).toEqual([
    ['print', '{"printer":"","width":62,"height":100}'],
    ['printers', '{}'],
  ]);
});

test('every call goes through the one channel, whatever its name', async () => {
  await foyer.call('visits.get', { a: 1 });
  await foyer.call('foyer:event', undefined);
  await foyer.call({ toString: () => 'x' } as never, {});
  expect(new Set(electron.channels)).toEqual(new Set(['foyer:call']));
  expect(electron.messages).toEqual([
    ['visits.get', '{"a":1}'],
    ['foyer:event', undefined],
    ['x', '{}'],
  ]);
});

test('a call never rejects', async () => {
  electron.answer = async () => {
    throw new Error('gone');
  };
  const unavailable = { ok: false, code: 'unavailable' };
  expect(await foyer.call('site.welcome', {})).toEqual(unavailable);
  const round: Record<string, unknown> = {};
  round.self = round;
  expect(await foyer.call('site.welcome', round)).toEqual(unavailable);
  expect(await foyer.call('site.welcome', 1n)).toEqual(unavailable);
});

test('a listener hears events without Electron’s own, until it has had enough', () => {
  const heard: unknown[][] = [];
  const end = foyer.subscribe((...event) => heard.push(event));
  const tell = (value: unknown): void => {
    for (const listener of electron.listeners) listener({ sender: 'secret' }, value);
  };
  tell({ type: 'changed', areas: [] });
  expect(end()).toBeUndefined();
  tell({ type: 'changed', areas: ['visits'] });
  expect(heard).toEqual([[{ type: 'changed', areas: [] }]]);
  expect(electron.channels).toEqual(['foyer:event']);
});
