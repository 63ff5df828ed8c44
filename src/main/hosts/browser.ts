/**
 * The browser that shows the pages under the server host: which one there is, and how it is started so that it
 * keeps nothing of what is typed and speaks to nobody but Foyer.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Door } from '../../shared/vocabulary.ts';
import type { Machine } from './data-folder.ts';

/** Browsers of the Chromium family, the freest first; names of programs on the search path. */
const programs: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * The program of a browser, or null. `FOYER_BROWSER` names one that is preferred. Snap packages are not looked
 * for: they may not use a profile in a hidden folder.
 */
export function findBrowser(
  { platform, env, homeFolder }: Machine,
  isThere: (file: string) => boolean = existsSync,
): string | null {
  const wanted = env.FOYER_BROWSER;
  if (wanted) return isThere(wanted) ? wanted : null;
  const places = {
    win32: () =>
      [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
        .filter((base) => base !== undefined)
        .flatMap((base) => [
          join(base, 'Chromium', 'Application', 'chrome.exe'),
          join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]),
    darwin: () =>
      ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', join(homeFolder, 'Applications')].map((folder) =>
          join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      ),
    other: () => {
      const folders = (env.PATH ?? '')
        .split(delimiter)
        .filter((folder) => folder !== '' && !/^\/snap\b/.test(folder));
      return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
    },
  };
  const candidates = platform === 'win32' || platform === 'darwin' ? places[platform]() : places.other();
  return candidates.find(isThere) ?? null;
}

/**
 * Why no window can be opened on this machine, in a sentence; null when one can. Chromium as root would need its
 * sandbox switched off, which Foyer never does.
 */
export function whyNoWindow(
  { platform, env }: Pick<Machine, 'platform' | 'env'>,
  userId: number | undefined,
  browser: string | null,
): string | null {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'this machine has no display';
  if (userId === 0)
    return 'this is root, under whom a browser runs only without its sandbox; start Foyer as an ordinary user';
  if (browser === null)
    return 'there is no Chromium, Chrome or Edge here; FOYER_BROWSER can name the program of one';
  return null;
}

export interface WindowRequest {
  readonly door: Door;
  readonly url: string;
  /** A folder for this window alone, emptied at every start and end. */
  readonly profile: string;
  /** Full screen, without a way out; for the kiosk. */
  readonly locked: boolean;
}

/**
 * `--incognito` keeps history, form fields, cookies and cache in memory. The other switches stop what Chromium
 * does by itself (sync, updates, crash reports, dictionaries, suggestions), and the resolver rule leaves it no
 * name to connect to. Pinch zoom and swiping back are gestures of a browser, not of a kiosk.
 */
export function browserArguments({ door, url, profile, locked }: WindowRequest): readonly string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--incognito',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--no-pings',
    '--no-proxy-server',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-infobars',
    '--disable-notifications',
    '--disable-pinch',
    '--disable-save-password-bubble',
    '--disable-search-engine-choice-screen',
    '--disable-session-crashed-bubble',
    '--disable-sync',
    `--disable-features=${switchedOff.join(',')}`,
    '--overscroll-history-navigation=0',
    // Reading aloud: voices of the machine itself; without it Chromium on Linux has none.
    '--enable-speech-dispatcher',
    '--password-store=basic',
    '--use-mock-keychain',
    // The card pad sounds when a card is tapped, which is no gesture on the page.
    '--autoplay-policy=no-user-gesture-required',
    // A question in front of a visitor would be nobody's to answer; the kiosk's headers leave it a camera, no microphone.
    ...(door === 'kiosk' ? ['--auto-accept-camera-and-microphone-capture'] : []),
    ...(locked
      ? ['--kiosk']
      : ['--window-size=1280,800', `--window-position=${door === 'kiosk' ? '0,0' : '80,60'}`]),
  ];
}

const switchedOff: readonly string[] = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'GlobalMediaControls',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'OptimizationGuideModelDownloading',
  'OptimizationHints',
  'PasswordManagerOnboarding',
  'TouchpadOverscrollHistoryNavigation',
  'Translate',
];

/** `Default/Preferences` of a new profile: nothing is offered, remembered or looked up. */
export const browserPreferences = {
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  dns_prefetching: { enabled: false },
  net: { network_prediction_options: 2 },
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  signin: { allowed: false },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  translate: { enabled: false },
} as const;
