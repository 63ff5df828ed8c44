import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTapCounter, sameCardMs } from '../../src/shared/same-card.ts';

test('a report is a tap when its card was not reported for a second and a half, whatever else was', () => {
  const reports = fc.array(fc.record({ card: fc.constantFrom('a', 'b', 'c', 'd'), wait: fc.nat(2_000) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(reports, (given) => {
      const isNewTap = createTapCounter();
      const last = new Map<string, number>();
      let at = 0;
      for (const { card, wait } of given) {
        at += wait;
        const before = last.get(card);
        expect(isNewTap(card, at)).toBe(before === undefined || at - before >= sameCardMs);
        last.set(card, at);
      }
    }),
  );
});
