/** What the pages of the shell may be: web pages, and nothing more. */
import type { WebPreferences } from 'electron';
import { doorArgument } from '../../../preload/channels.ts';
import type { Door } from '../../../shared/vocabulary.ts';

/** A session of its own for each door. Without the prefix `persist:` it lives in memory and dies with Foyer. */
export function partitionOf(door: Door): string {
  return `foyer-${door}`;
}

/** Every switch is written out, also where it is Electron's default, so that a changed default changes nothing. */
export function webPreferences(door: Door, preloadFile: string): WebPreferences {
  return {
    preload: preloadFile,
    additionalArguments: [doorArgument(door)],
    partition: partitionOf(door),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    devTools: false,
    // The spell checker fetches its dictionaries from the network.
    spellcheck: false,
    // An alert would stop the kiosk until somebody with a keyboard answers it.
    disableDialogs: true,
    // The card pad sounds when a card is tapped, which is no gesture on the page.
    autoplayPolicy: 'no-user-gesture-required',
    // Idle clocks run on, and a covered console keeps following the cards.
    backgroundThrottling: false,
  };
}
