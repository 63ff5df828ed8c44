import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestGapMs } from '../../src/shared/wedge-run.ts';
import { type Busy, runPage, typedInto } from './page.ts';
import {
  heldShare,
  keyFor,
  type Layout,
  personArbitrary,
  personStrokes,
  readerStrokes,
  scanGaps,
  scanText,
  shareAKey,
  together,
} from './rhythms.ts';

const layout = fc.constantFrom<Layout>('us', 'danish');
/** Moments in which the page does something else and its keys wait. */
const busy: fc.Arbitrary<Busy[]> = fc.array(
  fc
    .record({ from: fc.integer({ min: 0, max: 4000 }), length: fc.integer({ min: 10, max: 600 }) })
    .map(({ from, length }) => ({ from, to: from + length })),
  { maxLength: 4 },
);
const person = layout.chain((of) =>
  personArbitrary(of, { commands: true }).map((strokes) => personStrokes(strokes, of)),
);
const end = fc.constantFrom('\n', '\t');

describe('a person', () => {
  test('finds in the field what they typed, in order, the first character included', () => {
    fc.assert(
      fc.property(person, (strokes) => {
        const events = together(strokes);
        const { field, scans, strayReleases } = runPage(events);
        expect(field).toBe(typedInto(events));
        expect(scans).toEqual([]);
        expect(strayReleases).toBe(0);
      }),
      { numRuns: 800 },
    );
  });

  test('finds it too when the page was busy', () => {
    fc.assert(
      fc.property(person, busy, (strokes, moments) => {
        const events = together(strokes);
        expect(runPage(events, { busy: moments })).toMatchObject({ field: typedInto(events), scans: [] });
      }),
      { numRuns: 400 },
    );
  });

  test('finds it too where nobody tells of keys coming up', () => {
    fc.assert(
      fc.property(person, (strokes) => {
        const events = together(strokes);
        expect(runPage(events, { releases: false })).toMatchObject({ field: typedInto(events), scans: [] });
      }),
      { numRuns: 400 },
    );
  });

  test('waits 51 ms for a character at most, and a pair rolled into one another as long again', () => {
    fc.assert(
      fc.property(person, (strokes) => {
        expect(runPage(together(strokes)).longestHold).toBeLessThanOrEqual(2 * longestGapMs + 1);
      }),
    );
    const alone = personStrokes([{ character: '7', gap: 100, dwell: 90, repeats: 0 }], 'us');
    expect(runPage(alone).longestHold).toBe(longestGapMs + 1);
    const outside = personStrokes([{ character: 'k', gap: 100, dwell: 90, repeats: 0 }], 'us');
    expect(runPage(outside).longestHold).toBe(0);
  });
});

describe('a scan', () => {
  test('reaches no page, and is handed in as it was read', () => {
    fc.assert(
      fc.property(scanText, scanGaps, heldShare, end, busy, (text, gaps, share, last, moments) => {
        const events = together(readerStrokes(text + last, 100, gaps, share));
        expect(runPage(events, { busy: moments })).toMatchObject({
          field: '',
          scans: [text],
          strayReleases: 0,
        });
      }),
      { numRuns: 800 },
    );
  });

  test('does so too where nobody tells of keys coming up', () => {
    fc.assert(
      fc.property(scanText, scanGaps, heldShare, end, (text, gaps, share, last) => {
        const events = together(readerStrokes(text + last, 100, gaps, share));
        expect(runPage(events, { releases: false })).toMatchObject({ field: '', scans: [text] });
      }),
    );
  });

  test('leaves what a person types meanwhile, between its own keys too', () => {
    // A key left to repeat stops, on every system, at the next key of any keyboard.
    const anybody = layout.chain((of) =>
      personArbitrary(of, { commands: false, longest: 12 }).map((strokes) => personStrokes(strokes, of)),
    );
    fc.assert(
      fc.property(
        anybody,
        scanText,
        scanGaps,
        heldShare,
        end,
        fc.double({ min: 0, max: 1, noNaN: true }),
        busy,
        (strokes, text, gaps, share, last, place, moments) => {
          const start = place * (strokes.at(-1)?.at ?? 0);
          const scan = readerStrokes(text + last, start, gaps, share);
          fc.pre(!shareAKey(strokes, scan));
          const events = together(strokes, scan);
          const result = runPage(events, { busy: moments });
          expect(result.field).toBe(typedInto(together(strokes)));
          expect(result.scans).toEqual([text]);
          expect(result.strayReleases).toBe(0);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('leaves a key that was rolled onto another and comes up as it begins', () => {
    const rolled = personStrokes(
      [
        { character: 'a', gap: 0, dwell: 70, repeats: 0 },
        { character: 'h', gap: 25, dwell: 70, repeats: 0 },
      ],
      'us',
      60,
    );
    // In its middle, and just before its first.
    for (const start of [128, 131]) {
      const { field, scans } = runPage(together(rolled, readerStrokes('000000\n', start, [21], 0.25)));
      expect(field).toBe('ah');
      expect(scans).toEqual(['000000']);
    }
  });

  test('between two words of a person is handed in where nobody tells of keys coming up', () => {
    fc.assert(
      fc.property(scanText, scanGaps, end, (text, gaps, last) => {
        const word = (start: number) =>
          personStrokes(
            [...'Fadi 12'].map((character) => ({ character, gap: 90, dwell: 80, repeats: 0 })),
            'us',
            start,
          );
        const scan = readerStrokes(text + last, 760, gaps, 0.4);
        const events = together(word(0), scan, word((scan.at(-1)?.at ?? 0) + 10));
        expect(runPage(events, { releases: false })).toMatchObject({
          field: 'Fadi 12Fadi 12',
          scans: [text],
        });
      }),
    );
  });

  test('without an end is dropped, whatever is typed after it', () => {
    fc.assert(
      fc.property(scanText, scanGaps, heldShare, (text, gaps, share) => {
        const scan = readerStrokes(text, 0, gaps, share);
        const after = (scan.at(-1)?.at ?? 0) + 200;
        const person = personStrokes([{ character: 'b', gap: 0, dwell: 90, repeats: 0 }], 'us', after);
        expect(runPage(together(scan, person))).toMatchObject({ field: 'b', scans: [] });
      }),
    );
  });

  test('of a stripe may hold a name, and of several tracks each is one', () => {
    const track = '%B6011000000000004^PAPER BOAT/OLE^2512101?';
    const second = ';6011000000000004=2512101?';
    const events = readerStrokes(`${track}\n${second}\n`, 0, [8], 0.5);
    expect(runPage(events)).toMatchObject({ field: '', scans: [track, second] });
  });

  test('may end with two keys', () => {
    expect(runPage(readerStrokes('0027314141\t\n', 0, [9], 0.5))).toMatchObject({
      field: '',
      scans: ['0027314141'],
    });
  });
});

describe('never a card', () => {
  const quick = (text: string, start = 0) => readerStrokes(text, start, [12], 0.5);

  test('fewer than six characters', () => {
    expect(runPage(quick('12345\n'))).toMatchObject({ field: '12345\n', scans: [] });
  });

  test('a text typed by another machine, which holds more than a card', () => {
    const text = 'https://example.com/abcdef/0123456789\n';
    expect(runPage(quick(text))).toMatchObject({ field: text, scans: [] });
  });

  test('the rest of a scan that broke', () => {
    const events = together(quick('00273'), quick('1414100\n', 160));
    const { scans } = runPage(events);
    expect(scans).toEqual([]);
  });

  test('a scan of which a key was lost under a finger', () => {
    const scan = quick('0027314141\n').map((event) =>
      event.at === 60 && event.type === 'down'
        ? { ...event, facts: { ...event.facts, repeat: true } }
        : event,
    );
    expect(runPage(scan)).toMatchObject({ field: '', scans: [] });
  });

  test('the scan after it is one again', () => {
    const events = together(quick('00273'), quick('1414100\n', 160), quick('0027314141\n', 900));
    expect(runPage(events).scans).toEqual(['0027314141']);
  });
});

describe('keys that mean something else', () => {
  const at = (start: number, character: string, more: object = {}) =>
    personStrokes([{ character, gap: 0, dwell: 20, repeats: 0 }], 'us', start).map((event) => ({
      ...event,
      facts: { ...event.facts, ...more },
    }));

  test('what is held comes first, the command after it', () => {
    expect(runPage(together(at(0, 'a'), at(30, '\b'), at(60, 'b'))).field).toBe('b');
    expect(runPage(together(at(0, 'a'), at(30, '\n'))).field).toBe('a\n');
  });

  test('a command, a key held down, a character being composed is not held', () => {
    for (const more of [
      { control: true },
      { alt: true },
      { meta: true },
      { repeat: true },
      { composing: true },
    ])
      expect(runPage(at(0, '1', more)).longestHold, JSON.stringify(more)).toBe(0);
  });

  test('the letter after an accent is not held: the accent would be lost', () => {
    const accent = at(0, 'a', { key: 'Dead', code: 'BracketRight' });
    expect(runPage(together(accent, at(200, 'e', { key: 'é' }))).longestHold).toBe(0);
    expect(runPage(together(accent, at(200, 'e', { key: 'é' }), at(400, 'e'))).longestHold).toBe(51);
  });

  test('a space that presses a button is not held', () => {
    const space = { ...keyFor(' ', 'us'), spaceTypes: false };
    const events = together(at(0, 'a'), [
      { at: 20, type: 'down', facts: space },
      { at: 90, type: 'up', facts: space },
    ]);
    expect(runPage(events).field).toBe('a ');
  });
});
