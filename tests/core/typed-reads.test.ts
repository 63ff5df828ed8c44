/** What keyboard readers type into windows. */
import { describe, expect, it } from 'vitest';
import { createTestApp, siteSettings, type TestApp } from '../support/app.ts';

const wedge = {
  readerId: 'wedge',
  name: 'Scanner',
  place: 'desk',
  profile: 'wedge',
  format: 'DEC',
  device: null,
  raw: null,
} as const;

async function withWedge(changes: Partial<{ place: 'desk' | 'kiosk'; format: 'DEC' | 'H10301' }> = {}) {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  await test.call('console', 'site.change', { ...siteSettings, readers: [{ ...wedge, ...changes }] });
  return test;
}

const tapsOf = (test: TestApp) =>
  test.events.flatMap(({ event }) => (event.type === 'card.tapped' ? [event] : []));

describe('a typed card', () => {
  it('is a tap of the wedge reader, read with its format', async () => {
    const test = await withWedge({ format: 'H10301' });
    await test.call('console', 'readers.typed', { text: '100,60179' });
    const [tap] = tapsOf(test);
    expect(tap).toMatchObject({ readerId: 'wedge' });
    const read = await test.call('console', 'cards.read', { tap: tap?.tap ?? '' });
    expect(read).toMatchObject({
      readerName: 'Scanner',
      reading: { credential: { format: 'H10301', facility: '100', number: '60179' } },
    });
  });

  it('may be typed into the kiosk, and into the console where somebody is signed in', async () => {
    const test = await withWedge();
    await test.call('console', 'readers.typed', { text: '0006613778' });
    await test.call('console', 'staff.signOut', {});
    await test.call('kiosk', 'readers.typed', { text: '0006613779' });
    expect(tapsOf(test)).toHaveLength(2);
    // It may have been a passphrase.
    await test.call('console', 'readers.typed', { text: '0006613780' });
    expect(tapsOf(test)).toHaveLength(2);
  });

  it('of a return slot comes back whoever is signed in', async () => {
    const test = await withWedge({ place: 'kiosk' });
    await test.call('console', 'staff.signOut', {});
    await test.call('console', 'readers.typed', { text: '0006613779' });
    expect(test.events.some(({ event }) => event.type === 'card.returned')).toBe(true);
  });

  it('counts once within a second and a half, and anew after that', async () => {
    const test = await withWedge();
    await test.call('console', 'readers.typed', { text: '0006613779' });
    test.clock.advance(1_000);
    await test.call('kiosk', 'readers.typed', { text: '6613779' });
    expect(tapsOf(test)).toHaveLength(1);
    test.clock.advance(1_500);
    await test.call('console', 'readers.typed', { text: '0006613779' });
    expect(tapsOf(test)).toHaveLength(2);
  });

  it('that is no text at all is nothing', async () => {
    const test = await withWedge();
    await test.call('console', 'readers.typed', { text: '   ' });
    expect(tapsOf(test)).toHaveLength(0);
  });

  it('is refused where the site has no such reader', async () => {
    const test = createTestApp();
    await test.setUp();
    expect(await test.reply('kiosk', 'readers.typed', { text: '0006613779' })).toMatchObject({
      code: 'not-found',
    });
  });

  it('comes at most twenty times a second from one window', async () => {
    const test = await withWedge();
    for (let number = 0; number < 20; number += 1)
      await test.call('console', 'readers.typed', { text: `77000${number}` });
    expect(await test.reply('console', 'readers.typed', { text: '7700099' })).toMatchObject({
      code: 'throttled',
    });
    await test.call('kiosk', 'readers.typed', { text: '7700099' });
    test.clock.advance(1_001);
    await test.call('console', 'readers.typed', { text: '7700098' });
    expect(tapsOf(test)).toHaveLength(22);
  });

  it('is neither logged nor audited nor stored, and the events do not carry it', async () => {
    const test = await withWedge();
    await test.call('console', 'readers.typed', { text: '7788990011' });
    await test.call('console', 'readers.typed', { text: 'x7788990011x' });
    await test.reply('kiosk', 'readers.typed', { text: '7788990011'.repeat(40) });
    test.settle();
    expect(JSON.stringify([test.log, test.events])).not.toContain('7788990011');
    expect(Buffer.from(test.database.serialize()).includes('7788990011')).toBe(false);
  });

  it('signs nobody in: a passphrase typed like a scan is only a card', async () => {
    const test = await withWedge();
    await test.call('console', 'staff.signOut', {});
    await test.call('console', 'readers.typed', { text: 'correct horse battery staple' });
    expect((await test.call('console', 'staff.current', {})).staff).toBeNull();
  });
});
