/** The calls about card readers. The readers themselves live in a process of their own. */
import type { ReaderStatus } from '../../shared/contract/readers.ts';
import type { Handlers } from './context.ts';
import { Refusal } from './refusal.ts';

export function createReaderCalls(parts: {
  readonly readers: () => readonly ReaderStatus[];
  readonly tapSimulated: (card: string) => Promise<string | null>;
}): Handlers<'readers.status' | 'readers.tapSimulated'> {
  return {
    'readers.status': () => ({ readers: [...parts.readers()] }),
    'readers.tapSimulated': {
      async prepare({ card }) {
        const fault = await parts.tapSimulated(card);
        if (fault === 'not-simulated') throw new Refusal('reader-not-simulated');
        if (fault !== null) throw new Refusal('bad-input', { fields: { card: fault } });
        return () => ({});
      },
    },
  };
}
