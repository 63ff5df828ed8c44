import { expect, it } from 'vitest';
import daConsole from '../../src/renderer/words/da/console.json' with { type: 'json' };
import enConsole from '../../src/renderer/words/en/console.json' with { type: 'json' };
import { DesignFaultCode, readDesign } from '../../src/shared/badges/design.ts';
import { designNamed, ownDesigns } from './designs.ts';

type Json = Record<string, unknown>;
const label = (): Json => structuredClone(designNamed('badge-62x100')) as unknown as Json;
const field = (design: Json, index: number): Json => (design.fields as Json[])[index] as Json;

function faultsOf(change: (design: Json) => void): Record<string, string> {
  const design = label();
  change(design);
  const reading = readDesign('own.json', JSON.stringify(design));
  if (reading.ok) return {};
  expect(reading.faults.every(({ file }) => file === 'own.json')).toBe(true);
  return Object.fromEntries(reading.faults.map((each) => [each.field, each.fault]));
}

it('Foyer’s own designs are a badge and a name tag on both labels and on A4', () => {
  expect([...ownDesigns.keys()].sort()).toEqual([
    'badge-54x86',
    'badge-62x100',
    'badge-a4',
    'name-tag-54x86',
    'name-tag-62x100',
    'name-tag-a4',
  ]);
  for (const [name, { kind, title, code }] of ownDesigns) {
    expect(name.startsWith(kind)).toBe(true);
    expect(Object.keys(title).sort()).toEqual(['da', 'en']);
    expect(code !== null).toBe(kind === 'badge');
  }
});

it.each<[string, (design: Json) => void, Record<string, string>]>([
  [
    'a width of words',
    (d) => Object.assign(field(d, 0), { width: 'wide' }),
    { 'fields.0.width': 'design-number' },
  ],
  [
    'a field outside',
    (d) => Object.assign(field(d, 1), { x: 60 }),
    { 'fields.1.width': 'design-outside-badge' },
  ],
  [
    'crossed sizes',
    (d) => Object.assign(field(d, 0), { largest: 8 }),
    { 'fields.0.smallest': 'design-sizes' },
  ],
  ['a box too low', (d) => Object.assign(field(d, 1), { height: 4 }), { 'fields.1.height': 'design-low' }],
  ['tiny type', (d) => Object.assign(field(d, 3), { smallest: 3 }), { 'fields.3.smallest': 'design-type' }],
  [
    'an unknown field',
    (d) => Object.assign(field(d, 1), { field: 'email' }),
    { 'fields.1.field': 'design-shape' },
  ],
  [
    'a field twice',
    (d) => Object.assign(field(d, 1), { field: 'name' }),
    { 'fields.1.field': 'design-twice' },
  ],
  ['an unknown key', (d) => Object.assign(d, { colour: 'red' }), { '': 'design-unknown' }],
  ['three lines', (d) => Object.assign(field(d, 0), { lines: 3 }), { 'fields.0.lines': 'design-choice' }],
  [
    'a small code',
    (d) => Object.assign(d, { code: { x: 1, y: 1, size: 9 } }),
    { 'code.size': 'design-code-small' },
  ],
  [
    'small paper',
    (d) => Object.assign(d.paper as Json, { width: 40 }),
    { 'sheet.columns': 'design-outside-paper' },
  ],
  ['no title', (d) => Object.assign(d, { title: {} }), { title: 'required' }],
  [
    'a name tag with a host and a code',
    (d) => Object.assign(d, { kind: 'name-tag' }),
    {
      'fields.2.field': 'design-name-tag',
      'fields.3.field': 'design-name-tag',
      'fields.4.field': 'design-name-tag',
      'fields.5.field': 'design-name-tag',
      code: 'design-name-tag',
    },
  ],
  ['no name', (d) => Object.assign(d, { fields: [field(d, 1)] }), { fields: 'design-no-name' }],
])('%s is told by file and field', (_what, change, faults) => {
  expect(faultsOf(change)).toEqual(faults);
});

it('a file that is no JSON is told as a whole, and nothing of it is quoted', () => {
  expect(readDesign('own.json', 'Maria Jensen')).toEqual({
    ok: false,
    faults: [{ file: 'own.json', field: '', fault: 'not-json' }],
  });
  expect(JSON.stringify(readDesign('own.json', '{"kind":"Maria Jensen"}'))).not.toContain('Maria');
});

it('every fault has words in both languages of the office', () => {
  for (const words of [enConsole, daConsole])
    expect(Object.keys(words.badges.fault).sort()).toEqual([...DesignFaultCode.options].sort());
});
