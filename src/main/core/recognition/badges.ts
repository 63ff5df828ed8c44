/**
 * Codes of badges. One is made when a badge is printed or shown and kept as a keyed hash; a scan at the kiosk
 * signs its visit out, or, once that is over, stands for the visitor who comes again.
 */

import { badgeCodeBytes, badgeCodeFrom, readBadgeCode } from '../../../shared/badge-code.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { visits } from '../../../shared/contract/visits.ts';
import { maskedName } from '../../../shared/masked-name.ts';
import type { TapReference, VisitId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import { createScans, type Scans } from '../invitations/scans.ts';
import type { Clock, Digest, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { cutOffsAt } from '../retention/schedule.ts';
import type { Site } from '../site/site.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import type { Throttle } from '../throttle.ts';
import { minute } from '../time.ts';

/** As long as anybody reads the notice with nothing hurrying them. */
const lifetimeMs = 60 * minute;

export interface Badges {
  /** The visit behind what `visits.badge` answered this connection; undefined once forgotten or purged. */
  recognised(badge: Parameters<Scans['claim']>[0], connectionId: string): StoredVisit | undefined;
  /** A code for the visit's badge; an earlier one stops working. Inside a transaction. */
  newCode(visit: Pick<StoredVisit, 'sequence'>): string;
  readonly calls: Handlers<'visits.badgeCode' | 'visits.badge'>;
}

const answered = visits['visits.badge'].output;
type Found = CallOutput<'visits.badge'>['found'];

function standsFor({ departedAt, contact }: StoredVisit, badge: TapReference): Found {
  return departedAt === null
    ? { state: 'on-site', badge, maskedName: maskedName(contact?.name ?? '') }
    : { state: 'left', badge };
}

export function createBadges(parts: {
  readonly stores: Pick<Stores, 'visits' | 'recognition'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly digest: Digest;
  readonly site: Site;
  readonly scans: Scans;
  /** Shared with signing out by name: five tries in all. */
  readonly tries: Throttle;
}): Badges {
  const { stores, clock, random, digest, site, scans, tries } = parts;
  const kept = createScans(clock, random, lifetimeMs);
  const hash = (code: string): string => digest.hmac('badge', code);
  const newCode: Badges['newCode'] = ({ sequence }) => {
    const code = badgeCodeFrom(random(badgeCodeBytes));
    stores.recognition.setBadge(sequence, hash(code));
    return code;
  };

  return {
    newCode,
    recognised(badge, connectionId) {
      const id = kept.claim(badge, connectionId);
      return id === null ? undefined : stores.visits.byId(id as VisitId);
    },
    calls: {
      'visits.badgeCode'({ visitId }, context) {
        const visit = stores.visits.byId(visitId);
        if (visit === undefined || visit.contact === null) throw new Refusal('not-found');
        if (visit.departedAt !== null) throw new Refusal('visit-closed');
        context.note(visit.id);
        return { code: newCode(visit) };
      },

      // A hit and a miss hash once, look once, read once, make a reference once and commit once.
      'visits.badge'(input, context) {
        const wait = tries.attempt(context.connectionId);
        if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
        const code =
          input.by === 'scan'
            ? (scans.claim(input.scan, context.connectionId) ?? '')
            : (readBadgeCode(input.code) ?? '');
        const sequence = stores.recognition.byBadge(hash(code));
        // A code nobody has reads somebody's visit as well, and answers it to nobody.
        const [latest = 0] = stores.recognition.latest(1);
        const [read] = stores.visits.bySequences([sequence ?? latest]);
        const visit = sequence === undefined ? undefined : read;
        const { contactsBefore } = cutOffsAt(context.at, site.require().retention);
        const ended = visit?.departure === 'unconfirmed' ? visit.arrivedAt : visit?.departedAt;
        // A restricted visitor may still sign out, and is not known afterwards.
        const mayBeKnown = visit?.hold === null || visit?.departedAt === null;
        const hit = visit?.contact != null && mayBeKnown && (ended ?? context.at) >= contactsBefore;
        const badge = kept.keep(hit ? visit.id : '');
        context.note(hit ? visit.id : null, hit ? 'hit' : 'miss');
        kept.claim(badge, context.connectionId);
        const found = read === undefined ? null : standsFor(read, badge);
        if (!hit) {
          answered.parse({ found });
          return { found: null };
        }
        tries.forget(context.connectionId);
        return { found };
      },
    },
  };
}
