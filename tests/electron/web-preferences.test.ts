import { expect, test } from 'vitest';
import { partitionOf, webPreferences } from '../../src/main/hosts/electron/web-preferences.ts';
import { doorArgument, doorFromArguments } from '../../src/preload/channels.ts';

const preferences = {
  kiosk: webPreferences('kiosk', '/p.cjs'),
  console: webPreferences('console', '/p.cjs'),
};

test.each(['kiosk', 'console'] as const)('the %s page is a web page and nothing more', (door) => {
  expect(preferences[door]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    devTools: false,
    spellcheck: false,
  });
  expect(preferences[door]).not.toHaveProperty('enableBlinkFeatures');
});

test('each door has a session of its own that lives in memory', () => {
  expect(partitionOf('kiosk')).not.toBe(partitionOf('console'));
  for (const door of ['kiosk', 'console'] as const) {
    expect(preferences[door].partition).toBe(partitionOf(door));
    expect(preferences[door].partition).not.toMatch(/^persist:/);
  }
});

test('the preload learns its door, and takes anything unclear for the kiosk', () => {
  expect(doorFromArguments(['electron', ...(preferences.console.additionalArguments ?? [])])).toBe('console');
  expect(doorFromArguments(['electron', ...(preferences.kiosk.additionalArguments ?? [])])).toBe('kiosk');
  expect(doorFromArguments(['electron'])).toBe('kiosk');
  expect(doorFromArguments([`${doorArgument('console')}x`])).toBe('kiosk');
});
