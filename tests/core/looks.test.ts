import { describe, expect, test } from 'vitest';
import { type Looks, standardLooks } from '../../src/shared/contract/looks.ts';
import { base64Of } from '../../src/shared/picture.ts';
import { createTestApp, siteSettings, type TestApp } from '../support/app.ts';
import { jpegOf, pngOf } from '../support/pictures.ts';

const none = { logo: null, picture: null };

async function desk(): Promise<TestApp> {
  const app = createTestApp();
  await app.setUp();
  await app.signIn();
  return app;
}

async function looksAtTheKiosk({ call }: TestApp) {
  const welcome = await call('kiosk', 'site.welcome', {});
  if (welcome.state !== 'ready') throw new Error(welcome.state);
  return welcome.looks;
}

describe('the looks of a site', () => {
  test('a site that chose nothing has the standard ones, also one from before there were any', async () => {
    const app = await desk();
    expect(await looksAtTheKiosk(app)).toEqual({ ...standardLooks, ...none });
    app.database.exec("UPDATE site SET settings = json_remove(settings, '$.looks')");
    expect(await looksAtTheKiosk(app)).toEqual({ ...standardLooks, ...none });
  });

  test('what is chosen reaches the kiosk, the colour in lower case', async () => {
    const app = await desk();
    const looks = {
      brandColour: ' #00704A ',
      greetings: { da: 'Velkommen til havnen.', en: '' },
      background: 'plain',
      nameBesideLogo: false,
      displayInches: 13.3,
    } as const;
    await app.call('console', 'site.change', { ...siteSettings, looks });
    expect(await looksAtTheKiosk(app)).toEqual({ ...looks, brandColour: '#00704a', ...none });
  });

  test.each<[string, Partial<Record<keyof Looks, unknown>>, string, string]>([
    ['no colour', { brandColour: 'blue' }, 'brandColour', 'colour'],
    ['a colour with script', { brandColour: '#000000;x' }, 'brandColour', 'colour'],
    ['a colour nobody sees', { brandColour: '#ffe600' }, 'brandColour', 'colour-pale'],
    ['a long greeting', { greetings: { en: 'x'.repeat(61) } }, 'greetings.en', 'greeting-long'],
    ['a greeting of two lines', { greetings: { en: 'one\ntwo' } }, 'greetings.en', 'characters'],
    ['a display of a watch', { displayInches: 2 }, 'displayInches', 'inches-range'],
    ['words for inches', { displayInches: 'large' }, 'displayInches', 'inches-range'],
  ])('%s is refused beside its field', async (_what, change, field, fault) => {
    const app = await desk();
    const looks = { ...standardLooks, ...change } as Looks;
    const reply = await app.reply('console', 'site.change', { ...siteSettings, looks });
    expect(reply).toMatchObject({ ok: false, code: 'bad-input', fields: { [`looks.${field}`]: fault } });
    expect(await looksAtTheKiosk(app)).toEqual({ ...standardLooks, ...none });
  });
});

describe('pictures', () => {
  const logo = base64Of(pngOf(600, 200));

  test('a logo is stored, told to the kiosk by its hash, fetched there and taken away', async () => {
    const app = await desk();
    const { hash } = await app.call('console', 'site.setPicture', { role: 'logo', base64: logo });
    expect(await looksAtTheKiosk(app)).toMatchObject({ logo: hash, picture: null });
    expect(await app.call('kiosk', 'site.picture', { role: 'logo' })).toEqual({
      picture: { type: 'image/png', hash, base64: logo },
    });
    expect(await app.call('kiosk', 'site.picture', { role: 'background' })).toEqual({ picture: null });

    const second = await app.call('console', 'site.setPicture', {
      role: 'logo',
      base64: base64Of(jpegOf(300, 200)),
    });
    expect(second.hash).not.toBe(hash);
    await app.call('console', 'site.removePicture', { role: 'logo' });
    expect(await looksAtTheKiosk(app)).toMatchObject({ logo: null });
  });

  test('a change is told to the screens and audited by its role alone', async () => {
    const app = await desk();
    app.events.length = 0;
    await app.call('console', 'site.setPicture', { role: 'logo', base64: logo });
    expect(app.events).toContainEqual({
      event: { type: 'changed', areas: ['site'] },
      doors: ['kiosk', 'console'],
    });
    const { entries } = await app.call('console', 'audit.entries', { before: null });
    expect(entries.find(({ act }) => act === 'site.setPicture')).toMatchObject({ detail: 'logo' });
  });

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'), 'picture-kind'],
    ['no base64', 'not base64', 'picture-kind'],
    ['too many pixels', base64Of(pngOf(5_000, 20)), 'picture-size'],
    ['too many bytes', base64Of(pngOf(20, 20, 200_000)), 'picture-bytes'],
  ])('%s is refused', async (_what, base64, fault) => {
    const app = await desk();
    expect(await app.reply('console', 'site.setPicture', { role: 'logo', base64 })).toMatchObject({
      ok: false,
      code: 'bad-input',
      fields: { base64: fault },
    });
    expect(await looksAtTheKiosk(app)).toMatchObject(none);
  });

  test('only an administrator chooses', async () => {
    const app = await desk();
    expect(await app.reply('kiosk', 'site.setPicture', { role: 'logo', base64: logo })).toMatchObject({
      ok: false,
      code: 'not-allowed',
    });
  });
});
