/** Every measured walk, without waiting: what it asks of a person stays within the time it may take. */
import { rmSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { createInstallation } from '../e2e/running-foyer.ts';
import { playWalks, provisionForWalks, withKiosk } from './all-walks.ts';
import { createPerson, tireless } from './person.ts';

test('every walk goes from the welcome to its end in no more touches, keys and words than there is time for', async ({
  browser,
}) => {
  const setUp = await provisionForWalks();
  const installation = createInstallation(setUp);
  const needed: Record<string, number> = {};
  const over: string[] = [];
  try {
    await withKiosk(browser, installation, (page, desk) =>
      playWalks(page, desk, installation, async (name, limitS, go) => {
        const person = createPerson(page, tireless);
        await go(person);
        needed[name] = person.humanSeconds();
        if (limitS !== null && person.humanSeconds() > limitS)
          over.push(`${name}: ${person.humanSeconds().toFixed(1)} s of ${limitS}`);
      }),
    );
  } finally {
    await installation.remove();
    rmSync(setUp, { recursive: true, force: true });
  }
  expect(over).toEqual([]);
  expect(Object.keys(needed)).toHaveLength(8);
  // Whoever has a code or was here before is quicker than who has neither.
  const walkIn = needed['walk-in, what is required'] ?? 0;
  for (const name of ['with a code', 'returning, by name and e-mail', 'returning, by badge'])
    expect(needed[name], name).toBeLessThan(walkIn);
});
