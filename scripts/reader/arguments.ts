/** The arguments of `npm run reader`, every one checked before a device is touched. */
import {
  HidCollection,
  ReaderFormat,
  ReaderProfile,
  ReportField,
  UsbIds,
} from '../../src/shared/contract/readers.ts';

export const usage = `npm run reader -- COMMAND [OPTIONS]

  list     the HID devices of this machine: ids, usages, access, the profiles that fit, what to do
  watch    the state of readers and their cards as they come, until Ctrl+C
  probe    waits for one card and shows what came: the raw report, its bits, and how it can be read

  --device 08FF:0009   the reader, by its USB ids as \`list\` shows them. Without it \`watch\` takes the readers
                       that are known by their ids or usages, and \`probe\` the only one that could be one
  --profile NAME       which kind of reader it is; without it the first that \`list\` shows for it:
                       ${inLines(deviceProfiles())}
  --format NAME        how its numbers are read:
                       ${inLines(ReaderFormat.options)}
  --field FROM:LENGTH:big|little
                       watch, profile raw: where the number stands in the report, in bytes, as \`probe\` finds it
  --part FF00:0001     profile raw, for a device of several parts: the usage, as \`list\` shows it, of the one
                       that sends the cards; without it the first that is no keyboard
  --printed NUMBER     probe: the number printed on the card; shows the readings that match it
  --json               one JSON object a line instead of text

A Foyer that runs on this machine may go on: on Linux both get every card. Elsewhere stop it first if no card
arrives here. Nothing is stored, and payment cards are dropped unseen.

Exit codes: 0 done, for probe: a card came and, with --printed, it can be read as that number. 1 it could not be
done. 2 wrong arguments.
`;

interface Common {
  readonly json: boolean;
}
interface Choice extends Common {
  readonly device: string | null;
  readonly profile: ReaderProfile | null;
  readonly part: HidCollection | undefined;
  readonly format: ReaderFormat | null;
}

export type CommandLine =
  | { readonly command: 'help' }
  | ({ readonly command: 'list' } & Common)
  | ({ readonly command: 'watch'; readonly field: ReportField | null } & Choice)
  | ({ readonly command: 'probe'; readonly printed: string | null } & Choice);

export type Parsed =
  | { readonly ok: true; readonly commandLine: CommandLine }
  | { readonly ok: false; readonly fault: string };

const options = {
  '--device': ['watch', 'probe'],
  '--profile': ['watch', 'probe'],
  '--format': ['watch', 'probe'],
  '--part': ['watch', 'probe'],
  '--field': ['watch'],
  '--printed': ['probe'],
} as const;
type Option = keyof typeof options;

export function parseArguments(given: readonly string[]): Parsed {
  if (given.length === 0 || given.includes('--help') || given.includes('-h'))
    return { ok: true, commandLine: { command: 'help' } };
  const [command, ...rest] = given;
  if (command !== 'list' && command !== 'watch' && command !== 'probe')
    return fault(`the command is list, watch or probe, not ${command}`);

  const values = new Map<Option, string>();
  let json = false;
  for (let index = 0; index < rest.length; index += 1) {
    const [word = '', ...after] = rest[index]?.split('=') ?? [];
    if (word === '--json' && after.length === 0) {
      json = true;
      continue;
    }
    if (!isOption(word)) return fault(`unknown option ${word}`);
    if (!(options[word] as readonly string[]).includes(command))
      return fault(`${word} is not for ${command}`);
    const next = rest[index + 1];
    if (after.length === 0) index += 1;
    const value = after.length > 0 ? after.join('=') : next;
    if (value === undefined || value === '' || value.startsWith('--')) return fault(`${word} needs a value`);
    if (values.has(word)) return fault(`${word} is given twice`);
    values.set(word, value);
  }
  return command === 'list'
    ? { ok: true, commandLine: { command, json } }
    : choiceFrom(command, json, values);
}

function choiceFrom(command: 'watch' | 'probe', json: boolean, values: ReadonlyMap<Option, string>): Parsed {
  const device = values.get('--device')?.toUpperCase() ?? null;
  if (device !== null && !UsbIds.safeParse(device).success)
    return fault(`--device is two hexadecimal numbers of four digits, such as 08FF:0009, not ${device}`);
  const profile = oneOf(deviceProfiles(), values.get('--profile')?.toLowerCase());
  if (profile === undefined) return fault(`--profile is ${wordsOf(deviceProfiles())}`);
  const format = oneOf(ReaderFormat.options, values.get('--format')?.toUpperCase());
  if (format === undefined) return fault(`--format is ${wordsOf(ReaderFormat.options)}`);
  const part = partFrom(values.get('--part'));
  if (part === null)
    return fault('--part is page and usage in hexadecimal, such as FF00:0001, as `list` shows them');
  if (part !== undefined && profile !== 'raw') return fault('--part is for --profile raw');
  const choice = { json, device, profile, part, format };
  if (command === 'probe') {
    const printed = values.get('--printed') ?? null;
    if (printed !== null && !/\d/.test(printed))
      return fault('--printed needs the number printed on the card');
    return { ok: true, commandLine: { command, ...choice, printed } };
  }
  const field = fieldFrom(values.get('--field'));
  if (field === undefined) return fault('--field is FROM:LENGTH:big or FROM:LENGTH:little, such as 2:4:big');
  if (profile === 'raw' && field === null)
    return fault('the profile raw needs --field FROM:LENGTH:big|little; `probe` finds it');
  if (field !== null && profile !== 'raw') return fault('--field is for --profile raw');
  if ((profile === 'raw' || profile === 'keyboard') && device === null)
    return fault(`the profile ${profile} needs --device, because such readers look like any other device`);
  return { ok: true, commandLine: { command, ...choice, field } };
}

/** Profiles with a device; a function, because the usage above it names them. */
function deviceProfiles(): readonly ReaderProfile[] {
  return ReaderProfile.options.filter((name) => name !== 'simulated' && name !== 'wedge');
}

/** Eight words a line, as wide as the usage. */
function inLines(words: readonly string[]): string {
  const lines = words.flatMap((_, index) =>
    index % 8 === 0 ? [words.slice(index, index + 8).join(', ')] : [],
  );
  return lines.join(`,\n${' '.repeat(23)}`);
}

function wordsOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Null where nothing is given, undefined where it is none of them. */
function oneOf<Word extends string>(
  words: readonly Word[],
  given: string | undefined,
): Word | null | undefined {
  return given === undefined ? null : words.find((word) => word === given);
}

function fieldFrom(text: string | undefined): ReportField | null | undefined {
  if (text === undefined) return null;
  const [, offset, length, byteOrder] = /^(\d{1,4}):(\d{1,2}):(big|little)$/.exec(text) ?? [];
  const parsed = ReportField.safeParse({ offset: Number(offset), length: Number(length), byteOrder });
  return parsed.success ? parsed.data : undefined;
}

/** Null where it is no usage. */
function partFrom(text: string | undefined): HidCollection | null | undefined {
  if (text === undefined) return undefined;
  const [, page, usage] = /^([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(text) ?? [];
  const parsed = HidCollection.safeParse({ usagePage: Number(`0x${page}`), usage: Number(`0x${usage}`) });
  return parsed.success ? parsed.data : null;
}

function isOption(word: string): word is Option {
  return Object.hasOwn(options, word);
}

function fault(message: string): Parsed {
  return { ok: false, fault: message };
}
