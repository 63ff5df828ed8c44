/**
 * People and readers at a keyboard: what they strike when, as properties need it. A person holds a key for 70 to
 * 140 ms and leaves 60 ms or more between two, except that a fast typist rolls from one key onto the next. A reader
 * lets go of each key before the next.
 */
import fc from 'fast-check';
import type { KeyFacts } from '../../src/shared/wedge-keys.ts';

/** A key going down or coming up, at a time in milliseconds. */
export interface KeyEvent {
  readonly at: number;
  readonly type: 'down' | 'up';
  readonly facts: KeyFacts;
}

const plain: KeyFacts = {
  code: '',
  key: '',
  shift: false,
  control: false,
  alt: false,
  meta: false,
  repeat: false,
  composing: false,
  spaceTypes: true,
};

const named: Readonly<Record<string, string>> = {
  '\n': 'Enter',
  '\t': 'Tab',
  '\b': 'Backspace',
};

const usSigns: Readonly<Record<string, readonly [code: string, shift: boolean]>> = {
  ' ': ['Space', false],
  '-': ['Minus', false],
  '=': ['Equal', false],
  '+': ['Equal', true],
  ';': ['Semicolon', false],
  ':': ['Semicolon', true],
  ',': ['Comma', false],
  '.': ['Period', false],
  '/': ['Slash', false],
  '?': ['Slash', true],
  '@': ['Digit2', true],
  '%': ['Digit5', true],
  '^': ['Digit6', true],
};

/** Where a Danish keyboard has other characters than an American one. */
const danish: Readonly<Record<string, readonly [code: string, shift: boolean]>> = {
  ' ': ['Space', false],
  æ: ['Semicolon', false],
  Æ: ['Semicolon', true],
  ø: ['Quote', false],
  å: ['BracketLeft', false],
  '+': ['Minus', false],
  '?': ['Minus', true],
  ',': ['Comma', false],
  ';': ['Comma', true],
  '.': ['Period', false],
  ':': ['Period', true],
  '-': ['Slash', false],
  '&': ['Digit6', true],
  '%': ['Digit5', true],
};

export type Layout = 'us' | 'danish';

/** The key that types `character`; `\n`, `\t` and `\b` are Enter, Tab and Backspace. */
export function keyFor(character: string, layout: Layout): KeyFacts {
  const name = named[character];
  if (name !== undefined) return { ...plain, code: name, key: name };
  if (/^[0-9]$/.test(character)) return { ...plain, code: `Digit${character}`, key: character };
  if (/^[A-Za-z]$/.test(character)) {
    const shift = character !== character.toLowerCase();
    return { ...plain, code: `Key${character.toUpperCase()}`, key: character, shift };
  }
  const place = (layout === 'us' ? usSigns : danish)[character];
  if (place === undefined) throw new Error(`no key for ${JSON.stringify(character)}`);
  return { ...plain, code: place[0], key: character, shift: place[1] };
}

/** A reader's strokes from `start` on, each `gaps[i]` after the one before and down for a share of that time. */
export function readerStrokes(
  text: string,
  start: number,
  gaps: readonly number[],
  heldShare: number,
): KeyEvent[] {
  const events: KeyEvent[] = [];
  let at = start;
  for (const [index, character] of [...text].entries()) {
    if (index > 0) at += gaps[(index - 1) % gaps.length] ?? 10;
    const facts = keyFor(character, 'us');
    const nextGap = gaps[index % gaps.length] ?? 10;
    events.push({ at, type: 'down', facts }, { at: at + nextGap * heldShare, type: 'up', facts });
  }
  return events;
}

/** One stroke of a person: how long after the one before, how long down, and whether the key is left to repeat. */
export interface PersonStroke {
  readonly character: string;
  readonly gap: number;
  readonly dwell: number;
  readonly repeats: number;
}

export function personStrokes(strokes: readonly PersonStroke[], layout: Layout, start = 0): KeyEvent[] {
  const events: KeyEvent[] = [];
  const freeAt = new Map<string, number>();
  let at = start;
  for (const { character, gap, dwell, repeats } of strokes) {
    const facts = keyFor(character, layout);
    // A finger comes up before it strikes the same key again.
    at = Math.max(at + gap, (freeAt.get(facts.code) ?? 0) + 20);
    events.push({ at, type: 'down', facts });
    for (let times = 0; times < repeats; times += 1)
      events.push({ at: at + 500 + times * 33, type: 'down', facts: { ...facts, repeat: true } });
    const upAt = repeats > 0 ? at + 500 + repeats * 33 : at + dwell;
    events.push({ at: upAt, type: 'up', facts });
    freeAt.set(facts.code, upAt);
    if (repeats > 0) at = upAt;
  }
  return events;
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFXYZ0123456789';
const alphabets: Readonly<Record<Layout, string>> = {
  us: `${letters} -=;:,.?%^/@`,
  danish: `${letters} æøå+?,.;:-&`,
};

/** What a person types, letter by letter. `commands` adds Backspace, Enter, Tab and keys left to repeat. */
export function personArbitrary(
  layout: Layout,
  { commands, longest = 25 }: { readonly commands: boolean; readonly longest?: number },
): fc.Arbitrary<PersonStroke[]> {
  const character = fc.constantFrom(...alphabets[layout], ...(commands ? ['\b', '\b', '\n', '\t'] : []));
  const single = fc.tuple(
    fc.record({
      character,
      gap: fc.integer({ min: 60, max: 400 }),
      dwell: fc.integer({ min: 70, max: 140 }),
      repeats: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, commands ? 3 : 0),
    }),
  );
  // The second of a pair is down before the first is up, and the next key comes no sooner than after any other.
  const pair = fc
    .record({
      first: character,
      second: character,
      gap: fc.integer({ min: 60, max: 300 }),
      roll: fc.integer({ min: 25, max: 50 }),
      dwells: fc.tuple(fc.integer({ min: 70, max: 140 }), fc.integer({ min: 70, max: 140 })),
    })
    .map(({ first, second, gap, roll, dwells }) => [
      { character: first, gap, dwell: dwells[0], repeats: 0 },
      { character: second, gap: roll, dwell: dwells[1], repeats: 0 },
    ]);
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: single }, { weight: 1, arbitrary: pair }), {
      minLength: 1,
      maxLength: longest,
    })
    .map((groups) => groups.flat());
}

export const scanText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFabcdef'), minLength: 6, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'0123456789;%=?^,-:'), minLength: 6, maxLength: 40 }),
);

export const scanGaps = fc.array(fc.integer({ min: 5, max: 45 }), { minLength: 1, maxLength: 40 });
export const heldShare = fc.double({ min: 0.1, max: 0.5, noNaN: true });

/** Both at one desk; at the same moment in any order that keeps each one's own. */
export function together(...streams: readonly (readonly KeyEvent[])[]): KeyEvent[] {
  return streams.flat().sort((one, other) => one.at - other.at);
}

/** Whether both strike one key while the other is holding it: which of them let go then, no system tells. */
export function shareAKey(one: readonly KeyEvent[], other: readonly KeyEvent[]): boolean {
  const holds = (events: readonly KeyEvent[]) =>
    events
      .filter(({ type, facts }) => type === 'down' && !facts.repeat)
      .map(({ at, facts }) => ({
        code: facts.code,
        from: at,
        to: events.find((up) => up.type === 'up' && up.facts.code === facts.code && up.at > at)?.at ?? at,
      }));
  const others = holds(other);
  return holds(one).some((hold) =>
    others.some(({ code, from, to }) => code === hold.code && from <= hold.to && hold.from <= to),
  );
}
