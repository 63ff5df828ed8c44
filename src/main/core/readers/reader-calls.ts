/**
 * The calls about card readers, and what the core remembers of them: how they are, what came from the one under
 * test, how many cards were read. Nothing here is written to disk. The readers themselves live in a process of
 * their own, and how a number is read is the formats' affair; both are handed in.
 */
import type { FoundDevice, ReaderPlace, ReaderStatus } from '../../../shared/contract/readers.ts';
import type { DeviceAnswer, DeviceQuestion } from '../../readers/card-read.ts';
import type { Handlers } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type DiagnosticParts, describeReaders } from './diagnostic.ts';
import type { ReaderTest } from './reader-test.ts';
import type { TypedReads } from './typed-reads.ts';

export interface ReaderCallParts {
  readonly readers: () => readonly ReaderStatus[];
  readonly tapSimulated: (card: string, place: ReaderPlace) => Promise<string | null>;
  readonly askReaders: (question: DeviceQuestion) => Promise<DeviceAnswer>;
  readonly test: ReaderTest;
  readonly typed: TypedReads;
  /** Everything of the diagnostic but the devices, which are asked for anew. */
  readonly diagnostic: () => Omit<DiagnosticParts, 'devices'>;
}

type ReaderCalls =
  | 'readers.status'
  | 'readers.tapSimulated'
  | 'readers.devices'
  | 'readers.test'
  | 'readers.endTest'
  | 'readers.heard'
  | 'readers.diagnostic'
  | 'readers.typed';

export function createReaderCalls(parts: ReaderCallParts): Handlers<ReaderCalls> {
  async function list(): Promise<{
    devices: FoundDevice[];
    fault: 'unavailable' | 'failed' | 'restarting' | null;
  }> {
    const answer = await parts.askReaders({ kind: 'list' });
    if (answer.ok) return { devices: [...answer.devices], fault: null };
    const { fault } = answer;
    return { devices: [], fault: fault === 'unavailable' || fault === 'restarting' ? fault : 'failed' };
  }

  return {
    'readers.status': () => ({ readers: [...parts.readers()] }),
    'readers.tapSimulated': {
      async prepare({ card, place }) {
        const fault = await parts.tapSimulated(card, place);
        if (fault === 'not-simulated') throw new Refusal('reader-not-simulated');
        if (fault !== null) throw new Refusal('bad-input', { fields: { card: fault } });
        return () => ({});
      },
    },
    'readers.devices': {
      async prepare() {
        const listed = await list();
        return () => listed;
      },
    },
    'readers.diagnostic': {
      async prepare() {
        const devices = await list();
        return () => ({ diagnostic: describeReaders({ ...parts.diagnostic(), devices }) });
      },
    },
    ...parts.test.calls,
    'readers.typed': parts.typed['readers.typed'],
  };
}
