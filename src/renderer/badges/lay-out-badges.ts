/** Badges laid out in this page: the site's logo and the letters are asked for first. */
import type { BadgeDesign } from '../../shared/badges/design.ts';
import { type BadgePage, layOut } from '../../shared/badges/layout.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { bytesOf, readPictureHead } from '../../shared/picture.ts';
import { measureFor } from './measure.ts';

export interface LaidOut {
  readonly pages: readonly BadgePage[];
  readonly logo: string | null;
}

export async function layOutBadges(
  {
    design,
    badges,
    captions,
  }: Pick<CallOutput<'badges.print'>, 'badges' | 'captions'> & {
    readonly design: BadgeDesign;
  },
  siteName: string,
  picture: CallOutput<'site.picture'>['picture'],
): Promise<LaidOut> {
  const bytes = picture === null ? null : bytesOf(picture.base64);
  const head = bytes === null ? null : readPictureHead(bytes);
  const letters = [
    ...badges.flatMap((badge) => Object.values(badge)),
    ...Object.values(captions),
    siteName,
    '…',
  ];
  const measure = await measureFor(letters.join(''));
  return {
    pages: layOut(
      design,
      badges,
      { captions, siteName, logoRatio: head === null ? null : head.width / head.height },
      measure,
    ),
    logo: picture === null || head === null ? null : `data:${picture.type};base64,${picture.base64}`,
  };
}
