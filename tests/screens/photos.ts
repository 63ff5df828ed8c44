/** Which pictures there are, in the order of the index. */
import { stops } from '../kiosk/matrix/stops.ts';
import type { Photo } from './album.ts';
import { consolePages } from './console-pages.ts';

const fileName = (name: string): string => name.replaceAll(' ', '-');

export const kioskPhotos: readonly (Photo & { readonly stop: string })[] = stops.flatMap(
  ({ name, picture }) =>
    picture === undefined ? [] : [{ stop: name, name: `kiosk-${fileName(name)}`, caption: picture }],
);

/** The main flow once more, in Danish. */
const danishStops = ['attract', 'name', 'contact', 'notice', 'review', 'done'];
export const danishPhotos = kioskPhotos
  .filter(({ stop }) => danishStops.includes(stop))
  .map(({ stop, name, caption }) => ({ stop, name: `${name}-da`, caption: `In Danish: ${caption}` }));

export const uprightPhotos = kioskPhotos
  .filter(({ stop }) => stop === 'notice')
  .map(({ stop, name, caption }) => ({ stop, name: `${name}-upright`, caption: `Upright: ${caption}` }));

/** The part of the full notice on rights, which stands further down. */
export const rightsPhoto: Photo = {
  name: 'kiosk-full-notice-rights',
  caption: 'The whole notice, further down: how to ask for the details, and whom to complain to.',
};

export const signInPhoto: Photo = {
  name: 'console-sign-in',
  caption: 'Console: signing in, here of the demo.',
};
export const setUpPhoto: Photo = { name: 'console-set-up', caption: 'The first start: setting Foyer up.' };

export const consolePhotos: readonly Photo[] = consolePages.map(({ name, caption }) => ({
  name: `console-${name}`,
  caption,
}));

export const allPhotos: readonly Photo[] = [
  ...kioskPhotos,
  rightsPhoto,
  ...danishPhotos,
  ...uprightPhotos,
  setUpPhoto,
  signInPhoto,
  ...consolePhotos,
];
