import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newVisitId, visitIdFrom } from '../../src/renderer/kiosk/visit-id.ts';
import { VisitId } from '../../src/shared/vocabulary.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('the id of a visit', () => {
  test('is what the contract takes, whatever clock and randomness say', () => {
    fc.assert(
      fc.property(instant, random, (now, bytes) => VisitId.safeParse(visitIdFrom(now, bytes)).success),
    );
  });

  test('carries the instant in its first 48 bits, so that ids sort by time', () => {
    fc.assert(
      fc.property(instant, random, (now, bytes) => {
        expect(Number.parseInt(visitIdFrom(now, bytes).replaceAll('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  test('matches the example of RFC 9562, appendix A.6', () => {
    const bytes = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    expect(visitIdFrom(0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('never comes twice', () => {
    expect(new Set(Array.from({ length: 1000 }, newVisitId)).size).toBe(1000);
  });
});
