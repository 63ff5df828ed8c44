/** Thousands of cards at a pace no reception ever sees, counted one by one. */
import assert from 'node:assert/strict';
import type { Checks } from './checks.ts';
import { plugInRaw, rawReader, rawReport } from './reader-checks.ts';
import { startReader } from './readers-under-test.ts';

export async function checkManyTaps({ check, note }: Checks, taps: number, everyMs: number): Promise<void> {
  await check(
    `${taps} cards, one every ${everyMs} ms: none lost, none doubled, none out of turn`,
    async () => {
      const sent = new Float64Array(taps);
      const took: number[] = [];
      const arrived: number[] = [];
      await using readers = startReader(rawReader, {
        onRead({ reading }) {
          if (reading.kind !== 'credential') throw new Error(`not a card: ${JSON.stringify(reading)}`);
          const card = Number(reading.credential.number);
          took.push(performance.now() - (sent[card - 1] ?? Number.NaN));
          arrived.push(card);
        },
      });
      await using device = await plugInRaw();
      await readers.untilState('ready');
      const start = performance.now();
      let latest = 0;
      for (let tap = 0; tap < taps; tap += 1) {
        const due = start + tap * everyMs;
        const early = due - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        else latest = Math.max(latest, -early);
        sent[tap] = performance.now();
        device.send(rawReport(tap + 1));
      }
      const seconds = (performance.now() - start) / 1_000;
      await readers.until(() => arrived.length >= taps, `card ${taps}`);
      // Doubled ones would come after the last.
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(arrived.length, taps);
      arrived.forEach((card, index) => {
        assert.equal(card, index + 1);
      });
      note(`sent in ${seconds.toFixed(1)} s, at most ${latest.toFixed(0)} ms behind the plan`);
      note(`report → host: ${spread(took)}`);
      await device.unplug();
    },
  );
}

/** Times as `p50 1.2 ms, p99 3.4 ms, longest 5.6 ms`. */
export function spread(times: readonly number[]): string {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)} ms`;
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)} of ${sorted.length}`;
}
