import { describe, expect, test } from 'vitest';
import { at, backward, changing, forward, questions } from '../../src/renderer/kiosk/flow.ts';

describe('the order of the screens', () => {
  test('forward asks every question once and ends in thanks', () => {
    const seen = [];
    for (let place = at('name'); place.screen !== 'done'; place = forward(place)) seen.push(place.screen);
    expect(seen).toEqual(questions);
  });

  test('backward is the way back', () => {
    for (const [index, question] of questions.entries())
      expect(backward(at(question)).screen).toBe(index === 0 ? 'attract' : questions[index - 1]);
    expect(backward(at('full-notice')).screen).toBe('notice');
    for (const screen of ['code', 'sign-out'] as const) expect(backward(at(screen)).screen).toBe('attract');
  });

  test('a change of one answer leads back to the review, both ways', () => {
    for (const question of ['name', 'contact', 'visit'] as const) {
      expect(forward(changing(question))).toEqual(at('review'));
      expect(backward(changing(question))).toEqual(at('review'));
    }
  });
});
