/** The still page a window shows when its own page keeps crashing: no script, nothing to touch. */
import type { Door } from '../../../shared/vocabulary.ts';

const words: Readonly<Record<Door, readonly (readonly [language: string, title: string, text: string])[]>> = {
  kiosk: [
    ['da', 'Henvend dig venligst i receptionen', 'Denne skærm kan ikke bruges lige nu.'],
    ['en', 'Please go to reception', 'This screen cannot be used right now.'],
  ],
  console: [
    [
      'da',
      'Foyer prøver igen om fem minutter',
      'Dette vindue gik ned flere gange. Kiosken og alle data er urørte.',
    ],
    [
      'en',
      'Foyer tries again in five minutes',
      'This window stopped several times. The kiosk and all data are untouched.',
    ],
  ],
};

export function safeScreen(door: Door): string {
  const [first, ...others] = words[door];
  const heading =
    first === undefined ? '' : `<h1 lang="${first[0]}">${first[1]}</h1><p lang="${first[0]}">${first[2]}</p>`;
  const rest = others.map(
    ([language, title, text]) => `<h2 lang="${language}">${title}</h2><p lang="${language}">${text}</p>`,
  );
  return `<!doctype html>
<html lang="${first?.[0] ?? 'en'}">
<head><meta charset="utf-8"><title>Foyer</title><link rel="stylesheet" href="safe.css"></head>
<body><main>${heading}${rest.join('')}</main></body>
</html>
`;
}

/** A file of its own, because the content security policy has no room for styles inside a page. */
export const safeScreenStyle = `html { color: #14202b; background: #f3f6f9; font: 1.5rem/1.35 system-ui, sans-serif; cursor: none; }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; text-align: center; }
h1, h2 { font-size: 3rem; font-weight: 600; margin: 2rem 0 0; }
p { margin: 0.5rem 0 0; }
`;
