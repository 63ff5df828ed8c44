/**
 * How much of the directory one visitor, and one kiosk, may see: enough to find a person and to mistype the name a few
 * times, far too little to read the directory out. Six beginnings of three letters are six of the several hundred
 * that names begin with; a kiosk's own limit holds for those who start over and over.
 */

/** Different first three letters of one visitor. */
export const mostBeginnings = 6;
/** Different texts of one visitor: every letter typed asks once. */
export const mostTexts = 40;
/** Of one kiosk within {@link kioskWindowMs}: 20 visitors, each with two beginnings and a dozen letters. */
export const mostBeginningsOfKiosk = 40;
export const mostTextsOfKiosk = 240;
export const kioskWindowMs = 600_000;
/** Visitors remembered; those who ask least recently are forgotten first. */
const mostVisitors = 200;

export interface FindingLimit {
  /**
   * Counts a text, folded. Null when it may be answered; else the whole seconds until another may be, or 0 when this
   * visitor has had all.
   */
  attempt(visitId: string, connectionId: string, folded: string): number | null;
}

interface Visitor {
  readonly beginnings: Set<string>;
  readonly texts: Set<string>;
}

interface Window {
  readonly beginsAt: number;
  readonly beginnings: Set<string>;
  texts: number;
}

export function createFindingLimit(monotonic: () => number): FindingLimit {
  const visitors = new Map<string, Visitor>();
  const kiosks = new Map<string, Window>();

  return {
    attempt(visitId, connectionId, folded) {
      const beginning = folded.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 3);
      const visitor = visitors.get(visitId) ?? { beginnings: new Set(), texts: new Set() };
      visitors.delete(visitId);
      visitors.set(visitId, visitor);
      const [oldest] = visitors.keys();
      if (visitors.size > mostVisitors && oldest !== undefined) visitors.delete(oldest);
      visitor.beginnings.add(beginning);
      visitor.texts.add(folded);
      // A visitor who has asked too much is not answered any more, not even what was answered before.
      if (visitor.beginnings.size > mostBeginnings || visitor.texts.size > mostTexts) return 0;

      const now = monotonic();
      for (const [other, { beginsAt }] of kiosks) if (now >= beginsAt + kioskWindowMs) kiosks.delete(other);
      const window = kiosks.get(connectionId) ?? { beginsAt: now, beginnings: new Set(), texts: 0 };
      kiosks.set(connectionId, window);
      window.beginnings.add(beginning);
      window.texts += 1;
      if (window.beginnings.size <= mostBeginningsOfKiosk && window.texts <= mostTextsOfKiosk) return null;
      return Math.max(1, Math.ceil((window.beginsAt + kioskWindowMs - now) / 1000));
    },
  };
}
