/**
 * Prints what the console shows for paper, at the size its page asks for. A chosen printer prints without a dialog;
 * nothing waits for it but the page that asked.
 */
import type { IpcMainInvokeEvent, WebContents, WebContentsPrintOptions } from 'electron';
import { z } from 'zod';
import type { PrintJob, PrintOutcome } from '../../../shared/transport.ts';
import type { Caller } from '../../caller.ts';
import type { Log } from '../../core/ports.ts';
import { admitCall, senderOf } from './ipc.ts';

/** Millimetres: from the smallest label to beyond A3. */
const Side = z.number().min(10).max(500);
const Job = z.strictObject({ printer: z.string().max(200), width: Side, height: Side });

/** A printer that has not taken the pages by then has failed; a dialog may wait for as long as people do. */
const patienceMs = 30_000;

/** Electron counts in micrometres and wants no less than 353. */
export function printOptions({ printer, width, height }: PrintJob): WebContentsPrintOptions {
  return {
    silent: printer !== '',
    ...(printer !== '' && { deviceName: printer }),
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: { width: Math.round(width * 1000), height: Math.round(height * 1000) },
  };
}

/** What Electron says of a print that came to nothing. */
export function outcomeOf(success: boolean, reason: string): PrintOutcome {
  if (success) return 'printed';
  return /cancel/i.test(reason) ? 'cancelled' : 'failed';
}

type Printer = Pick<WebContents, 'getPrintersAsync' | 'print'>;

async function printerNames(contents: Printer): Promise<string[]> {
  return (await contents.getPrintersAsync()).map(({ name }) => name);
}

/** Never rejects. `after` calls back once, so many milliseconds later. */
export async function printPage(
  contents: Printer,
  job: PrintJob,
  after: (delayMs: number, act: () => void) => void,
): Promise<PrintOutcome> {
  try {
    if (job.printer !== '' && !(await printerNames(contents)).includes(job.printer)) return 'no-printer';
    return await new Promise<PrintOutcome>((resolve) => {
      if (job.printer !== '') after(patienceMs, () => resolve('failed'));
      contents.print(printOptions(job), (success, reason) => resolve(outcomeOf(success, reason)));
    });
  } catch {
    return 'failed';
  }
}

/** The handler for `ipcMain.handle`. Never rejects; whoever is not the console gets nothing done. */
export function createPrintGate(gate: {
  readonly callers: ReadonlyMap<number, Caller>;
  readonly log: Log;
  readonly after: (delayMs: number, act: () => void) => void;
}): (event: IpcMainInvokeEvent, ...message: unknown[]) => Promise<PrintOutcome | string[]> {
  return async (event, ...message) => {
    const admission = admitCall(senderOf(event), message, gate.callers);
    if (!admission.admitted || admission.caller.door !== 'console') {
      gate.log({
        event: 'message-refused',
        code: admission.admitted ? 'not-allowed' : admission.refused.code,
      });
      return 'failed';
    }
    if (admission.name === 'printers') return printerNames(event.sender).catch(() => []);
    const job = Job.safeParse(admission.input);
    if (admission.name !== 'print' || !job.success) return 'failed';
    const outcome = await printPage(event.sender, job.data, gate.after);
    if (outcome !== 'printed') gate.log({ event: 'not-printed', outcome });
    return outcome;
  };
}
