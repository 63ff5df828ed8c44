import type { WebContents } from 'electron';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterInput, judgeKey, type Key } from '../../src/main/hosts/electron/input-filter.ts';
import { refused, stand } from './observed.ts';

/** `Ctrl+Shift+R` as Electron reports it. */
function key(chord: string): Key {
  const parts = chord === '+' ? ['+'] : chord.split(/\+(?=.)/);
  const name = parts.at(-1) ?? '';
  const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  return { key: name, control: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), meta: has('Meta') };
}

describe.each(['kiosk', 'console'] as const)('at the %s', (door) => {
  test.each([
    ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F10', 'Ctrl+F5', 'Alt+F4'],
    ...['Ctrl+r', 'Ctrl+Shift+R', 'Ctrl+Shift+I', 'Ctrl+Shift+J', 'Ctrl+u', 'Ctrl+p', 'Ctrl+s', 'Ctrl+o'],
    ...['Ctrl+f', 'Ctrl+g', 'Ctrl+w', 'Ctrl+q', 'Ctrl+n', 'Ctrl+t', 'Ctrl+Tab', 'Ctrl+m', 'Ctrl+h', 'Ctrl+l'],
    ...['Ctrl++', 'Ctrl+-', 'Ctrl+0', 'Ctrl+=', 'Ctrl+Shift+V', 'Ctrl+Shift+C', 'Ctrl+Escape'],
    ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+d', 'Alt+Tab', 'Alt+Enter', 'Alt+ ', 'Alt+1'],
    ...['Meta+r', 'Meta+q', 'Meta+w', 'Meta+l', 'Meta+Tab', 'Meta+Alt+i', 'Meta', 'OS', 'ContextMenu'],
    ...['BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserHome', 'BrowserSearch', 'LaunchMail'],
    ...[
      'PrintScreen',
      'Pause',
      'Insert',
      'ZoomIn',
      'Power',
      'MediaPlayPause',
      'Ctrl+Alt+t',
      'Ctrl+Alt+Delete',
    ],
  ])('%s is refused', (chord) => {
    expect(judgeKey(key(chord), door)).toBe('refuse');
  });

  test.each([
    ...['a', 'Å', 'ł', '字', '😀', ' ', '/', '@', '+', 'Shift+A', 'Shift+Tab', 'Tab', 'Enter', 'Escape'],
    ...['Backspace', 'Delete', 'ArrowUp', 'Home', 'End', 'PageDown', 'Dead', 'Process', 'Ctrl+a', 'Meta+a'],
    ...[
      'Ctrl+Backspace',
      'Ctrl+ArrowLeft',
      'Ctrl+Shift+ArrowRight',
      'Ctrl+z',
      'Ctrl+Shift+Z',
      'Shift',
      'Control',
      'Alt',
    ],
    ...['Ctrl+Alt+@', 'Ctrl+Alt+€', 'Ctrl+Alt+ą', 'Alt+@', 'Alt+{', 'AltGraph', 'CapsLock'],
  ])('%s is allowed', (chord) => {
    expect(judgeKey(key(chord), door)).toBe('allow');
  });
});

test('the clipboard belongs to the console alone', () => {
  for (const chord of ['Ctrl+c', 'Ctrl+x', 'Ctrl+v', 'Meta+c', 'Meta+v']) {
    expect(judgeKey(key(chord), 'console'), chord).toBe('allow');
    expect(judgeKey(key(chord), 'kiosk'), chord).toBe('refuse');
  }
});

test('staff change windows from both, and close from the console only', () => {
  expect(judgeKey(key('Ctrl+Alt+Shift+S'), 'kiosk')).toBe('change-window');
  expect(judgeKey(key('Ctrl+Alt+Shift+S'), 'console')).toBe('change-window');
  expect(judgeKey(key('Ctrl+Alt+Shift+Q'), 'console')).toBe('close');
  expect(judgeKey(key('Ctrl+Alt+Shift+Q'), 'kiosk')).toBe('refuse');
});

test('no named key outside the list passes, however it is held', () => {
  const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{2,14}$/);
  const known =
    /^(Tab|Enter|Escape|Backspace|Delete|Arrow\w+|Home|End|Page\w+|Dead|Process|Compose|Unidentified|Shift|CapsLock|AltGraph|NumLock|Control|Alt)$/;
  fc.assert(
    fc.property(
      name,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (named, control, alt, shift, meta) => {
        fc.pre(!known.test(named));
        expect(judgeKey({ key: named, control, alt, shift, meta }, 'kiosk')).toBe('refuse');
      },
    ),
  );
});

test('a refused key does not reach the page, and a staff chord acts once, on the way down', () => {
  const contents = stand<WebContents>();
  const acts: string[] = [];
  filterInput(contents, 'kiosk', (verdict) => acts.push(verdict));
  const press = (chord: string, more: object = {}): boolean =>
    refused(
      contents,
      'before-input-event',
      {},
      { ...key(chord), type: 'keyDown', isAutoRepeat: false, ...more },
    );
  expect(press('a')).toBe(false);
  expect(press('F5')).toBe(true);
  expect(press('Ctrl+Alt+Shift+S')).toBe(true);
  expect(press('Ctrl+Alt+Shift+S', { isAutoRepeat: true })).toBe(true);
  expect(press('Ctrl+Alt+Shift+S', { type: 'keyUp' })).toBe(true);
  expect(acts).toEqual(['change-window']);
});
