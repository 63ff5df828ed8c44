/** The pictures of the kiosk: a logo and a background, kept with the settings and sent through the calls alone. */
import type { PictureRole, ShownLooks } from '../../../shared/contract/looks.ts';
import type { SiteSettings } from '../../../shared/contract/site.ts';
import { base64Of, bytesOf, readPictureHead } from '../../../shared/picture.ts';
import type { Handlers } from '../context.ts';
import type { Digest } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';
import type { Site } from './site.ts';

type PictureParts = { readonly stores: Pick<Stores, 'pictures'>; readonly digest: Digest };

/** What a kiosk has to show, with the hashes of the pictures there are. */
export function shownLooks({ pictures }: Pick<Stores, 'pictures'>, { looks }: SiteSettings): ShownLooks {
  return {
    ...looks,
    logo: pictures.hash('logo') ?? null,
    picture: pictures.hash('background') ?? null,
  };
}

/** Stores a picture that `SentPicture` or `judgePicture` has let through; its hash. Inside a transaction. */
export function keepPicture(
  { stores, digest }: PictureParts,
  { role, base64 }: { readonly role: PictureRole; readonly base64: string },
): string {
  const bytes = bytesOf(base64);
  const head = bytes === null ? null : readPictureHead(bytes);
  if (bytes === null || head === null)
    throw new Refusal('bad-input', { fields: { [`pictures.${role}`]: 'picture-kind' } });
  const hash = digest.sha256(base64);
  stores.pictures.write({ role, type: head.type, hash, bytes });
  return hash;
}

type PictureCalls = 'site.picture' | 'site.setPicture' | 'site.removePicture';

export function createPictureCalls(parts: PictureParts & { readonly site: Site }): Handlers<PictureCalls> {
  const { stores, site } = parts;
  return {
    'site.picture'({ role }) {
      const stored = stores.pictures.read(role);
      if (stored === undefined) return { picture: null };
      const { type, hash, bytes } = stored;
      return { picture: { type, hash, base64: base64Of(bytes) } };
    },
    'site.setPicture'(sent, context) {
      site.require();
      const hash = keepPicture(parts, sent);
      context.note(null, sent.role);
      context.changed('site');
      return { hash };
    },
    'site.removePicture'({ role }, context) {
      site.require();
      stores.pictures.remove(role);
      context.note(null, role);
      context.changed('site');
      return {};
    },
  };
}
