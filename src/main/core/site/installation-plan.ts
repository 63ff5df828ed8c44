import type { PictureRole } from '../../../shared/contract/looks.ts';
import type { RetentionSettings } from '../../../shared/contract/retention.ts';
import type { SiteSettings } from '../../../shared/contract/site.ts';
import type { VisitorType } from '../../../shared/contract/visitor-types.ts';
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
  /** In the order of the kiosk; absent where the site has none. */
  readonly visitorTypes?: readonly VisitorType[];
  /** Base64 of PNG, JPEG or WebP; absent where the site chose none. */
  readonly pictures?: readonly { readonly role: PictureRole; readonly base64: string }[];
}
