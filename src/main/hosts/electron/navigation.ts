/** A window shows its own page for as long as it lives: no other address, no second window, no embedded page. */
import type { WebContents } from 'electron';
import type { Log } from '../../core/ports.ts';

/** Reloading the page a window shows anyway is the one navigation a page may start. */
export function mayNavigate(target: string, ownPage: string | null): boolean {
  return ownPage !== null && target === ownPage;
}

/**
 * `ownPage` answers null for contents the shell did not open itself. What the shell loads is not asked about: these
 * events tell of navigations a page or a user starts.
 */
export function lockNavigation(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  ownPage: () => string | null,
  log: Log,
): void {
  const refuse = (event: { preventDefault(): void }, rule: string): void => {
    event.preventDefault();
    log({ event: 'navigation-refused', rule });
  };
  contents.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame && mayNavigate(event.url, ownPage()))) refuse(event, 'navigate');
  });
  contents.on('will-redirect', (event) => refuse(event, 'redirect'));
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
  contents.setWindowOpenHandler(() => {
    log({ event: 'navigation-refused', rule: 'window' });
    return { action: 'deny' };
  });
}
