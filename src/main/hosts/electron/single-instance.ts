/** One Foyer for each data folder: a second start brings the first to the front and ends. */
import type { App } from 'electron';

/**
 * False when this process is the second one and must end without touching the data. The lock belongs to the
 * folder `userData`, so that one has to be set first.
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  toFront: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => toFront());
  return true;
}
