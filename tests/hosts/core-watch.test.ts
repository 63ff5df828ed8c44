/** A core that hangs is told from one that works. */
import { expect, it } from 'vitest';
import { watchCore } from '../../src/main/hosts/core-watch.ts';
import { createFakeTiming } from '../readers/fake-timing.ts';

function setUp({ answersAfter = null }: { readonly answersAfter?: number | null } = {}) {
  const timing = createFakeTiming();
  let asked = 0;
  let hung = 0;
  const watch = watchCore(
    timing,
    () => {
      asked += 1;
      if (answersAfter !== null) timing.after(answersAfter, () => watch.heard());
    },
    () => {
      hung += 1;
    },
  );
  return { timing, watch, asked: () => asked, hung: () => hung };
}

it('a core that answers lives for ever', async () => {
  const { timing, asked, hung } = setUp({ answersAfter: 1_000 });
  await timing.advance(3_600_000);
  expect(hung()).toBe(0);
  expect(asked()).toBeGreaterThan(100);
});

it('a core that answers late, within ten seconds of its last word, lives', async () => {
  const { timing, watch, hung } = setUp();
  for (let round = 0; round < 20; round += 1) {
    await timing.advance(9_900);
    watch.heard();
  }
  expect(hung()).toBe(0);
});

it('a core that says nothing for ten seconds hangs, once, and is not asked again', async () => {
  const { timing, asked, hung } = setUp();
  await timing.advance(9_900);
  expect(hung()).toBe(0);
  await timing.advance(200);
  expect(hung()).toBe(1);
  const before = asked();
  expect(before).toBeGreaterThan(1);
  await timing.advance(60_000);
  expect([hung(), asked()]).toEqual([1, before]);
  expect(timing.pending()).toBe(0);
});

it('a host that stood still does not blame the core, however often it does', async () => {
  const { timing, watch, hung } = setUp({ answersAfter: 500 });
  for (let round = 0; round < 50; round += 1) {
    timing.standStill(60_000);
    await timing.advance(round * 397);
  }
  expect(hung()).toBe(0);
  watch.stop();
});

it('a core that hangs after the host stood still is found all the same', async () => {
  const { timing, hung } = setUp();
  timing.standStill(600_000);
  await timing.advance(0);
  expect(hung()).toBe(0);
  await timing.advance(12_600);
  expect(hung()).toBe(1);
});

it('a core that says it is busy gets ten minutes, and the usual time from its next word on', async () => {
  const { timing, watch, asked, hung } = setUp();
  watch.busy();
  await timing.advance(590_000);
  expect([asked(), hung()]).toEqual([0, 0]);
  watch.heard();
  await timing.advance(10_100);
  expect(hung()).toBe(1);
});

it('a core that is busy for ever hangs in the end', async () => {
  const { timing, watch, hung } = setUp();
  watch.busy();
  await timing.advance(611_000);
  expect(hung()).toBe(1);
});

it('stopped it asks nothing more, and a late word does not start it again', async () => {
  const { timing, watch, asked, hung } = setUp();
  watch.stop();
  watch.heard();
  await timing.advance(60_000);
  expect([asked(), hung(), timing.pending()]).toEqual([0, 0, 0]);
});
