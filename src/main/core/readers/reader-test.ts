/**
 * The test area of the reader page: what came from one device, in memory, for two minutes, for the session that
 * asked for it. It ends with that session, and everything heard is forgotten then. Payment cards are dropped as
 * they come; of them only the fact is kept.
 */
import type { TestReading } from '../../../shared/contract/readers.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';
import type { DeviceAnswer, DeviceQuestion, Heard } from '../../readers/card-read.ts';
import type { Handlers, Sessions } from '../context.ts';
import type { Clock } from '../ports.ts';
import { Refusal } from '../refusal.ts';

export interface ReaderTestParts {
  readonly clock: Clock;
  readonly sessions: Pick<Sessions, 'current'>;
  readonly askReaders: (question: DeviceQuestion) => Promise<DeviceAnswer>;
  readonly interpret: (heard: Heard, printed: string | null) => readonly TestReading[];
  readonly isPaymentCard: (heard: Heard) => boolean;
  readonly changed: () => void;
}

export interface ReaderTest {
  readonly calls: Handlers<'readers.test' | 'readers.endTest' | 'readers.heard'>;
  /** Something came from the device. */
  heard(heard: Heard): void;
  /** Nobody is signed in at the connection any more. */
  sessionEnded(connectionId: string): void;
  /** Ends a test that has run its time. */
  tick(): void;
}

const testMs = 120_000;
/** As many as the contract shows. */
const mostTaps = 5;

interface Test {
  readonly connectionId: string;
  readonly endsAt: EpochMs;
  /** Monotonic; the wall clock may jump. */
  readonly over: number;
  /** Newest first; `heard` is null for a payment card. */
  taps: readonly { readonly at: EpochMs; readonly heard: Heard | null }[];
}

export function createReaderTest(parts: ReaderTestParts): ReaderTest {
  const { clock, sessions, askReaders, changed } = parts;
  let test: Test | null = null;

  /** The device goes back to its reader; whether it does so now or at the end of the time is its own affair. */
  function giveBack(): void {
    void askReaders({ kind: 'end-test' });
  }
  function end(): void {
    if (test === null) return;
    test = null;
    giveBack();
    changed();
  }
  function current(): Test | null {
    if (test !== null && clock.monotonic() >= test.over) end();
    return test;
  }

  return {
    calls: {
      'readers.test': {
        async prepare({ device, profile, collection }, context) {
          const { connectionId, staff } = context;
          const answer = await askReaders({ kind: 'test', device, profile, collection, forMs: testMs });
          if (!answer.ok) throw new Refusal('bad-input', { fields: { device: answer.fault } });
          return () => {
            if (sessions.current(connectionId)?.staff.staffId !== staff?.staffId) {
              giveBack();
              throw new Refusal('signed-out');
            }
            const endsAt = clock.now() + testMs;
            context.afterCommit(() => {
              test = { connectionId, endsAt, over: clock.monotonic() + testMs, taps: [] };
            });
            context.changed('readers');
            return { endsAt };
          };
        },
      },
      'readers.endTest'(_input, { connectionId, afterCommit }) {
        afterCommit(() => {
          if (test?.connectionId === connectionId) end();
        });
        return {};
      },
      'readers.heard'({ printed }, { connectionId }) {
        const mine = current();
        if (mine === null || mine.connectionId !== connectionId) return { endsAt: null, taps: [] };
        const wanted = printed?.trim() || null;
        return {
          endsAt: mine.endsAt,
          taps: mine.taps.map(({ at, heard }) => ({
            at,
            kind: heard?.kind ?? 'payment-card',
            raw: heard?.raw ?? '',
            bits: heard?.bits ?? null,
            readings: heard === null ? [] : [...parts.interpret(heard, wanted)],
          })),
        };
      },
    },
    heard(heard) {
      const listening = current();
      if (listening === null) {
        giveBack();
        return;
      }
      const kept = parts.isPaymentCard(heard) ? null : heard;
      listening.taps = [{ at: clock.now(), heard: kept }, ...listening.taps].slice(0, mostTaps);
      changed();
    },
    sessionEnded(connectionId) {
      if (test?.connectionId === connectionId) end();
    },
    tick: () => void current(),
  };
}
