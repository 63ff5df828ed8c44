import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { timesIn } from '../../src/renderer/console/times.ts';

describe('a local date', () => {
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Copenhagen'])(
    'is the same day in words wherever the site is: %s',
    async (timeZone) => {
      const words = createInstance();
      await words.init({ lng: 'en', resources: {} });
      const times = timesIn(words, 'en', timeZone);
      expect(times.day('2026-03-03')).toBe('Tuesday, 3 March 2026');
      expect(times.plainDay('2026-03-03')).toBe('3 March 2026');
      expect(times.shortDay('2026-03-03')).toBe('3 Mar');
    },
  );
});
