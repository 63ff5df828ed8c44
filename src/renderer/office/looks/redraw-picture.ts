/**
 * A chosen file, drawn anew: what is kept are the picture's points and nothing else of the file, no place where it
 * was taken and no script. An SVG is shown as an image, in which a browser runs and loads nothing, and becomes a PNG.
 */
import { type PictureRole, pictureLimits } from '../../../shared/contract/looks.ts';
import { base64Of } from '../../../shared/picture.ts';

/** What a file dialog offers. */
export const offeredTypes = 'image/png,image/jpeg,image/webp,image/svg+xml';

/** Bytes of a file that is looked at at all; a photograph has a fifth of it. */
const largestFile = 40_000_000;
/** Pixels of an SVG that says no size of its own. */
const sizeless = 800;
/** Tries with ever fewer pixels until the bytes fit. */
const steps = [1, 0.8, 0.64, 0.5, 0.4, 0.3] as const;

export type Redrawn =
  | { readonly ok: true; readonly base64: string }
  | { readonly ok: false; readonly fault: 'picture-kind' | 'picture-bytes' };

export async function redrawPicture(file: File, role: PictureRole): Promise<Redrawn> {
  if (file.size > largestFile) return { ok: false, fault: 'picture-bytes' };
  const picture = await shownAsImage(file);
  if (picture === null) return { ok: false, fault: 'picture-kind' };
  const limit = pictureLimits[role];
  const width = picture.naturalWidth || sizeless;
  const height = picture.naturalHeight || sizeless;
  const fit = Math.min(1, limit.side / Math.max(width, height));
  for (const step of steps) {
    const blob = await draw(picture, Math.round(width * fit * step), Math.round(height * fit * step), role);
    if (blob === null) return { ok: false, fault: 'picture-kind' };
    if (blob.size <= limit.bytes)
      return { ok: true, base64: base64Of(new Uint8Array(await blob.arrayBuffer())) };
  }
  return { ok: false, fault: 'picture-bytes' };
}

async function shownAsImage(file: File): Promise<HTMLImageElement | null> {
  if (!offeredTypes.split(',').includes(file.type)) return null;
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const reader = new FileReader();
  reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null);
  reader.onerror = () => resolve(null);
  reader.readAsDataURL(file);
  const address = await promise;
  if (address === null) return null;
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
    return picture;
  } catch {
    return null;
  }
}

/** A logo keeps what is transparent; a background has nothing to be seen through. */
function draw(
  picture: HTMLImageElement,
  width: number,
  height: number,
  role: PictureRole,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  if (role === 'logo') canvas.toBlob(resolve, 'image/png');
  else canvas.toBlob(resolve, 'image/webp', 0.82);
  return promise;
}
