/** The reports a keyboard reader sends for a text, `\n` for Enter and `\t` for Tab. */
const plain = 'abcdefghijklmnopqrstuvwxyz1234567890';
const shifted = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()';
const others: Readonly<Record<string, readonly [usage: number, modifiers: number]>> = {
  '\n': [0x28, 0],
  '\t': [0x2b, 0],
  ' ': [0x2c, 0],
  '=': [0x2e, 0],
  ';': [0x33, 0],
  ',': [0x36, 0],
  '/': [0x38, 0],
  '?': [0x38, 0x02],
};

type Press = readonly [usage: number, modifiers: number];

function pressOf(character: string): Press {
  const lower = plain.indexOf(character);
  if (lower >= 0) return [lower + 4, 0];
  const upper = shifted.indexOf(character);
  if (upper >= 0) return [upper + 4, 0x20];
  const other = others[character];
  if (other === undefined) throw new Error(`no key for ${JSON.stringify(character)}`);
  return other;
}

/** Eight bytes: modifiers, reserved, six keys. */
export const bootReports = ([usage, modifiers]: Press): readonly number[] => [
  modifiers,
  0,
  usage,
  ...Array<number>(5).fill(0),
];

/** Report id 1, modifiers, the reserved byte where there is one, then keys. */
export const numberedReports =
  (reserved: boolean) =>
  ([usage, modifiers]: Press): readonly number[] =>
    reserved ? [1, modifiers, 0, usage, 0, 0, 0, 0, 0] : [1, modifiers, usage];

export function type(
  text: string,
  reportOf: (press: Press) => readonly number[],
): readonly (readonly number[])[] {
  return Array.from(text).flatMap((character) => [reportOf(pressOf(character)), reportOf([0, 0])]);
}
