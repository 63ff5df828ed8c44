import type { IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Caller } from '../../src/main/caller.ts';
import { admitCall, createCallGate, type Sender } from '../../src/main/hosts/electron/ipc.ts';
import { usualLargestInput } from '../../src/shared/contract/definition.ts';

const kiosk: Caller = { door: 'kiosk', connectionId: 'k' };
const console: Caller = { door: 'console', connectionId: 'c' };
const callers = new Map([
  [1, kiosk],
  [2, console],
]);
const honest: Sender = { webContentsId: 1, isMainFrame: true, origin: 'app://foyer' };

function codeOf(sender: Sender, ...message: unknown[]): string {
  const admission = admitCall(sender, message, callers);
  return admission.admitted ? 'admitted' : admission.refused.code;
}

test('the door follows from the window, whatever the message says', () => {
  const message = ['visits.onSite', JSON.stringify({ door: 'console', connectionId: 'c' })];
  expect(admitCall(honest, message, callers)).toEqual({
    admitted: true,
    caller: kiosk,
    name: 'visits.onSite',
    input: { door: 'console', connectionId: 'c' },
  });
  expect(admitCall({ ...honest, webContentsId: 2 }, message, callers)).toMatchObject({ caller: console });
});

test.each([
  ['a window the shell did not open', { ...honest, webContentsId: 3 }],
  ['a frame inside the page', { ...honest, isMainFrame: false }],
  ['a frame that is gone', { ...honest, origin: null }],
  ['an opaque origin', { ...honest, origin: 'null' }],
  ['a longer host', { ...honest, origin: 'app://foyer.example' }],
  ['another host', { ...honest, origin: 'app://foye' }],
  ['another scheme', { ...honest, origin: 'https://foyer' }],
  ['a port', { ...honest, origin: 'app://foyer:1' }],
  ['another case', { ...honest, origin: 'app://Foyer' }],
  ['a path', { ...honest, origin: 'app://foyer/' }],
  ['a file', { ...honest, origin: 'file://' }],
])('%s is refused', (_what, sender) => {
  expect(codeOf(sender, 'site.welcome', '{}')).toBe('wrong-origin');
});

test('a message is a name and JSON text', () => {
  expect(codeOf(honest, 'site.welcome', '{}')).toBe('admitted');
  expect(codeOf(honest)).toBe('unknown-call');
  expect(codeOf(honest, 7, '{}')).toBe('unknown-call');
  expect(codeOf(honest, 'x'.repeat(65), '{}')).toBe('unknown-call');
  expect(codeOf(honest, 'site.welcome')).toBe('bad-input');
  expect(codeOf(honest, 'site.welcome', {})).toBe('bad-input');
  expect(codeOf(honest, 'site.welcome', undefined)).toBe('bad-input');
  expect(codeOf(honest, 'site.welcome', '{')).toBe('bad-input');
  expect(codeOf(honest, 'site.welcome', '{}', 'more')).toBe('bad-input');
});

test('the size is counted in bytes and refused from the first byte too many', () => {
  const text = (bytes: number): string => `"${'x'.repeat(bytes - 2)}"`;
  expect(codeOf(honest, 'a', text(usualLargestInput))).toBe('admitted');
  expect(codeOf(honest, 'a', text(usualLargestInput + 1))).toBe('too-large');
  expect(codeOf(honest, 'a', `"${'æ'.repeat(usualLargestInput / 2)}"`)).toBe('too-large');
  expect(codeOf(honest, 'a', 'x'.repeat(usualLargestInput * 64))).toBe('too-large');
  const picture = 900_000;
  expect(codeOf(honest, 'site.setPicture', text(picture))).toBe('too-large');
  expect(codeOf(honest, 'hosts.import', text(usualLargestInput + 1))).toBe('too-large');
});

test('no message of any shape makes the gate throw, and none of another sender passes', () => {
  const anything = fc.array(fc.anything(), { maxLength: 4 });
  fc.assert(
    fc.property(anything, (message) => {
      const admission = admitCall(honest, message, callers);
      if (admission.admitted) expect(admission.caller).toBe(kiosk);
    }),
  );
  const origin = fc.oneof(fc.string(), fc.webUrl(), fc.constant(null));
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), origin, (webContentsId, isMainFrame, from) => {
      fc.pre(!(callers.has(webContentsId) && isMainFrame && from === 'app://foyer'));
      expect(codeOf({ webContentsId, isMainFrame, origin: from }, 'a', '{}')).toBe('wrong-origin');
    }),
  );
});

function eventFrom(id: number, frame: object | null): IpcMainInvokeEvent {
  return { sender: { id }, senderFrame: frame } as unknown as IpcMainInvokeEvent;
}

test('the gate reads the sender from Electron, logs codes only, and never rejects', async () => {
  const lines: object[] = [];
  const calls: unknown[] = [];
  const gate = createCallGate({
    callers,
    log: (line) => lines.push(line),
    async call(caller, name, input) {
      calls.push([caller.door, name, input]);
      if (name === 'broken') throw new Error('Søren Sørensen');
      return { ok: true, value: 1 };
    },
  });
  const page = { parent: null, origin: 'app://foyer' };
  expect(await gate(eventFrom(2, page), 'visits.get', '{"a":1}')).toEqual({ ok: true, value: 1 });
  expect(calls).toEqual([['console', 'visits.get', { a: 1 }]]);
  expect(await gate(eventFrom(2, { parent: page, origin: 'app://foyer' }), 'x', '"Ole"')).toMatchObject({
    code: 'wrong-origin',
  });
  expect(await gate(eventFrom(2, null), 'x', '"Ole"')).toMatchObject({ code: 'wrong-origin' });
  expect(await gate(eventFrom(2, page), 'broken', '{}')).toEqual({ ok: false, code: 'unavailable' });
  expect(lines).toEqual([
    { event: 'message-refused', code: 'wrong-origin' },
    { event: 'message-refused', code: 'wrong-origin' },
  ]);
});
