/**
 * The way from a page into Foyer: one channel, and a gate before it. Who is calling follows from the window that
 * sent the message; nothing the message says about it is believed.
 */
import type { IpcMainInvokeEvent } from 'electron';
import { largestInputOf } from '../../../shared/contract/contract.ts';
import { usualLargestInput } from '../../../shared/contract/definition.ts';
import type { Refused, Reply } from '../../../shared/reply.ts';
import { utf8Bytes } from '../../../shared/text.ts';
import type { Caller } from '../../caller.ts';
import type { Log } from '../../core/ports.ts';
import { ownOrigin } from './origin.ts';

/** Longest name of a call, in characters. */
const longestName = 64;

/** Where a message came from, as Electron knows it. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  /** As the frame reports it; null when the frame is gone. */
  readonly origin: string | null;
}

export type Admission =
  | { readonly admitted: true; readonly caller: Caller; readonly name: string; readonly input: unknown }
  | { readonly admitted: false; readonly refused: Refused };

function refuse(code: Refused['code']): Admission {
  return { admitted: false, refused: { ok: false, code } };
}

/**
 * Admits a message of the main frame of a window the shell opened, at Foyer's own origin, with a name and no more
 * JSON text than the contract gives the call. Codes: `wrong-origin`, `unknown-call`, `too-large`, `bad-input`.
 */
export function admitCall(
  sender: Sender,
  message: readonly unknown[],
  callers: ReadonlyMap<number, Caller>,
): Admission {
  const caller = callers.get(sender.webContentsId);
  if (caller === undefined || !sender.isMainFrame || sender.origin !== ownOrigin)
    return refuse('wrong-origin');
  const [name, text] = message;
  if (typeof name !== 'string' || name.length > longestName) return refuse('unknown-call');
  if (message.length !== 2 || typeof text !== 'string') return refuse('bad-input');
  const largest = caller.door === 'console' ? largestInputOf(name) : usualLargestInput;
  if (text.length > largest || utf8Bytes(text) > largest) return refuse('too-large');
  try {
    return { admitted: true, caller, name, input: JSON.parse(text) as unknown };
  } catch {
    return refuse('bad-input');
  }
}

export interface CallGate {
  readonly callers: ReadonlyMap<number, Caller>;
  call(caller: Caller, name: string, input: unknown): Promise<Reply<unknown>>;
  readonly log: Log;
}

export function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    webContentsId: event.sender.id,
    isMainFrame: frame !== null && frame.parent === null,
    origin: frame?.origin ?? null,
  };
}

/** The handler for `ipcMain.handle`. Never rejects. */
export function createCallGate(
  gate: CallGate,
): (event: IpcMainInvokeEvent, ...message: unknown[]) => Promise<Reply<unknown>> {
  return async (event, ...message) => {
    const admission = admitCall(senderOf(event), message, gate.callers);
    if (!admission.admitted) {
      gate.log({ event: 'message-refused', code: admission.refused.code });
      return admission.refused;
    }
    try {
      return await gate.call(admission.caller, admission.name, admission.input);
    } catch {
      return { ok: false, code: 'unavailable' };
    }
  };
}
