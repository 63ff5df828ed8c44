/**
 * Pages ask for nothing and get nothing, but the kiosk its camera: pictures without sound, for its own window.
 * Electron's own answer to a page's request is yes.
 */
import type { MediaAccessPermissionRequest, Session } from 'electron';
import type { Door } from '../../../shared/vocabulary.ts';
import { ownOrigin } from './origin.ts';

/** Electron gives an origin with or without a slash at its end. */
function isOwnOrigin(origin: string | undefined): boolean {
  return origin === ownOrigin || origin === `${ownOrigin}/`;
}

export function denyPermissions(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >,
  door: Door,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    if (door !== 'kiosk' || permission !== 'media') return answer(false);
    const { isMainFrame, securityOrigin, mediaTypes = [] } = details as MediaAccessPermissionRequest;
    answer(isMainFrame && isOwnOrigin(securityOrigin) && mediaTypes.join() === 'video');
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { isMainFrame, mediaType }) =>
      door === 'kiosk' &&
      permission === 'media' &&
      isMainFrame &&
      isOwnOrigin(origin) &&
      mediaType === 'video',
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}
