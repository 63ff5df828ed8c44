/** What `npm run reader` says about devices, states and cards. */
import type { CardReading } from '../../src/main/readers/card-read.ts';
import type { FoundDevice, ReaderStatus, TestReading } from '../../src/shared/contract/readers.ts';
import { shippedUdevRules, udevRulesPath, udevRulesWith } from '../../src/shared/udev-rule.ts';

const hexadecimal = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0');

/** Names of usages that readers have (HID Usage Tables), by page and usage. */
const usageNames: Readonly<Record<string, string>> = {
  '0001:0002': 'mouse',
  '0001:0006': 'keyboard',
  '008C:0002': 'bar code scanner',
  '008E:0001': 'stripe reader',
};

export function usagesOf({ collections }: FoundDevice): string {
  const words = collections.map(({ usagePage, usage }) => {
    const numbers = `${hexadecimal(usagePage, 4)}:${hexadecimal(usage, 4)}`;
    const name = usageNames[numbers] ?? (usagePage >= 0xff00 ? "maker's own" : '');
    return name === '' ? numbers : `${numbers} ${name}`;
  });
  return words.length === 0 ? 'not told by this system' : words.join(', ');
}

/** The lines of the udev rules that let this device be opened, and whether Foyer's file has them already. */
export function rulesFor(found: Pick<FoundDevice, 'device' | 'profiles'>): {
  readonly lines: readonly string[];
  readonly shipped: boolean;
} {
  const typesLikeKeyboard = found.profiles.some((name) => name === 'keyboard' || name === 'pcprox');
  const rules = udevRulesWith([{ device: found.device, typesLikeKeyboard }]);
  const [vendor = '', product = ''] = found.device.toLowerCase().split(':');
  const lines = rules
    .split('\n')
    .filter((line) => !line.startsWith('#') && line.includes(`"${vendor}"`) && line.includes(product));
  return { lines, shipped: rules === shippedUdevRules };
}

export const libraryAdvice =
  'the library libusb-1.0.so.0 is missing; on Debian and Ubuntu: sudo apt-get install libusb-1.0-0';

/** What an administrator does about a device that may not be opened, line by line. */
export function accessAdvice(
  found: Pick<FoundDevice, 'device' | 'profiles'>,
  platform: string,
): readonly string[] {
  if (platform === 'darwin')
    return ['allow the terminal under System Settings, Privacy & Security, Input Monitoring'];
  if (platform !== 'linux') return ['the system refuses access; close other programs that use the reader'];
  const { lines, shipped } = rulesFor(found);
  return [
    `sudo cp resources/udev/70-foyer-readers.rules ${udevRulesPath}`,
    ...(shipped
      ? []
      : [
          lines.some((line) => line.includes('LIBINPUT_IGNORE_DEVICE'))
            ? 'and at the end of it, if it is a card reader, because it then types into no window:'
            : 'and at the end of it, for this reader:',
          ...lines.map((line) => `  ${line}`),
        ]),
    'sudo udevadm control --reload && sudo udevadm trigger',
    'and whoever runs Foyer is signed in at the desk or in the group plugdev',
  ];
}

export const stateWords: Readonly<Record<ReaderStatus['state'], string>> = {
  absent: 'not plugged in',
  opening: 'found, being opened',
  ready: 'ready: tap a card',
  lost: 'pulled out or failed',
  waiting: 'fails, tried again after a wait',
  denied: 'found, but the system refuses access',
  unavailable: libraryAdvice,
  off: 'off',
};

const whyUnreadable: Readonly<Record<(CardReading & { kind: 'unreadable' })['reason'], string>> = {
  parity: 'unreadable: the check bits are wrong',
  length: 'unreadable: the length does not fit the format',
  characters: 'unreadable: characters that no card number has',
  'payment-card': 'dropped: a payment card',
  ambiguous: 'unreadable: it can be read in two ways, so name a --format',
  'partial-uid': 'unreadable: four bytes of a longer chip number, so set the reader to send all of it',
  'random-uid': 'unreadable: this chip invents a number at every tap',
};

export function tapWords(reading: CardReading): string {
  if (reading.kind === 'unreadable') return whyUnreadable[reading.reason];
  const { format, facility, number } = reading.credential;
  return `tap: ${format}${facility === null ? '' : `, facility ${facility}`}, number ${number}`;
}

const parityWords = { holds: 'parity holds', fails: 'parity fails', none: 'no parity' } as const;

/** A reading in two lines. */
export function readingLines(reading: TestReading): readonly string[] {
  const { format, field, parity, facility, number, printed } = reading;
  const place =
    field === null
      ? ''
      : `, bytes ${field.offset}–${field.offset + field.length - 1}, ${field.byteOrder} end first`;
  const numbers = `${facility === null ? '' : `facility ${facility}, `}number ${number}`;
  const forms = printed.map(({ form, text, matches }) => `${text} (${form}${matches ? ', as printed' : ''})`);
  return [`${format}${place}, ${parityWords[parity]}: ${numbers}`, `  printed as ${forms.join(', ')}`];
}
