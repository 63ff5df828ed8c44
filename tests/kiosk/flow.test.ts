import { describe, expect, test } from 'vitest';
import {
  type FlowEvent,
  follow,
  mostCodeTries,
  noticeIsLast,
  type Place,
  questions,
  questionsOf,
  type Screen,
  screenOf,
  start,
} from '../../src/renderer/kiosk/flow.ts';
import { eventsAt, longestPaths, shortestPaths } from './flow-paths.ts';

const reached = (...events: readonly FlowEvent[]): Place => events.reduce(follow, start);
const screens: readonly Screen[] = [
  'attract',
  'code',
  'invited',
  'known',
  ...questions,
  'type',
  'detail',
  'rules',
  'full-notice',
  'done',
  'reception',
  'sign-out',
  'leaving',
  'signed-out',
];

describe('every path', () => {
  const paths = shortestPaths();

  test('every screen is reached, and from every one but the last somebody gets on', () => {
    const ends = new Set(paths.map(({ steps }) => steps.at(-1)?.screen ?? 'attract'));
    expect([...ends].sort()).toEqual([...screens].sort());
    for (const { steps } of paths) {
      const place = steps.at(-1)?.place ?? start;
      const ways = eventsAt(place).map((event) => follow(place, event));
      if (screenOf(place) !== 'done') expect(ways.length).toBeGreaterThan(0);
    }
    expect(longestPaths().length).toBeGreaterThan(10);
  });

  test('going back never ends in thanks, and always ends at the welcome', () => {
    for (const { name, steps } of paths) {
      let place = steps.at(-1)?.place ?? start;
      if (['done', 'signed-out'].includes(screenOf(place))) continue;
      let turns = 0;
      for (; screenOf(place) !== 'attract'; turns += 1) {
        place = follow(place, { type: 'back' });
        expect(turns, name).toBeLessThan(15);
      }
    }
  });

  test('an event that means nothing at a screen changes nothing', () => {
    const strangers: readonly FlowEvent[] = [
      { type: 'code-opened', phoneMissing: false },
      { type: 'code-missed' },
      { type: 'code-refused' },
      { type: 'code-scanned' },
    ];
    for (const { steps } of paths) {
      const place = steps.at(-1)?.place ?? start;
      if (['code', 'attract', 'sign-out'].includes(screenOf(place))) continue;
      for (const event of strangers) expect(screenOf(follow(place, event))).toBe(screenOf(place));
    }
  });
});

describe('the order of the screens', () => {
  test('forward asks every question once and ends in the review', () => {
    const seen: Screen[] = [];
    let place = reached({ type: 'sign-in' });
    while (screenOf(place) !== 'review') {
      seen.push(screenOf(place));
      place = follow(place, { type: 'continue' });
    }
    expect([...seen, 'review']).toEqual(questions);
    expect(screenOf(follow(place, { type: 'registered' }))).toBe('done');
  });

  test('a change of one answer leads back to the review, both ways, and once', () => {
    const next: FlowEvent = { type: 'continue' };
    const review = reached({ type: 'sign-in' }, next, next, next, next);
    for (const question of ['name', 'contact', 'visit'] as const)
      for (const event of [next, { type: 'back' }] as const) {
        const back = follow(follow(review, { type: 'change', question }), event);
        expect(screenOf(back)).toBe('review');
        expect(screenOf(follow(back, { type: 'back' }))).toBe('notice');
      }
  });

  test('an answer of the core counts wherever the visitor has gone meanwhile', () => {
    const next: FlowEvent = { type: 'continue' };
    const left = reached({ type: 'sign-in' }, next, next, next, next, { type: 'back' });
    expect(screenOf(left)).toBe('notice');
    expect(screenOf(follow(left, { type: 'registered' }))).toBe('done');
    expect(screenOf(follow(left, { type: 'see-reception' }))).toBe('reception');
    expect(screenOf(follow(left, { type: 'change', question: 'contact' }))).toBe('contact');
  });
});

describe('a site with types of visitor', () => {
  const next: FlowEvent = { type: 'continue' };
  const back: FlowEvent = { type: 'back' };
  const work: FlowEvent = { type: 'type-chosen', details: 2, rules: true };
  const meeting: FlowEvent = { type: 'type-chosen', details: 0, rules: false };
  const begun: readonly FlowEvent[] = [{ type: 'sign-in', asksType: true }];
  const walked = (...events: readonly FlowEvent[]): readonly string[] =>
    events.map((_, index) => {
      const place = reached(...events.slice(0, index + 1));
      const { detail } = place.context;
      return screenOf(place) === 'detail' ? `detail ${detail}` : screenOf(place);
    });

  test('asks for it first, and for what the type demands before the notice', () => {
    expect(walked(...begun, work, next, next, next, next, next, next, next)).toEqual([
      ...['type', 'name', 'contact', 'visit', 'detail 0', 'detail 1', 'rules', 'notice', 'review'],
    ]);
    expect(walked(...begun, meeting, next, next, next, next)).toEqual([
      ...['type', 'name', 'contact', 'visit', 'notice', 'review'],
    ]);
  });

  test('goes back the way it came', () => {
    const forward = [...begun, work, next, next, next, next, next, next, next];
    const there = walked(...forward);
    const again = walked(...forward, ...Array<FlowEvent>(8).fill(back)).slice(forward.length);
    expect(again).toEqual([...there].reverse().slice(1));
  });

  test('shows how far it is', () => {
    const steps = (...events: readonly FlowEvent[]) => questionsOf(reached(...events));
    expect(steps({ type: 'sign-in' })).toEqual(questions);
    expect(steps(...begun, work)).toEqual([
      ...['type', 'name', 'contact', 'visit', 'detail', 'rules', 'notice', 'review'],
    ]);
  });

  test('another type at the review leads through its own questions, and back to the review', () => {
    const review = [...begun, meeting, next, next, next, next];
    const change: FlowEvent = { type: 'change', question: 'type' };
    expect(walked(...review, change, work, next, next, next, next).slice(review.length)).toEqual([
      ...['type', 'detail 0', 'detail 1', 'rules', 'notice', 'review'],
    ]);
    expect(walked(...review, change, back).slice(review.length)).toEqual(['type', 'review']);
    expect(walked(...review, change, work, back, back).slice(review.length)).toEqual([
      ...['type', 'detail 0', 'type', 'review'],
    ]);
  });

  test('a change of one detail leads back to the review', () => {
    const review = [...begun, work, next, next, next, next, next, next, next];
    for (const detail of [0, 1])
      for (const event of [next, back])
        expect(walked(...review, { type: 'change', question: 'detail', detail }, event).slice(-2)).toEqual([
          `detail ${detail}`,
          'review',
        ]);
  });

  test('an invited visitor of a type is asked what it demands, without the question', () => {
    const opened: FlowEvent = {
      type: 'code-opened',
      phoneMissing: false,
      demands: { details: 1, rules: true },
    };
    expect(walked({ type: 'have-code' }, opened, next, next, next, { type: 'registered' })).toEqual([
      ...['code', 'invited', 'detail 0', 'rules', 'notice', 'done'],
    ]);
    const without: FlowEvent = { type: 'code-opened', phoneMissing: true, asksType: true };
    expect(walked({ type: 'have-code' }, without, next, next, work, back, back, back)).toEqual([
      ...['code', 'invited', 'contact', 'type', 'detail 0', 'type', 'contact', 'invited'],
    ]);
  });

  test('nothing of the type of one invitation stays for the next', () => {
    const opened: FlowEvent = {
      type: 'code-opened',
      phoneMissing: false,
      demands: { details: 2, rules: true },
    };
    const renewed = [
      { type: 'have-code' },
      opened,
      next,
      next,
      next,
      next,
      { type: 'type-renewed' },
    ] as const;
    expect(reached(...renewed, back).context.demands).toEqual({ details: 0, rules: false });
    const code = reached(...renewed, back, back);
    expect(screenOf(code)).toBe('code');
    expect(code.context).toEqual(reached({ type: 'have-code' }).context);
  });

  test('a type that was renewed is chosen again', () => {
    const review = [...begun, meeting, next, next, next, next];
    expect(walked(...review, { type: 'type-renewed' }, work, next, next, next, next).slice(-6)).toEqual([
      ...['type', 'detail 0', 'detail 1', 'rules', 'notice', 'review'],
    ]);
  });
});

describe('a code', () => {
  const miss: FlowEvent = { type: 'code-missed' };

  test('asks nothing more: details, notice, thanks', () => {
    const next: FlowEvent = { type: 'continue' };
    let place = reached({ type: 'code-scanned' }, { type: 'code-opened', phoneMissing: false });
    const seen = [screenOf(place)];
    for (const event of [next, { type: 'registered' }] as const) {
      place = follow(place, event);
      seen.push(screenOf(place));
    }
    expect(seen).toEqual(['invited', 'notice', 'done']);
  });

  test('a change of one answer leads back to the welcome, both ways, and the notice stays the last', () => {
    const opened = reached({ type: 'have-code' }, { type: 'code-opened', phoneMissing: false });
    for (const question of ['name', 'contact', 'visit'] as const)
      for (const type of ['continue', 'back'] as const) {
        const back = follow(follow(opened, { type: 'change', question }), { type });
        expect(screenOf(back)).toBe('invited');
        const notice = follow(back, { type: 'continue' });
        expect(screenOf(notice)).toBe('notice');
        expect(screenOf(follow(notice, { type: 'continue' }))).toBe('notice');
      }
  });

  test('whose details the core refuses at the notice is asked, and comes back to the welcome', () => {
    const notice = reached(
      { type: 'have-code' },
      { type: 'code-opened', phoneMissing: false },
      { type: 'continue' },
    );
    const asked = follow(notice, { type: 'change', question: 'contact' });
    expect(screenOf(asked)).toBe('contact');
    expect(screenOf(follow(asked, { type: 'continue' }))).toBe('invited');
  });

  test('without a phone asks for it alone', () => {
    const place = reached(
      { type: 'have-code' },
      { type: 'code-opened', phoneMissing: true },
      { type: 'continue' },
    );
    expect(screenOf(place)).toBe('contact');
    expect(screenOf(follow(place, { type: 'continue' }))).toBe('notice');
    expect(screenOf(follow(place, { type: 'back' }))).toBe('invited');
  });

  test('may be missed four times; the fifth leads to reception, and so does every way back to codes', () => {
    const misses = Array.from({ length: mostCodeTries - 1 }, () => miss);
    const place = reached({ type: 'have-code' }, ...misses);
    expect(screenOf(place)).toBe('code');
    const refused = follow(place, miss);
    expect(screenOf(refused)).toBe('reception');
    const again = follow(refused, { type: 'back' });
    for (const event of [{ type: 'have-code' }, { type: 'code-scanned' }] as const)
      expect(screenOf(follow(again, event))).toBe('reception');
    // Signing in by name stays open.
    expect(screenOf(follow(again, { type: 'sign-in' }))).toBe('name');
  });

  test('begun again forgets whose the last one was', () => {
    const opened = reached({ type: 'have-code' }, { type: 'code-opened', phoneMissing: true });
    const place = follow(follow(opened, { type: 'back' }), { type: 'back' });
    expect(place.context).toMatchObject({ invited: false, phoneMissing: false });
  });
});

describe('somebody who was here before', () => {
  const next: FlowEvent = { type: 'continue' };

  test('is asked for name and e-mail, whom they visit, and no more', () => {
    let place = reached({ type: 'been-here' });
    const seen = [screenOf(place)];
    for (const event of [next, next, { type: 'registered' }] as const) {
      place = follow(place, event);
      seen.push(screenOf(place));
    }
    expect(seen).toEqual(['known', 'visit', 'notice', 'done']);
  });

  test('goes from an answer that was refused back to the notice, which registers', () => {
    const begun = {
      known: [{ type: 'been-here' }, next, next],
      visit: [{ type: 'badge-scanned' }, { type: 'badge-known' }, next],
    } as const satisfies Readonly<Record<string, readonly FlowEvent[]>>;
    for (const [first, events] of Object.entries(begun)) {
      const notice = reached(...events);
      expect(noticeIsLast(notice)).toBe(true);
      for (const question of first === 'known'
        ? (['name', 'contact', 'visit'] as const)
        : (['visit'] as const))
        for (const event of [next, { type: 'back' }] as const) {
          const asked = follow(notice, { type: 'change', question });
          expect(screenOf(asked)).toBe(question === 'visit' ? 'visit' : 'known');
          const again = follow(asked, event);
          expect(screenOf(again)).toBe('notice');
          expect(again.context.changing).toBe(false);
        }
    }
  });

  test('whose type is no longer offered chooses another, and comes to the notice through its questions', () => {
    const work: FlowEvent = { type: 'type-chosen', details: 1, rules: true };
    const notice = reached({ type: 'been-here', asksType: true }, work, next, next, next, next);
    expect(screenOf(notice)).toBe('notice');
    const asked = follow(notice, { type: 'type-renewed' });
    expect(screenOf(asked)).toBe('type');
    const left = follow(asked, { type: 'back' });
    expect(screenOf(left)).toBe('notice');
    expect(left.context.typeDue).toBe(true);
    let place = follow(left, { type: 'change', question: 'type' });
    const seen = [];
    for (const event of [work, next, next]) {
      place = follow(place, event);
      seen.push(screenOf(place));
    }
    expect(seen).toEqual(['detail', 'rules', 'notice']);
    expect(place.context.typeDue).toBe(false);
  });

  test('by the badge is asked whom they visit, and everything once the badge is forgotten', () => {
    const known = reached({ type: 'badge-scanned' }, { type: 'badge-known' });
    expect(screenOf(known)).toBe('visit');
    expect(screenOf(follow(known, { type: 'back' }))).toBe('attract');
    const notice = follow(known, next);
    expect(screenOf(notice)).toBe('notice');
    const asked = follow(notice, { type: 'badge-forgotten' });
    expect(screenOf(asked)).toBe('name');
    expect(screenOf(follow(asked, next))).toBe('contact');
  });

  test('is asked for the type first where the site has types, and goes back the way they came', () => {
    const work: FlowEvent = { type: 'type-chosen', details: 1, rules: true };
    const begun = {
      known: [{ type: 'been-here', asksType: true }],
      visit: [{ type: 'badge-scanned' }, { type: 'badge-known', asksType: true }],
    } as const satisfies Readonly<Record<string, readonly FlowEvent[]>>;
    for (const [first, events] of Object.entries(begun)) {
      let place = reached(...events);
      const there = [screenOf(place)];
      const questionsAfterType = first === 'known' ? ['known', 'visit'] : ['visit'];
      const forward = ['type', ...questionsAfterType, 'detail', 'rules', 'notice'];
      for (const event of [work, ...forward.slice(2).map(() => next)]) {
        place = follow(place, event);
        there.push(screenOf(place));
      }
      expect(there).toEqual(forward);
      expect(questionsOf(place)).toEqual(forward);
      expect(screenOf(follow(place, { type: 'change', question: 'type' }))).toBe('type');
      expect(screenOf(follow(place, { type: 'registered' }))).toBe('done');
      const back: string[] = [];
      while (screenOf(place) !== 'attract') {
        place = follow(place, { type: 'back' });
        back.push(screenOf(place));
      }
      expect(back).toEqual([...forward.slice(0, -1).reverse(), 'attract']);
      expect(place.context).toMatchObject({ returning: null, asksType: false });
    }
  });

  test('by a badge that was forgotten keeps the type that was chosen', () => {
    const meeting: FlowEvent = { type: 'type-chosen', details: 0, rules: false };
    const notice = reached(
      { type: 'badge-scanned' },
      { type: 'badge-known', asksType: true },
      ...[meeting, next],
    );
    const asked = follow(notice, { type: 'badge-forgotten' });
    expect(screenOf(asked)).toBe('name');
    expect(questionsOf(asked)).toEqual(['type', ...questions]);
  });

  test('who goes back to the welcome is a new visitor', () => {
    const back = reached({ type: 'been-here' }, { type: 'back' });
    expect(back.context.returning).toBeNull();
    expect(screenOf(follow(follow(back, { type: 'sign-in' }), next))).toBe('contact');
  });
});

describe('signing out', () => {
  const missed: FlowEvent = { type: 'sign-out-missed' };

  test('is confirmed once, and five misses lead to reception, by every way', () => {
    const asked = reached({ type: 'leave' }, { type: 'leave-asked' });
    expect(screenOf(asked)).toBe('leaving');
    expect(screenOf(follow(asked, { type: 'signed-out' }))).toBe('signed-out');
    const four = Array.from({ length: mostCodeTries - 1 }, () => missed).reduce(follow, asked);
    expect(screenOf(four)).toBe('sign-out');
    const five = follow(four, missed);
    expect(screenOf(five)).toBe('reception');
    const again = follow(five, { type: 'back' });
    for (const event of [{ type: 'leave' }, { type: 'badge-scanned' }] as const)
      expect(screenOf(follow(again, event))).toBe('reception');
  });
});
