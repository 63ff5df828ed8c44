import { expect, test } from 'vitest';
import { authorities } from '../../src/shared/authorities.ts';
import { Controller } from '../../src/shared/contract/site.ts';

test('every authority is a text a site can have, and stands once', () => {
  for (const { text, country } of authorities) {
    expect(Controller.shape.authority.parse(text)).toBe(text);
    expect(country).toMatch(/^[A-Z]{2}$/);
  }
  expect(new Set(authorities.map(({ text }) => text)).size).toBe(authorities.length);
});

test('the countries of the languages have one each', () => {
  const countries = new Set(authorities.map(({ country }) => country));
  for (const country of ['DK', 'IE', 'DE', 'SE', 'NO', 'PL', 'FR', 'ES'])
    expect(countries).toContain(country);
});
