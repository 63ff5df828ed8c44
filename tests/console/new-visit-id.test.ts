import { expect, test, vi } from 'vitest';
import { newVisitId } from '../../src/renderer/console/new-visit-id.ts';
import { VisitId } from '../../src/shared/vocabulary.ts';

test('ids are UUIDs of version 7, ordered by time and never twice the same', () => {
  const clock = vi.spyOn(Date, 'now');
  const ids = Array.from({ length: 200 }, (_, index) => {
    clock.mockReturnValue(0x01_9a_bc_de_f0_12 + index);
    return newVisitId();
  });
  clock.mockRestore();
  for (const id of ids) expect(VisitId.safeParse(id).success).toBe(true);
  expect(ids[0]?.startsWith('019abcde-f012-7')).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
