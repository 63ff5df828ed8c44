/**
 * Badges and name tags: what stands on them, and who may have one. The core hands over texts and keeps nothing; it
 * draws nothing and waits for no printer.
 */

import type { BadgeDesign } from '../../../shared/badges/design.ts';
import type { BadgeText } from '../../../shared/contract/badges.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Audit } from '../audit.ts';
import type { Handlers } from '../context.ts';
import type { Badges } from '../recognition/badges.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import type { BadgeDesigns } from './badge-designs.ts';
import { badgeText, captionsOf } from './badge-words.ts';

/** Draws a PDF elsewhere, as base64; null when that failed. Never rejects. */
export type BadgePaper = (work: {
  readonly design: BadgeDesign;
  readonly badges: readonly BadgeText[];
  readonly captions: CallOutput<'badges.print'>['captions'];
  readonly siteName: string;
  readonly logo: Uint8Array | null;
}) => Promise<string | null>;

export interface BadgePrintingParts {
  readonly stores: Pick<Stores, 'visits' | 'pictures' | 'site'>;
  readonly site: Site;
  readonly audit: Audit;
  readonly designs: BadgeDesigns;
  readonly codes: Pick<Badges, 'newCode'>;
  /** Where there is none, no PDF is drawn. */
  readonly paper: BadgePaper | null;
}

type Printable = StoredVisit & { readonly contact: NonNullable<StoredVisit['contact']> };

/** On site, with contact details: whoever waits or was refused has `departedAt` set. */
function isPrintable(visit: StoredVisit | undefined): visit is Printable {
  return visit !== undefined && visit.departedAt === null && visit.contact !== null;
}

export function createBadgePrinting(
  parts: BadgePrintingParts,
): Handlers<'badges.designs' | 'badges.change' | 'badges.print' | 'badges.pdf'> {
  const { stores, site, audit, designs, codes, paper } = parts;
  return {
    'badges.designs': () => ({
      designs: [...designs.all],
      faults: [...designs.faults],
      settings: site.require().settings.badges,
    }),

    'badges.change'(settings, context) {
      const current = site.require();
      const fields: Record<string, string> = {};
      if (designs.byId(settings.badge)?.design.kind !== 'badge') fields.badge = 'design-missing';
      if (designs.byId(settings.nameTag)?.design.kind !== 'name-tag') fields.nameTag = 'design-missing';
      if (Object.keys(fields).length > 0) throw new Refusal('bad-input', { fields });
      stores.site.write({ ...current.settings, badges: settings }, current.retention);
      context.changed('badges', 'site');
      return { settings };
    },

    'badges.print'({ kind, visitIds, designId }, context) {
      const { settings } = site.require();
      const wanted = designId ?? (kind === 'badge' ? settings.badges.badge : settings.badges.nameTag);
      const found = designs.find(kind, wanted);
      if (found === undefined || (designId !== undefined && found.designId !== designId))
        throw new Refusal('bad-input', { fields: { designId: 'design-missing' } });
      const asked = [...new Set(visitIds)];
      const visits = asked.map((visitId) => stores.visits.byId(visitId)).filter(isPrintable);
      if (visits.length === 0) throw new Refusal('visit-closed');
      const badges = visits.map((visit, index) => {
        const code = found.design.code === null ? '' : codes.newCode(visit);
        // The router writes the entry of the first.
        if (index === 0) context.note(visit.id, kind);
        else
          audit.record({
            at: context.at,
            act: 'badges.print',
            staffId: context.staff?.staffId ?? null,
            subject: visit.id,
            detail: kind,
          });
        return badgeText(visit, settings, context.at, code);
      });
      const leftOut = asked.length - visits.length;
      return { ...found, badges, captions: captionsOf(settings), leftOut, printer: settings.badges.printer };
    },

    'badges.pdf': {
      async prepare({ designId, badges, captions }) {
        const found = designs.byId(designId);
        if (found === undefined) throw new Refusal('bad-input', { fields: { designId: 'design-missing' } });
        const { siteName } = site.require().settings;
        const logo = stores.pictures.read('logo')?.bytes ?? null;
        const base64 = await paper?.({ design: found.design, badges, captions, siteName, logo });
        if (base64 == null) throw new Refusal('unavailable');
        return () => ({ base64 });
      },
    },
  };
}
