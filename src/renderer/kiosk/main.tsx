/**
 * The kiosk: what a visitor sees. `kiosk-root.tsx` decides whether there is a desk to show, `visit-session.tsx`
 * is one visitor's time at it, `screens/` are its pictures. Nothing here outlives a visitor except the device's
 * own settings; staff have pages of their own and nothing of theirs is reachable from here.
 */
import '@fontsource-variable/inter';
import '../ui/colours.css';
import '../ui/touch.css';
import './brand.css';
import './kiosk.css';
import './screens/screens.css';
import './screens/site-looks.css';
import './screens/screens-lying.css';
import './screens/screens-compact.css';
import './screens/screens-lower.css';
import './screens/screens-tight.css';
import './screens/screen-fit.css';
import './screens/host-picker.css';
import './screens/type-screens.css';
import './screens/camera.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { call, subscribe } from '../client.ts';
import { createScanCapture } from '../wedge/scan-capture.ts';
import { startWords } from '../words/words.ts';
import { createConnection } from './connection.ts';
import { followKeypad } from './keypad.ts';
import { machineLanguage } from './kiosk-languages.ts';
import { KioskRoot } from './kiosk-root.tsx';
import { lockDown } from './lockdown.ts';

// Compiled parsers need `new Function`, which the content security policy forbids and reports as a breach.
z.config({ jitless: true });
const scans = createScanCapture();
lockDown();
followKeypad();

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const followTheme = (): void => {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
};
dark.addEventListener('change', followTheme);
followTheme();

const root = document.getElementById('root');
if (!root) throw new Error('kiosk.html has no root');

// Until the site has said its language, the machine's own will do.
await startWords('kiosk', [machineLanguage(navigator.language), 'en']);
const connection = createConnection({ call, subscribe });
connection.follow(() => {
  const { welcome } = connection.state();
  scans.set(welcome?.state === 'ready' && welcome.capturesKeyboard);
});
createRoot(root).render(
  <StrictMode>
    <KioskRoot connection={connection} />
  </StrictMode>,
);
