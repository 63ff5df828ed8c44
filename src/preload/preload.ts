/** Offers a page of the shell one `Transport` and nothing of Electron; see `channels.ts`. */
import { contextBridge, ipcRenderer } from 'electron';
import type { FoyerEvent } from '../shared/contract/events.ts';
import type { Printing, Transport } from '../shared/transport.ts';
import { callChannel, doorFromArguments, eventChannel, printChannel } from './channels.ts';

const door = doorFromArguments(process.argv);

const printing: Printing = {
  async printers() {
    try {
      return await ipcRenderer.invoke(printChannel, 'printers', '{}');
    } catch {
      return [];
    }
  },
  async print(job) {
    try {
      return await ipcRenderer.invoke(printChannel, 'print', JSON.stringify(job));
    } catch {
      return 'failed';
    }
  },
};

const transport: Transport = {
  door,
  takesScans: true,
  ...(door === 'console' && { printing }),
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
