import type { App } from 'electron';
import { expect, test } from 'vitest';
import { claimSingleInstance } from '../../src/main/hosts/electron/single-instance.ts';
import { stand } from './observed.ts';

test('the first start is told of the second and comes to the front', () => {
  let raised = 0;
  const app = stand<App>({ requestSingleInstanceLock: () => true });
  expect(
    claimSingleInstance(app, () => {
      raised += 1;
    }),
  ).toBe(true);
  app.emit('second-instance', {}, [], '');
  expect(raised).toBe(1);
});

test('the second start learns that it is the second, and does nothing', () => {
  let raised = 0;
  const app = stand<App>({ requestSingleInstanceLock: () => false });
  expect(
    claimSingleInstance(app, () => {
      raised += 1;
    }),
  ).toBe(false);
  app.emit('second-instance', {}, [], '');
  expect(raised).toBe(0);
});
