/** What the core asks of the store about the pictures of the kiosk. */
import type { PictureRole } from '../../../shared/contract/looks.ts';
import type { PictureType } from '../../../shared/picture.ts';

export interface StoredPicture {
  readonly role: PictureRole;
  readonly type: PictureType;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

export interface PictureStore {
  read(role: PictureRole): StoredPicture | undefined;
  /** The hash of what {@link read} would give, without reading it. */
  hash(role: PictureRole): string | undefined;
  write(picture: StoredPicture): void;
  remove(role: PictureRole): void;
}
