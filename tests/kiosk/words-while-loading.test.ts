/// <reference types="vite/client" />
import { expect, it, vi } from 'vitest';
import { addWords, setLanguage, startWords } from '../../src/renderer/words/words.ts';

it('a language chosen while words of another are loaded stays chosen', async () => {
  const page = { documentElement: { lang: '' } };
  vi.stubGlobal('document', page);
  await startWords('kiosk', ['en']);
  await setLanguage('en');
  const held: { readonly language: string; readonly go: () => void }[] = [];
  const letGo = (language: string): void => {
    for (const one of held) if (one.language === language) one.go();
  };
  const added = addWords(
    async (language) => {
      await new Promise<void>((go) => held.push({ language, go }));
      return {};
    },
    ['en'],
  );
  await vi.waitFor(() => expect(held).toHaveLength(2));
  const chosen = setLanguage('da');
  await vi.waitFor(() => expect(held).toHaveLength(4));
  letGo('en');
  await Promise.race([added, new Promise((resolve) => setTimeout(resolve, 100))]);
  letGo('da');
  await Promise.all([added, chosen]);
  await vi.waitFor(() => expect(page.documentElement.lang).toBe('da'));
  vi.unstubAllGlobals();
});
