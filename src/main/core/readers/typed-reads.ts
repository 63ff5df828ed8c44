/**
 * What a keyboard reader typed into a window, as a tap of the site's `wedge` reader. The windows take its scans out
 * of the keys (see the screens); what reaches this place is read, counted once and forgotten. It never says who
 * somebody is.
 */

import { readBadgeCode } from '../../../shared/badge-code.ts';
import type { ReaderFormat } from '../../../shared/contract/readers.ts';
import { readScannedCode } from '../../../shared/invitation-code.ts';
import { createTapCounter } from '../../../shared/same-card.ts';
import type { CardRead, CardReading } from '../../readers/card-read.ts';
import type { Handlers } from '../context.ts';
import type { Clock } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import { createThrottle } from '../throttle.ts';

export interface TypedReadParts {
  readonly clock: Clock;
  readonly site: Site;
  /** Null for a text that is no card at all. */
  readonly readTyped: (text: string, format: ReaderFormat | null) => CardReading | null;
  readonly cardRead: (read: CardRead) => void;
}

export type TypedReads = Handlers<'readers.typed'>;

/** More than any reader types; a window gone wild must not fill the desk with taps. */
const mostInASecond = 20;

export function createTypedReads({ clock, site, readTyped, cardRead }: TypedReadParts): TypedReads {
  const throttle = createThrottle(mostInASecond, 1_000, () => clock.monotonic());
  const isNewTap = createTapCounter();
  return {
    'readers.typed'({ text }, { connectionId, door, staff }) {
      const wait = throttle.attempt(connectionId);
      if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
      const reader = site.require().settings.readers.find(({ profile }) => profile === 'wedge');
      if (reader === undefined) throw new Refusal('not-found');
      // On the sign-in page it may be a passphrase from a device that types it, which no card pad may show.
      if (door === 'console' && staff === null && reader.place === 'desk') return {};
      const code = readScannedCode(text) ?? readBadgeCode(text);
      // Whoever scans a code at a console has not come to the kiosk with it.
      if (code !== null && door === 'console') return {};
      const reading = code === null ? readTyped(text, reader.format) : ({ kind: 'code', code } as const);
      if (reading === null) return {};
      const at = clock.monotonic();
      if (!isNewTap(JSON.stringify(reading), at)) return {};
      const { readerId, name, profile } = reader;
      const place = code === null ? reader.place : 'kiosk';
      cardRead({ readerId, readerName: name, profile, place, at, reading });
      return {};
    },
  };
}
