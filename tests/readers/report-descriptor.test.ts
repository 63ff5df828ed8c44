/** Report descriptors: fields at their place, and nothing believed that makes no sense. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bytesIn,
  fieldWith,
  inputFields,
  isReportOf,
  numberIn,
} from '../../src/main/readers/profiles/report-descriptor.ts';

const fields = (...bytes: readonly number[]) => inputFields(Uint8Array.from(bytes));
const vendor = [0x06, 0x00, 0xff];
const data = (count: number, flags = 0x02): number[] => [0x75, 8, 0x95, count, 0x81, flags];

describe('fields', () => {
  test('of unnumbered reports begin at the first byte, one behind the other, padding counted but left out', () => {
    expect(fields(...vendor, 0x09, 1, ...data(2), 0x75, 4, 0x95, 1, 0x81, 0x01, 0x09, 2, ...data(1))).toEqual(
      [
        { reportId: 0, bitOffset: 0, bitSize: 8, count: 2, usagePage: 0xff00, usage: 1 },
        { reportId: 0, bitOffset: 20, bitSize: 8, count: 1, usagePage: 0xff00, usage: 2 },
      ],
    );
  });

  test('of numbered reports each begin behind their id', () => {
    const read = fields(0x05, 0x8e, 0x85, 1, 0x09, 0x20, ...data(3), 0x85, 2, 0x09, 0x21, ...data(1));
    expect(read?.map(({ reportId, bitOffset, usage }) => [reportId, bitOffset, usage])).toEqual([
      [1, 8, 0x20],
      [2, 8, 0x21],
    ]);
  });

  test('share a row of usages: one element each, the last one taking what is left', () => {
    const read = fields(0x05, 0x8e, 0x19, 0x11, 0x29, 0x13, ...data(5));
    expect(read?.map(({ usage, count, bitOffset }) => [usage, count, bitOffset])).toEqual([
      [0x11, 1, 0],
      [0x12, 1, 8],
      [0x13, 3, 16],
    ]);
  });

  test('of an array are one, whose elements hold usages', () => {
    expect(fields(0x05, 7, 0x19, 0, 0x29, 0x65, ...data(6, 0x00))).toMatchObject([{ usage: 0, count: 6 }]);
  });

  test('keep the settings that were pushed, and take a page that stands in the usage itself', () => {
    const read = fields(
      ...[0x05, 0x01, 0x75, 8, 0x95, 1, 0xa4, 0x05, 0x8e, 0x09, 0x20, 0x81, 2, 0xb4, 0x09, 0x3b, 0x81, 2],
      ...[0x0b, 0xfe, 0x00, 0x8c, 0x00, 0x81, 2],
    );
    expect(read?.map(({ usagePage, usage }) => [usagePage, usage])).toEqual([
      [0x8e, 0x20],
      [0x01, 0x3b],
      [0x8c, 0xfe],
    ]);
  });

  test('of outputs and features do not move those of inputs, nor do long items', () => {
    const read = fields(...vendor, 0x09, 9, 0x75, 8, 0x95, 4, 0xb1, 2, 0xfe, 2, 0, 1, 2, 0x09, 1, 0x81, 2);
    expect(read).toMatchObject([{ usage: 1, bitOffset: 0, count: 4 }]);
  });
});

test.each([
  ['an item that is cut off', [0x06, 0x00]],
  ['a report id of zero', [0x85, 0]],
  ['a pop without a push', [0xb4]],
  ['usages that end before they begin', [0x19, 5, 0x29, 4]],
  ['usages that end without a beginning', [0x29, 4]],
  ['a report longer than any', [0x75, 0xff, 0x97, 0xff, 0xff, 0xff, 0x7f, 0x09, 1, 0x81, 2]],
  ['some reports numbered and some not', [...vendor, 0x09, 1, ...data(1), 0x85, 1, 0x09, 2, ...data(1)]],
  ['pushing without an end', Array<number>(17).fill(0xa4)],
])('%s is no descriptor', (_what, bytes) => expect(fields(...bytes)).toBeNull());

describe('values', () => {
  const field = { reportId: 0, bitOffset: 0, bitSize: 8, count: 1, usagePage: 1, usage: 1 };

  test('of any place and width are the bits there, least significant first', () => {
    const places = fc.record({
      bytes: fc.uint8Array({ minLength: 8, maxLength: 8 }),
      bitOffset: fc.nat(63),
      bitSize: fc.integer({ min: 1, max: 32 }),
    });
    fc.assert(
      fc.property(places, ({ bytes, bitOffset, bitSize }) => {
        const whole = Buffer.from(bytes).readBigUInt64LE();
        const expected = Number((whole >> BigInt(bitOffset)) & ((1n << BigInt(bitSize)) - 1n));
        const read = numberIn({ ...field, bitOffset, bitSize }, bytes);
        expect(read).toBe(bitOffset + bitSize > 64 ? null : expected);
      }),
    );
    expect(numberIn({ ...field, bitSize: 33 }, new Uint8Array(8))).toBeNull();
  });

  test('of bytes are as many as the report has; fields that are not whole bytes have none', () => {
    const report = Uint8Array.from([1, 2, 3]);
    expect([...(bytesIn({ ...field, bitOffset: 8, count: 9 }, report) ?? [])]).toEqual([2, 3]);
    expect(bytesIn({ ...field, bitOffset: 4 }, report)).toBeNull();
    expect(bytesIn({ ...field, bitSize: 7 }, report)).toBeNull();
  });

  test('belong to the report with their id, or to every report where there are none', () => {
    expect(isReportOf({ ...field, reportId: 2 }, Uint8Array.from([2, 0]))).toBe(true);
    expect(isReportOf({ ...field, reportId: 2 }, Uint8Array.from([1, 0]))).toBe(false);
    expect(isReportOf(field, Uint8Array.from([1, 0]))).toBe(true);
  });

  test('are found by page and usage, in a report if one is named', () => {
    const two = [field, { ...field, reportId: 3, usage: 2 }];
    expect(fieldWith(two, 1, 2)).toBe(two[1]);
    expect(fieldWith(two, 1, 2, 3)).toBe(two[1]);
    expect(fieldWith(two, 1, 2, 4)).toBeUndefined();
    expect(fieldWith(two, 2, 2)).toBeUndefined();
  });
});

test('no bytes whatever make it throw, and no field lies outside the longest report', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const { bitOffset, bitSize, count } of inputFields(bytes) ?? []) {
        expect(bitOffset + bitSize * count).toBeLessThanOrEqual(8 * 4096);
        expect(count).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1_000 },
  );
});
