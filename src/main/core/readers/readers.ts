/**
 * Everything the core does with card readers, put together: taps become references for the desk or returns at the
 * kiosk, scanned codes references for the kiosk, states and counts are kept in memory, the calls of the reader page are answered.
 */

import { readBadgeCode } from '../../../shared/badge-code.ts';
import type { Credential } from '../../../shared/contract/cards.ts';
import type { Area, FoyerEvent } from '../../../shared/contract/events.ts';
import type {
  ReaderFormat,
  ReaderPlace,
  ReaderStatus,
  TestReading,
} from '../../../shared/contract/readers.ts';
import { foyerVersion } from '../../../shared/version.ts';
import type { Door } from '../../../shared/vocabulary.ts';
import type { CardRead, CardReading, DeviceAnswer, DeviceQuestion, Heard } from '../../readers/card-read.ts';
import type { Audit } from '../audit.ts';
import { createReturnSlot, type ReturnOutcome } from '../cards/return-slot.ts';
import type { Taps } from '../cards/taps.ts';
import type { Sessions } from '../context.ts';
import { faultLine } from '../fault-line.ts';
import type { Scans } from '../invitations/scans.ts';
import type { Clock, Log } from '../ports.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { createReadCounts } from './diagnostic.ts';
import { createReaderCalls } from './reader-calls.ts';
import { createReaderTest } from './reader-test.ts';
import { createTypedReads } from './typed-reads.ts';

/** What the readers' formats know about card numbers; pure. */
export interface CardNumbers {
  /** What a keyboard reader typed; null for a text that is no card at all. */
  readonly readTyped: (text: string, format: ReaderFormat | null) => CardReading | null;
  /** The ways to read it; with a printed number those that match it. */
  readonly interpret: (heard: Heard, printed: string | null) => readonly TestReading[];
  readonly isPaymentCardHeard: (heard: Heard) => boolean;
  /** Numbers that another setting of a reader makes of the same card, for example its bytes the other way round. */
  readonly lookalikesOf: (credential: Credential) => readonly Credential[];
  /** For a number that may be a part of a longer one: whether a known card can be the longer one. */
  readonly partOfLongerUid: (credential: Credential) => ((known: Credential) => boolean) | null;
}

export interface ReadersParts {
  readonly stores: Pick<Stores, 'cards' | 'visits' | 'transact'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly clock: Clock;
  readonly site: Site;
  readonly sessions: Pick<Sessions, 'current'>;
  readonly taps: Taps;
  readonly scans: Pick<Scans, 'keep'>;
  readonly numbers: CardNumbers;
  readonly log: Log;
  readonly system: string;
  readonly tapSimulated: (card: string, place: ReaderPlace) => Promise<string | null>;
  readonly askReaders: (question: DeviceQuestion) => Promise<DeviceAnswer>;
  readonly emit: (event: FoyerEvent, doors: readonly Door[]) => void;
  readonly changed: (areas: readonly Area[]) => void;
}

export function createReaders(parts: ReadersParts) {
  const { clock, site, taps, numbers, emit, changed } = parts;
  const counts = createReadCounts();
  let statuses: readonly ReaderStatus[] = [];
  let restarts = 0;
  const takeBack = createReturnSlot({
    stores: parts.stores,
    audit: parts.audit,
    clock,
    changed: () => changed(['cards', 'visits']),
  });

  /** With the disk full or failing nothing was changed, and the visitor is sent to the desk. */
  function returned(reading: CardReading): ReturnOutcome {
    try {
      return takeBack(reading);
    } catch (error) {
      parts.log({ event: 'fault', call: 'card.returned', ...faultLine(error) });
      return 'unreadable';
    }
  }

  function cardRead({ readerName, readerId, reading, place }: CardRead): void {
    if (reading.kind === 'code') {
      // At the desk nobody asks for it, and it is no card of anybody's.
      if (place === 'kiosk')
        emit(
          {
            type: 'code.scanned',
            scan: parts.scans.keep(reading.code),
            of: readBadgeCode(reading.code) === null ? 'invitation' : 'badge',
            readerId,
          },
          ['kiosk'],
        );
      return;
    }
    counts.count({ readerId, reading });
    if (place === 'kiosk') {
      emit({ type: 'card.returned', readerId, outcome: returned(reading) }, ['kiosk']);
      return;
    }
    const tap = taps.keep({ readerName, tappedAt: clock.now(), reading });
    emit({ type: 'card.tapped', tap, readerId }, ['console']);
  }

  const test = createReaderTest({
    clock,
    sessions: parts.sessions,
    askReaders: parts.askReaders,
    interpret: numbers.interpret,
    isPaymentCard: numbers.isPaymentCardHeard,
    changed: () => changed(['readers']),
  });

  return {
    calls: createReaderCalls({
      readers: () => statuses,
      tapSimulated: parts.tapSimulated,
      askReaders: parts.askReaders,
      test,
      typed: createTypedReads({ clock, site, readTyped: numbers.readTyped, cardRead }),
      diagnostic: () => ({
        version: foyerVersion,
        system: parts.system,
        settings: site.require().settings.readers,
        statuses,
        readerProcessRestarts: restarts,
        counts: counts.all,
      }),
    }),
    cardRead,
    readersChanged(current: readonly ReaderStatus[], restartsSoFar = 0): void {
      statuses = current;
      restarts = restartsSoFar;
      changed(['readers']);
    },
    heard: test.heard,
    sessionEnded: test.sessionEnded,
    tick: test.tick,
  };
}
