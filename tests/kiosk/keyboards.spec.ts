import { ownName } from '../../src/renderer/words/own-name.ts';
import { kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { installFakeHost, readyWelcome } from './fake-host.ts';
import { expect, test } from './kiosk-page.ts';
import { sizes } from './sizes.ts';

/** Keys lower or narrower than 12.7 mm, measured where they are drawn. */
function smallKeys(): string[] {
  const mm = Number.parseFloat(document.documentElement.style.getPropertyValue('--mm'));
  return [...document.querySelectorAll<HTMLElement>('.touch-keyboard [data-skbtn]')].flatMap((key) => {
    const { width, height, right } = key.getBoundingClientRect();
    const fits = width >= 12.7 * mm - 0.5 && height >= 12.7 * mm - 0.5 && right <= window.innerWidth;
    return fits ? [] : [`${key.dataset.skbtn} ${(width / mm).toFixed(1)} × ${(height / mm).toFixed(1)} mm`];
  });
}

for (const [display, size] of Object.entries(sizes))
  test(`no key of any language and layer is smaller than a finger: ${display}`, async ({
    page,
    kioskAddress,
  }) => {
    await page.setViewportSize(size);
    if ('inches' in size)
      await page.addInitScript(
        (inches) => localStorage.setItem('foyer.display-inches', inches),
        String(size.inches),
      );
    await installFakeHost(page, { welcome: { ...readyWelcome, languages: [...kioskLanguages] } });
    await page.goto(kioskAddress);
    const key = (name: string) => page.locator(`.touch-keyboard [data-skbtn="${name}"]`);
    for (const language of kioskLanguages) {
      await page.getByRole('button', { name: ownName(language), exact: true }).click();
      // The button that signs out stands last of the two beside each other, in every language.
      await page.locator('.attract__acts .pair button').last().click();
      const [name, email] = await page.locator('input[data-keys]').all();
      if (!name || !email) throw new Error('the screen has two fields');
      await name.focus();
      expect(await page.evaluate(smallKeys), `${language} letters`).toEqual([]);
      await key('{accents}').click();
      expect(await page.evaluate(smallKeys), `${language} accents`).toEqual([]);
      await key('{symbols}').click();
      expect(await page.evaluate(smallKeys), `${language} symbols`).toEqual([]);
      await email.focus();
      expect(await page.evaluate(smallKeys), `${language} e-mail`).toEqual([]);
      await key('{symbols}').click();
      expect(await page.evaluate(smallKeys), `${language} e-mail symbols`).toEqual([]);
      await page.locator('.bar__end button').last().click();
    }
  });
