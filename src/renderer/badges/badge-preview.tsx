/** A design with somebody's texts on it, as it will be printed, turned so that it can be read. */
import { useEffect, useState } from 'react';
import type { BadgeDesign } from '../../shared/badges/design.ts';
import type { BadgeText } from '../../shared/contract/badges.ts';
import { useCall } from '../console/queries.ts';
import { useSite } from '../console/site.tsx';
import { BadgePageDrawing } from './badge-page.tsx';
import { type LaidOut, layOutBadges } from './lay-out-badges.ts';
import './badges.css';

/** The badge alone, the right way up. */
function upright(design: BadgeDesign): BadgeDesign {
  const { width, height } = design.badge;
  return {
    ...design,
    paper: { width, height },
    badge: { width, height, turned: false },
    sheet: { columns: 1, rows: 1, left: 0, top: 0, gapX: 0, gapY: 0, cutMarks: false },
  };
}

export function BadgePreview({
  design,
  badge,
  captions,
  label,
}: {
  readonly design: BadgeDesign;
  readonly badge: BadgeText;
  readonly captions: Parameters<typeof layOutBadges>[0]['captions'];
  readonly label: string;
}) {
  const { siteName } = useSite();
  const picture = useCall('site.picture', { role: 'logo' }).data?.picture ?? null;
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  const texts = JSON.stringify(badge);
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts and captions are compared by what they say
  useEffect(() => {
    let over = false;
    void layOutBadges({ design: upright(design), badges: [badge], captions }, siteName, picture).then(
      (made) => {
        if (!over) setLaidOut(made);
      },
    );
    return () => {
      over = true;
    };
  }, [design, texts, JSON.stringify(captions), siteName, picture]);
  const [page] = laidOut?.pages ?? [];
  return (
    <div className="badge-preview">
      {page && laidOut ? <BadgePageDrawing page={page} logo={laidOut.logo} label={label} /> : null}
    </div>
  );
}
