/**
 * `webContents.print` and `getPrintersAsync`: printers are folders. What Chromium lays out for paper of the asked size
 * is kept as a PDF; a printer's driver, its margins and the print dialog are not shown.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebContentsPrintOptions } from 'electron';
import type { Parameters } from './devtools.ts';
import { readSettings } from './settings.ts';

/** Micrometres in an inch, in which the protocol measures. */
const inch = 25_400;
let printedPages = 0;

export function createPrinters(send: (method: string, parameters: Parameters) => Promise<Parameters>) {
  const { printers, profileFolder } = readSettings();
  return {
    getPrintersAsync: async () => printers.map((name) => ({ name, displayName: name })),
    print(
      options: WebContentsPrintOptions,
      callback: (success: boolean, failureReason: string) => void = () => undefined,
    ): void {
      const { silent, deviceName = '', pageSize, margins } = options;
      // Nobody is there to answer a dialog.
      if (silent !== true || !printers.includes(deviceName)) {
        callback(false, silent === true ? 'Invalid printer settings' : 'Print job canceled');
        return;
      }
      if (typeof pageSize !== 'object' || margins?.marginType !== 'none')
        throw new Error('The stand-in prints at a given size without margins');
      send('Page.printToPDF', {
        ...{ paperWidth: pageSize.width / inch, paperHeight: pageSize.height / inch },
        ...{ marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 },
        printBackground: options.printBackground === true,
      }).then(
        ({ data }) => {
          printedPages += 1;
          const name = `printed-${String(printedPages).padStart(3, '0')}.pdf`;
          writeFileSync(join(profileFolder, name), Buffer.from(String(data), 'base64'));
          callback(true, '');
        },
        () => callback(false, 'Print job failed'),
      );
    },
  };
}
