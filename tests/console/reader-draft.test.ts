import { describe, expect, test } from 'vitest';
import {
  leavesFormatOpen,
  mayBeNamedByDevice,
  readerProfiles,
} from '../../src/renderer/console/reader-fields.tsx';
import {
  isReader,
  newReader,
  partOf,
  readerFromDevice,
  readerFromTest,
  readerOfDevice,
} from '../../src/renderer/office/readers/reader-draft.ts';
import {
  type FoundDevice,
  ReaderProfile,
  ReaderSettings,
  SiteReaders,
} from '../../src/shared/contract/readers.ts';
import { bitsTap, deskKeyboard, nameless, pcprox, reader, reportTap, sycreader } from './found-devices.ts';

const [uid] = reportTap(0).readings;
const [h10301] = bitsTap(0).readings;
if (!uid || !h10301) throw new Error('the taps have readings');

test('every kind of reader is offered once', () => {
  expect([...readerProfiles].sort()).toEqual([...ReaderProfile.options].sort());
});

describe('a new reader', () => {
  test('stands at the desk first, then at the kiosk, and has an id of its own', () => {
    expect(newReader([])).toMatchObject({ readerId: 'desk', place: 'desk' });
    expect(newReader([reader()])).toMatchObject({ readerId: 'kiosk', place: 'kiosk' });
    const both = [reader(), reader({ readerId: 'kiosk', place: 'kiosk' })];
    expect(newReader(both)).toMatchObject({ readerId: 'desk-2', place: 'desk' });
    expect(newReader([...both, reader({ readerId: 'desk-2' })])).toMatchObject({ readerId: 'desk-3' });
  });

  test.each(readerProfiles)('of the kind %s needs nothing but a device where it must be named', (profile) => {
    const draft = newReader([], profile);
    const named = profile === 'keyboard' || profile === 'raw' ? { ...draft, device: '08FF:0009' } : draft;
    expect(ReaderSettings.safeParse(named).success).toBe(true);
    expect(named.format === null || leavesFormatOpen(profile)).toBe(true);
    expect(named.device === null || mayBeNamedByDevice(profile)).toBe(true);
  });

  test('from a device is what recognises it for certain, and named only where that matters', () => {
    expect(readerFromDevice([], pcprox)).toMatchObject({ profile: 'pcprox', device: null });
    expect(readerFromDevice([], sycreader)).toMatchObject({ profile: 'keyboard', device: '08FF:0009' });
    expect(readerFromDevice([], nameless)).toMatchObject({ profile: 'raw', device: '04D8:F2F7' });
  });
});

test('a device is the reader that names it, or the one whose kind recognises it; no keyboard is one by itself', () => {
  const typing = reader({ readerId: 'kiosk', profile: 'keyboard', device: '08FF:0009' });
  expect(readerOfDevice([reader(), typing], sycreader)).toBe(typing);
  expect(readerOfDevice([reader()], pcprox)).toEqual(reader());
  expect(readerOfDevice([typing], deskKeyboard)).toBeUndefined();
  expect(isReader([typing], sycreader)).toBe(true);
  expect(isReader([typing], deskKeyboard)).toBe(false);
  expect(isReader([], pcprox)).toBe(true);
});

test('what a test finds goes to the reader in use, or to a new one that the site may have', () => {
  expect(readerFromTest([reader({ format: null })], { found: pcprox, profile: 'pcprox' }, h10301)).toEqual(
    reader(),
  );
  const made = readerFromTest([reader()], { found: nameless, profile: 'raw' }, uid);
  expect(made).toMatchObject({
    readerId: 'kiosk',
    profile: 'raw',
    format: 'UID',
    device: '04D8:F2F7',
    raw: { offset: 1, length: 4, byteOrder: 'little' },
  });
  expect(SiteReaders.safeParse([reader(), made]).success).toBe(true);
  // A reader that was taken for one that types is found to send bytes.
  const typing = reader({ profile: 'keyboard', device: '04D8:F2F7', format: 'DEZ10' });
  expect(readerFromTest([typing], { found: nameless, profile: 'raw' }, uid)).toEqual(
    reader({ profile: 'raw', device: '04D8:F2F7', format: 'UID', raw: uid.field }),
  );
});

describe('a device of several parts', () => {
  const bytes = {
    ...nameless,
    collections: [
      { usagePage: 1, usage: 6 },
      { usagePage: 0xff00, usage: 1 },
    ],
  };
  const typing = reader({ profile: 'keyboard', format: null, device: nameless.device });
  const keyboard: FoundDevice = {
    ...nameless,
    collections: [{ usagePage: 1, usage: 6 }],
    profiles: ['keyboard'],
  };

  test('tells its parts apart by what only one of them has', () => {
    expect(partOf([keyboard, bytes, pcprox], bytes)).toEqual({ usagePage: 0xff00, usage: 1 });
    expect(partOf([keyboard, bytes, pcprox], keyboard)).toEqual({ usagePage: 1, usage: 6 });
    expect(partOf([bytes, bytes, pcprox], bytes)).toBeUndefined();
    expect(partOf([bytes, { ...bytes, collections: [] }], { ...bytes, collections: [] })).toBeUndefined();
  });

  test('is set up as the part that was chosen or tried out, and only that part is then in use', () => {
    const part = { usagePage: 0xff00, usage: 1 };
    const made = readerFromDevice([], bytes, part);
    expect(made).toMatchObject({ profile: 'raw', device: '04D8:F2F7', raw: { collection: part } });
    const tested = readerFromTest([], { found: bytes, profile: 'raw', collection: part }, uid);
    expect(tested.raw).toEqual({ offset: 1, length: 4, byteOrder: 'little', collection: part });
    const parsed = ReaderSettings.parse(tested);
    expect(readerOfDevice([parsed], bytes)).toBe(parsed);
    expect(readerOfDevice([parsed], keyboard)).toBeUndefined();
    expect(readerOfDevice([typing], keyboard)).toBe(typing);
  });
});

test('a code scanner is set up with the format that was chosen in its test', () => {
  const scanner: FoundDevice = { ...nameless, profiles: ['hid-pos-scanner', 'raw'] };
  expect(
    readerFromTest([], { found: scanner, profile: 'hid-pos-scanner' }, { ...uid, field: null }),
  ).toMatchObject({ profile: 'hid-pos-scanner', format: 'UID' });
});
