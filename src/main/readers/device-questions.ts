/**
 * The host's questions to the reader process: each gets its answer, or a fault when the process is lost or says
 * nothing. The test under way is remembered, so that the next process goes on with it.
 */
import type { DeviceAnswer, DeviceQuestion, ReaderCommand } from './card-read.ts';
import type { Timing } from './timing.ts';

type Test = DeviceQuestion & { readonly kind: 'test' };

export interface DeviceQuestions {
  /** Never rejects. */
  ask(question: DeviceQuestion, post: (command: ReaderCommand) => void): Promise<DeviceAnswer>;
  answered(id: number, answer: DeviceAnswer): void;
  /** The process is gone: nobody answers any more. */
  lost(): void;
  /** The test under way with the time that is left of it, or null. */
  test(): Test | null;
  /** Nothing is listened to any more. */
  forgetTest(): void;
}

/** Listing and opening take a moment; a system that takes longer than this does not answer at all. */
const answerMs = 8_000;

export function createDeviceQuestions(timing: Timing): DeviceQuestions {
  const waiting = new Map<number, (answer: DeviceAnswer) => void>();
  let lastId = 0;
  let lastTest = 0;
  let underWay: { readonly test: Test; readonly endsAt: number } | null = null;

  return {
    ask(question, post) {
      lastId += 1;
      const id = lastId;
      if (question.kind !== 'list') underWay = null;
      if (question.kind === 'test') lastTest = id;
      return new Promise((resolve) => {
        const cancel = timing.after(answerMs, () => {
          settle({ ok: false, fault: 'failed' });
          // It may still begin to listen, with nobody waiting for it.
          if (id === lastTest) post({ kind: 'ask', id: 0, question: { kind: 'end-test' } });
        });
        function settle(answer: DeviceAnswer): void {
          cancel();
          waiting.delete(id);
          if (id === lastTest && question.kind === 'test' && answer.ok)
            underWay = { test: question, endsAt: timing.now() + question.forMs };
          resolve(answer);
        }
        waiting.set(id, settle);
        post({ kind: 'ask', id, question });
      });
    },
    answered: (id, answer) => waiting.get(id)?.(answer),
    lost() {
      for (const settle of [...waiting.values()]) settle({ ok: false, fault: 'restarting' });
    },
    test() {
      if (underWay === null) return null;
      const forMs = underWay.endsAt - timing.now();
      return forMs > 0 ? { ...underWay.test, forMs } : null;
    },
    forgetTest() {
      underWay = null;
      lastTest = 0;
    },
  };
}
