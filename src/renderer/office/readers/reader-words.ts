/** How readers and devices are called on the reader page. */
import type { TFunction } from 'i18next';
import type { FoundDevice, ReaderPlace, ReportField } from '../../../shared/contract/readers.ts';
import type enConsole from '../../words/en/console.json';

type ConsoleWords = TFunction<'console'>;
type UsageName = keyof (typeof enConsole)['readers']['usage'];
type FormName = keyof (typeof enConsole)['readers']['form'];

/** What staff call it, or what its place makes of it. */
export function readerName(
  t: ConsoleWords,
  { name, place }: { readonly name: string; readonly place: ReaderPlace },
): string {
  return name === '' ? t(`readers.unnamed.${place}`) : name;
}

export function deviceName(t: ConsoleWords, { product }: FoundDevice): string {
  return product.trim() === '' ? t('readers.found.unnamed') : product.trim();
}

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
export function usageWords(t: ConsoleWords, { collections }: FoundDevice): string {
  const words = collections.map(({ usagePage, usage }) => {
    if (usagePage >= firstVendorPage && usagePage <= 0xffff && usageNames[`${usagePage}`] === undefined)
      return t('readers.usage.vendor');
    const name = usageNames[`${usagePage}/${usage}`] ?? usageNames[`${usagePage}`];
    return name === undefined
      ? t('readers.usage.other', { page: hexadecimal(usagePage), usage: hexadecimal(usage) })
      : t(`readers.usage.${name}`);
  });
  return [...new Set(words)].join(', ');
}

/** `4 bytes after 1, least significant first`. */
export function rawFieldWords(t: ConsoleWords, { offset, length, byteOrder }: ReportField): string {
  return t('readers.rawField', { offset, length, order: orderWords(t, byteOrder) });
}

export function orderWords(t: ConsoleWords, order: ReportField['byteOrder']): string {
  return t(order === 'big' ? 'readers.orderBig' : 'readers.orderLittle');
}

/** A form in which numbers are printed; one without words of its own reads as its code. */
export function formWords(t: ConsoleWords, form: string): string {
  return t(`readers.form.${form as FormName}`, { defaultValue: form });
}
