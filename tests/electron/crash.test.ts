import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import {
  crashWindowMs,
  createCrashPolicy,
  recoverFromCrashes,
  reloadDelayMs,
} from '../../src/main/hosts/electron/crash.ts';
import { silent, stand } from './observed.ts';

test('the fourth crash within five minutes leads to the safe screen, an older one does not count', () => {
  let now = 1000;
  const policy = createCrashPolicy(() => now);
  const after = (ms: number): string => {
    now += ms;
    return policy.crashed();
  };
  expect([after(0), after(1000), after(1000), after(1000)]).toEqual([
    'reload',
    'reload',
    'reload',
    'safe-screen',
  ]);
  expect(after(crashWindowMs)).toBe('reload');
  const slow = createCrashPolicy(() => now);
  for (let crash = 0; crash < 20; crash += 1) {
    now += crashWindowMs / 3 + 1;
    expect(slow.crashed()).toBe('reload');
  }
});

function recovering() {
  const seen: string[] = [];
  const due: { delayMs: number; act: () => void }[] = [];
  let destroyed = false;
  const contents = stand<WebContents>({
    forcefullyCrashRenderer: () => {
      seen.push('ended');
      contents.emit('render-process-gone', {}, { reason: 'crashed' });
    },
    isDestroyed: () => destroyed,
  });
  recoverFromCrashes(contents, {
    policy: createCrashPolicy(() => 0),
    showPage: () => seen.push('page'),
    showSafeScreen: () => seen.push('safe'),
    crashed: () => seen.push('crashed'),
    after: (delayMs, act) => due.push({ delayMs, act }),
    log: silent,
  });
  return {
    seen,
    due,
    crash: (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason }),
    hang: () => contents.emit('unresponsive'),
    /** Everything that waits happens now. */
    wait: () => {
      for (const { act } of due.splice(0)) act();
    },
    destroy: () => {
      destroyed = true;
    },
  };
}

test('a page that dies is back within three seconds, whatever killed it', () => {
  for (const reason of ['crashed', 'killed', 'oom', 'abnormal-exit', 'launch-failed']) {
    const { crash, due, seen, wait } = recovering();
    crash(reason);
    expect(seen).toEqual(['crashed']);
    expect(due.map(({ delayMs }) => delayMs)).toEqual([reloadDelayMs]);
    expect(reloadDelayMs).toBeLessThan(3000);
    wait();
    expect(seen).toEqual(['crashed', 'page']);
  }
});

test('a page that hangs is ended and comes back the same way', () => {
  const { hang, seen, wait } = recovering();
  hang();
  wait();
  expect(seen).toEqual(['ended', 'crashed', 'page']);
});

test('after too many crashes the safe screen stays until they are too old to count', () => {
  const { crash, due, seen, wait } = recovering();
  for (let times = 0; times < 3; times += 1) {
    crash();
    wait();
  }
  seen.length = 0;
  crash();
  expect(due.map(({ delayMs }) => delayMs)).toEqual([reloadDelayMs, crashWindowMs]);
  wait();
  expect(seen).toEqual(['crashed', 'safe', 'page']);
});

test('a window that closes is no crash, and a closed window loads nothing', () => {
  const { crash, seen, wait, destroy } = recovering();
  crash('clean-exit');
  wait();
  expect(seen).toEqual([]);
  crash();
  destroy();
  wait();
  expect(seen).toEqual(['crashed']);
});
