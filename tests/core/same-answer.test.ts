import { describe, expect, it } from 'vitest';
import { createTestApp } from '../support/app.ts';

describe('the list of who is on site', () => {
  it('is made once for all who ask, and anew after every change and every second', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn();
    const visitId = await test.arrive('First Visitor');
    const list = () => test.call('console', 'visits.onSite', {});
    const before = await list();
    expect(await list()).toBe(before);
    await test.arrive('Second Visitor');
    expect((await list()).visits.map(({ name }) => name)).toEqual(['Second Visitor', 'First Visitor']);
    await test.call('console', 'visits.depart', { visitId });
    expect((await list()).visits.map(({ name }) => name)).toEqual(['Second Visitor']);
    const again = await list();
    test.clock.advance(1_000);
    expect(await list()).not.toBe(again);
    test.clock.setWall(test.clock.now() - 60_000);
    expect(await list()).not.toBe(again);
  });

  it('is refused to whoever may not see it, however often it was made', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn();
    await test.call('console', 'visits.onSite', {});
    expect(await test.reply('console', 'visits.onSite', {}, 'stranger')).toMatchObject({
      code: 'signed-out',
    });
    expect(await test.reply('kiosk', 'visits.onSite', {})).toMatchObject({ code: 'not-allowed' });
  });
});
