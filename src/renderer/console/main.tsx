/**
 * The console: sign-in, set-up and fault screens, and the frame around reception, security and office, which live
 * in folders of their own. What those share (session, queries, times, words for visits) lives here too.
 */
import '@fontsource-variable/inter';
import '../ui/colours.css';
import '../ui/desk.css';
import '../ui/desk-table.css';
import './console.css';
import './narrow.css';
import './forced-colors.css';
import '../office/notice/notice.css';
import '../office/readers/readers.css';
import '../office/looks/looks.css';
import '../roll-call/roll-call.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { createScanCapture } from '../wedge/scan-capture.ts';
import { startWords } from '../words/words.ts';
import { ConsoleRoot } from './console-root.tsx';

// Compiled parsers need `new Function`, which the content security policy forbids; asking for it is reported as a breach.
z.config({ jitless: true });
const scans = createScanCapture();

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const followTheme = (): void => {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
};
dark.addEventListener('change', followTheme);
followTheme();
document.body.classList.add('desk');

const browserLanguage = navigator.language.slice(0, 2);
await startWords('console', browserLanguage === 'da' ? ['da', 'en'] : ['en', 'da']);

const root = document.getElementById('root');
if (!root) throw new Error('console.html has no root');
createRoot(root).render(
  <StrictMode>
    <ConsoleRoot scans={scans} />
  </StrictMode>,
);
