/** What the parts of a USB device are called. */
import type { TFunction } from 'i18next';
import type { HidCollection } from '../../shared/contract/readers.ts';
import type enConsole from '../words/en/console.json';

type ConsoleWords = TFunction<'console'>;
type UsageName = keyof (typeof enConsole)['readers']['usage'];

/** HID Usage Tables 1.5: pages and usages people have a word for. Keys are `page/usage`, or `page` for all of it. */
const usageNames: Readonly<Record<string, UsageName>> = {
  '1/1': 'pointer',
  '1/2': 'mouse',
  '1/4': 'gamepad',
  '1/5': 'gamepad',
  '1/6': 'keyboard',
  '1/7': 'keypad',
  '1/128': 'system',
  '11': 'telephone',
  '12': 'media',
  '13': 'touch',
  '89': 'light',
  '132': 'power',
  '133': 'power',
  '140': 'scanner',
  '141': 'scale',
  '142': 'stripe',
  '61904': 'securityKey',
};
/** Pages from here on mean whatever their maker says (HID Usage Tables, page 0xFF00 to 0xFFFF). */
const firstVendorPage = 0xff00;

const hexadecimal = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(2, '0')}`;

/** `keyboard, media keys`; each word once. */
export function usageWords(t: ConsoleWords, collections: readonly HidCollection[]): string {
  return [...new Set(collections.map((collection) => nameOf(t, collection)))].join(', ');
}

function nameOf(t: ConsoleWords, { usagePage, usage }: HidCollection): string {
  if (usagePage >= firstVendorPage && usagePage <= 0xffff && usageNames[`${usagePage}`] === undefined)
    return t('readers.usage.vendor');
  const name = usageNames[`${usagePage}/${usage}`] ?? usageNames[`${usagePage}`];
  return name === undefined
    ? t('readers.usage.other', { page: hexadecimal(usagePage), usage: hexadecimal(usage) })
    : t(`readers.usage.${name}`);
}

/** `something of its maker's own, 0xFF00/0x01`: a part of a device, told apart from others with the same name. */
export function collectionWords(t: ConsoleWords, collection: HidCollection): string {
  const name = nameOf(t, collection);
  return name.includes(hexadecimal(collection.usagePage)) ? name : `${name}, ${partIds(collection)}`;
}

/** `0xFF00/0x01`: page and usage. */
export function partIds({ usagePage, usage }: HidCollection): string {
  return `${hexadecimal(usagePage)}/${hexadecimal(usage)}`;
}
