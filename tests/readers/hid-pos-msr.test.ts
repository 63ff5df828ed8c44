/** Stripe readers of the point-of-sale class: the descriptor says where the tracks stand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Heard } from '../../src/main/readers/card-read.ts';
import { track2Check } from '../../src/main/readers/formats/track2.ts';
import { hidPosMsr } from '../../src/main/readers/profiles/hid-pos-msr.ts';
import { device, plainConfiguration, startDriver } from './drivers.ts';

/** Report id 1: three lengths, then 80 bytes for each of three tracks. */
const trackBytes = 80;
const withLengths = Uint8Array.from([
  ...[0x05, 0x8e, 0x09, 0x01, 0xa1, 0x01, 0x85, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08],
  ...[0x95, 0x03, 0x19, 0x11, 0x29, 0x13, 0x81, 0x02],
  ...[0x95, trackBytes, 0x09, 0x21, 0x81, 0x02, 0x09, 0x22, 0x81, 0x02, 0x09, 0x23, 0x81, 0x02, 0xc0],
]);
/** Unnumbered, tracks filled up with zeros. */
const withoutLengths = Uint8Array.from([
  ...[0x05, 0x8e, 0x09, 0x01, 0xa1, 0x01, 0x75, 0x08, 0x95, trackBytes],
  ...[0x09, 0x21, 0x81, 0x02, 0x09, 0x22, 0x81, 0x02, 0xc0],
]);
/** A descriptor that does not name the tracks apart. */
const unnamed = Uint8Array.from([
  0x05, 0x8e, 0x09, 0x01, 0xa1, 0x01, 0x75, 8, 0x95, 200, 0x09, 0x20, 0x81, 2, 0xc0,
]);

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];
const filled = (text: string): readonly number[] => [
  ...bytesOf(text),
  ...Array<number>(trackBytes - text.length).fill(0),
];
const tracks = ['', '', ''] as const;
function report(given: readonly string[], lengths = given.map((track) => track.length)): readonly number[] {
  const whole = tracks.map((_, index) => given[index] ?? '');
  return [1, ...tracks.map((_, index) => lengths[index] ?? 0), ...whole.flatMap(filled)];
}
const second = (number: string): string => `;${number}=99?${track2Check(`;${number}=99?`)}`;
const paymentFirst = '%B4111111111111111^DOE/JO ^2512101?';

function swipe(bytes: readonly number[], descriptor?: Uint8Array) {
  const heard: Heard[] = [];
  const driven = startDriver(
    hidPosMsr,
    {},
    {},
    {
      ...(descriptor === undefined ? {} : { descriptor }),
      heard: (what) => void heard.push(what),
    },
  );
  driven.send([bytes]);
  return { written: driven.written(), heard: heard.map(({ raw }) => raw) };
}

describe('with lengths in the report', () => {
  test.each([
    ['an access card', ['', second('0012345')], 'TRACK2 0012345'],
    ['one with a name on its first track', ['%A12^DOE/JO?', second('0012345')], 'TRACK2 0012345'],
    ['one that comes without its sentinels', ['', '0012345=99'], 'TRACK2 0012345'],
    ['one whose check character is wrong', ['', ';0012345=99?0'], 'parity'],
    ['a payment card', [paymentFirst, second('4111111111111111')], 'payment-card'],
    ['a payment card with its first track alone', [paymentFirst, ''], 'payment-card'],
    ['a payment card without sentinels', ['', '4111111111111111=2512'], 'payment-card'],
    ['a first track alone', ['%A12^DOE/JO?', ''], 'characters'],
  ] as const)('%s', (_what, given, expected) => {
    expect(swipe(report(given), withLengths).written).toEqual([expected]);
  });

  test('a length beyond the track is refused, unless the first track is a payment card', () => {
    const given = ['', second('0012345')];
    expect(swipe(report(given, [0, 81]), withLengths).written).toEqual(['length']);
    const payment = [paymentFirst, second('4111111111111111')];
    expect(swipe(report(payment, [paymentFirst.length, 255]), withLengths).written).toEqual(['payment-card']);
  });

  test('what stands behind the length is left over from another card and not read', () => {
    const bytes = report(['', `${second('0012345')};9999999=99?`], [0, second('0012345').length]);
    expect(swipe(bytes, withLengths).written).toEqual(['TRACK2 0012345']);
  });

  test('an empty swipe and reports with another id are nothing', () => {
    expect(swipe(report([]), withLengths)).toEqual({ written: [], heard: [] });
    expect(swipe([2, ...report(['', second('0012345')]).slice(1)], withLengths)).toEqual({
      written: [],
      heard: [],
    });
  });
});

test('without lengths the tracks end before their zeros', () => {
  const bytes = [...filled('%A12^DOE/JO?'), ...filled(second('0012345'))];
  expect(swipe(bytes, withoutLengths).written).toEqual(['TRACK2 0012345']);
  expect(swipe(Array<number>(160).fill(0), withoutLengths).written).toEqual([]);
});

describe('without a descriptor, or one that names no tracks', () => {
  test.each([
    ['none', undefined],
    ['no tracks', unnamed],
    ['nonsense', Uint8Array.from([0x06])],
  ] as const)('%s: they are found by their sentinels', (_what, descriptor) => {
    const bytes = [7, 0, 0, ...bytesOf(`%A12^DOE/JO?${second('0012345')}`), 0, 0];
    expect(swipe(bytes, descriptor).written).toEqual(['TRACK2 0012345']);
    const payment = [7, 0, 0, ...bytesOf(paymentFirst), 0];
    expect(swipe(payment, descriptor).written).toEqual(['payment-card']);
    expect(swipe([0, 0, 0], descriptor).written).toEqual([]);
  });
});

test('the page hears the swipe without names', () => {
  const { heard } = swipe(report(['%A12^DOE/JO?', second('0012345')]), withLengths);
  expect(heard).toEqual([`%?${second('0012345')}`]);
});

test('it is recognised by its usage, or is the one that the site names', () => {
  const finds = hidPosMsr.device?.finds;
  const stripe = device({ collections: [{ usagePage: 0x8e, usage: 1 }] });
  expect(finds?.(stripe, { ...plainConfiguration, device: null })).toBe(true);
  expect(finds?.(stripe, plainConfiguration)).toBe(true);
  expect(finds?.(stripe, { ...plainConfiguration, device: '1111:2222' })).toBe(false);
  expect(finds?.(device({}), { ...plainConfiguration, device: null })).toBe(false);
});

test('no report and no descriptor make it throw', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(
      bytes,
      fc.oneof(bytes, fc.constant(withLengths), fc.constant(withoutLengths)),
      (given, described) => {
        swipe([...given], described);
        swipe([1, ...given], described);
      },
    ),
  );
});
