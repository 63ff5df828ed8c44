import type { PictureRole } from '../../../shared/contract/looks.ts';
import type { RetentionSettings } from '../../../shared/contract/retention.ts';
import type { SiteSettings } from '../../../shared/contract/site.ts';
import type { StaffRole } from '../../../shared/vocabulary.ts';

/** Everything a first set-up stores. Passphrases come hashed (argon2id, PHC string). */
export interface InstallationPlan {
  readonly settings: SiteSettings;
  readonly retention: RetentionSettings;
  readonly staff: readonly {
    readonly userName: string;
    readonly displayName: string;
    readonly roles: readonly StaffRole[];
    readonly passphraseHash: string;
  }[];
  /** Base64 of PNG, JPEG or WebP; absent where the site chose none. */
  readonly pictures?: readonly { readonly role: PictureRole; readonly base64: string }[];
}
