import { expect, test } from 'vitest';
import { programArguments } from '../../src/main/hosts/electron/program-arguments.ts';

test.each([
  [['electron', 'out/main/electron.js', '--kiosk', '--data', 'd'], false, ['--kiosk', '--data', 'd']],
  [['electron', '--no-sandbox', '--inspect=0', '.', '--kiosk'], false, ['--kiosk']],
  [['electron'], false, []],
  [['electron', '--no-sandbox'], false, []],
  [['/opt/foyer/foyer', '--kiosk'], true, ['--kiosk']],
] as const)('%j', (given, isPackaged, expected) => {
  expect(programArguments(given, isPackaged)).toEqual(expected);
});
