/** Offers a page of the shell one `Transport` and nothing of Electron; see `channels.ts`. */
import { contextBridge, ipcRenderer } from 'electron';
import type { FoyerEvent } from '../shared/contract/events.ts';
import type { Transport } from '../shared/transport.ts';
import { callChannel, doorFromArguments, eventChannel } from './channels.ts';

const transport: Transport = {
  door: doorFromArguments(process.argv),
  takesScans: true,
  async call(name, input) {
    try {
      return await ipcRenderer.invoke(callChannel, String(name), JSON.stringify(input));
    } catch {
      return { ok: false, code: 'unavailable' };
    }
  },
  subscribe(listener) {
    const deliver = (_: unknown, event: FoyerEvent): void => listener(event);
    ipcRenderer.on(eventChannel, deliver);
    return () => void ipcRenderer.off(eventChannel, deliver);
  },
};

contextBridge.exposeInMainWorld('foyer', transport);
