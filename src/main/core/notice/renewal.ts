/** A newer program may bring other fixed words: visitors read those of the program that runs. */
import type { Audit } from '../audit.ts';
import type { Clock } from '../ports.ts';
import type { Site } from '../site/site.ts';
import { minute } from '../time.ts';
import type { Notices } from './notices.ts';

export interface NoticeRenewalParts {
  readonly notices: Notices;
  readonly site: Site;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly transact: <Result>(work: () => Result) => Result;
  readonly changed: () => void;
}

/** Waiting work: looks once after a start, and again each minute until it could. */
export function createNoticeRenewal(parts: NoticeRenewalParts): () => void {
  const { notices, site, audit, clock } = parts;
  let done = false;
  let triedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.monotonic();
    if (done || now < triedAt + minute || site.current() === null) return;
    triedAt = now;
    const at = clock.now();
    const renewed = parts.transact(() => {
      if (!notices.renew(at, 'program')) return false;
      audit.record({ at, act: 'notice.renewed', staffId: null, subject: null, detail: null });
      return true;
    });
    done = true;
    if (renewed) parts.changed();
  };
}
