/**
 * Nothing of a page leaves the machine. The pages' own content security policy comes first; this is the second
 * wall, for a page that has been taken over, and for what the browser underneath does by itself.
 */
import type { App, Session, WebContents } from 'electron';
import { savedFileTypes } from '../../../shared/saved-files.ts';
import type { Door } from '../../../shared/vocabulary.ts';
import { isOwnAddress, ownOrigin } from './origin.ts';

/**
 * Chromium's command line, applied before the shell is ready. The resolver rule leaves Chromium without any name
 * to connect to; the rest stops what Chromium starts by itself, and gestures that belong to a browser.
 */
export const commandLineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-breakpad'],
  ['no-pings'],
  // Voices of the machine itself; without it Chromium on Linux has none.
  ['enable-speech-dispatcher'],
  ['disable-pinch'],
  ['overscroll-history-navigation', '0'],
];

/** Chromium's answer for a certificate that is not trusted (net::ERR_FAILED). */
const notTrusted = -2;

export function confineTraffic(
  session: Pick<
    Session,
    'webRequest' | 'on' | 'setCertificateVerifyProc' | 'setSpellCheckerEnabled' | 'setProxy'
  >,
  door: Door,
): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnAddress(details.url) }));
  session.on('will-download', (event, item) => {
    if (door !== 'console' || !isOwnFile(item.getURL(), item.getMimeType())) event.preventDefault();
  });
  // No page of Foyer arrives over TLS, so there is no certificate to accept.
  session.setCertificateVerifyProc((_request, answer) => answer(notTrusted));
  session.setSpellCheckerEnabled(false);
  void session.setProxy({ mode: 'direct' });
}

const savedTypes: readonly string[] = Object.values(savedFileTypes);

/** A file that the console's page made itself; where it is saved, Electron asks whoever sits there. */
function isOwnFile(address: string, mimeType: string): boolean {
  return address.startsWith(`blob:${ownOrigin}/`) && savedTypes.includes(mimeType.split(';')[0] ?? '');
}

/** What concerns all windows at once: certificates, client certificates and log-ins asked for by a server. */
export function refuseCertificates(app: Pick<App, 'on'>): void {
  app.on('certificate-error', (event, _contents, _address, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _address, _certificates, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('login', (event, _contents, _details, _asked, answer) => {
    event.preventDefault();
    answer();
  });
}

/** Without this a page could learn the machine's addresses through WebRTC, which asks no permission. */
export function hideAddresses(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
