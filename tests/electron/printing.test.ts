import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import type { Caller } from '../../src/main/caller.ts';
import {
  createPrintGate,
  outcomeOf,
  printOptions,
  printPage,
} from '../../src/main/hosts/electron/printing.ts';

const label = { printer: 'QL-820', width: 62, height: 100 };
type Print = WebContents['print'];

function contents(print: Print, printers: readonly string[] = ['QL-820', 'Office']) {
  return {
    getPrintersAsync: async () => printers.map((name) => ({ name })) as never,
    print,
  };
}
const never = (): void => undefined;

test('a chosen printer prints at once, at the size of the paper in micrometres and without margins', () => {
  expect(printOptions(label)).toEqual({
    silent: true,
    deviceName: 'QL-820',
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: { width: 62_000, height: 100_000 },
  });
  expect(printOptions({ ...label, printer: '' })).toMatchObject({ silent: false });
  expect(printOptions({ ...label, printer: '' })).not.toHaveProperty('deviceName');
  expect(printOptions({ ...label, width: 85.6 }).pageSize).toEqual({ width: 85_600, height: 100_000 });
});

test('what Electron says becomes one of four outcomes', () => {
  expect(outcomeOf(true, '')).toBe('printed');
  expect(outcomeOf(false, 'Print job canceled')).toBe('cancelled');
  expect(outcomeOf(false, 'Invalid printer settings')).toBe('failed');
  expect(outcomeOf(false, 'Print job failed')).toBe('failed');
});

test('a printer that is not there is told before anything is printed', async () => {
  let asked = 0;
  const print: Print = () => {
    asked += 1;
  };
  expect(await printPage(contents(print, ['Office']), label, never)).toBe('no-printer');
  expect(asked).toBe(0);
});

test('a printer that never answers has failed after half a minute; a dialog may stay open', async () => {
  const delays: number[] = [];
  const silent = await printPage(contents(never), label, (delayMs, act) => {
    delays.push(delayMs);
    act();
  });
  expect(silent).toBe('failed');
  expect(delays).toEqual([30_000]);
  const dialog = printPage(
    contents((_options, callback) => callback?.(true, '')),
    { ...label, printer: '' },
    (delayMs) => delays.push(delayMs),
  );
  expect(await dialog).toBe('printed');
  expect(delays).toHaveLength(1);
});

test('a printer that throws has failed', async () => {
  const throwing: Print = () => {
    throw new Error('out of paper');
  };
  expect(await printPage(contents(throwing), label, never)).toBe('failed');
});

test('the gate prints for the console alone, and says no name in the log', async () => {
  const callers = new Map<number, Caller>([
    [1, { door: 'kiosk', connectionId: 'k' }],
    [2, { door: 'console', connectionId: 'c' }],
  ]);
  const log: object[] = [];
  const gate = createPrintGate({ callers, log: (line) => log.push(line), after: never });
  const sizes: unknown[] = [];
  const event = (id: number, origin = 'app://foyer') => ({
    sender: {
      id,
      ...contents((options, callback) => {
        sizes.push(options?.pageSize);
        callback?.(false, 'Print job failed');
      }),
    },
    senderFrame: { parent: null, origin },
  });
  const ask = (id: number, name: string, job: unknown, origin?: string) =>
    gate(event(id, origin) as never, name, JSON.stringify(job));
  expect(await ask(1, 'print', label)).toBe('failed');
  expect(await ask(1, 'printers', {})).toBe('failed');
  expect(await ask(2, 'print', label, 'https://example.com')).toBe('failed');
  for (const bad of [{}, { ...label, width: 0 }, { ...label, copies: 9 }, null, 'x'])
    expect(await ask(2, 'print', bad)).toBe('failed');
  expect(await ask(2, 'other', label)).toBe('failed');
  expect(sizes).toEqual([]);
  expect(await ask(2, 'printers', {})).toEqual(['QL-820', 'Office']);
  expect(await ask(2, 'print', label)).toBe('failed');
  expect(sizes).toEqual([{ width: 62_000, height: 100_000 }]);
  expect(log.at(-1)).toEqual({ event: 'not-printed', outcome: 'failed' });
  expect(JSON.stringify(log)).not.toContain('QL-820');
});
