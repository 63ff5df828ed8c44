/** Random cards for properties. */
import fc from 'fast-check';
import { type WiegandFormat, wiegandFormats } from '../../src/main/readers/formats/wiegand.ts';

/** The widths of facility and number in bits, from the published layouts and not from the code. */
export const wiegandWidths: Readonly<Record<WiegandFormat, readonly [facility: number, number: number]>> = {
  H10301: [8, 16],
  H10306: [16, 16],
  H10302: [0, 35],
  H10304: [16, 19],
  C1K35: [12, 20],
  C1K48: [22, 23],
};

const upTo = (bits: number): fc.Arbitrary<bigint> => fc.bigInt(0n, (1n << BigInt(bits)) - 1n);

export function wiegandCard(format: WiegandFormat) {
  const [facilityBits, numberBits] = wiegandWidths[format];
  return fc.record({
    format: fc.constant(format),
    facility: facilityBits === 0 ? fc.constant(null) : upTo(facilityBits),
    number: upTo(numberBits),
  });
}

export const anyWiegandCard = fc.constantFrom(...wiegandFormats).chain(wiegandCard);
