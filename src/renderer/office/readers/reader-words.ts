/** How readers and devices are called on the reader page. */
import type { TFunction } from 'i18next';
import type { FoundDevice, RawField, ReaderPlace, ReportField } from '../../../shared/contract/readers.ts';
import { collectionWords } from '../../console/usage-words.ts';
import type enConsole from '../../words/en/console.json';

type ConsoleWords = TFunction<'console'>;
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

/** `4 bytes after 1, least significant first`. */
export function rawFieldWords(t: ConsoleWords, { offset, length, byteOrder, collection }: RawField): string {
  const place = t('readers.rawField', { offset, length, order: orderWords(t, byteOrder) });
  return collection === undefined ? place : `${place} · ${collectionWords(t, collection)}`;
}

export function orderWords(t: ConsoleWords, order: ReportField['byteOrder']): string {
  return t(order === 'big' ? 'readers.orderBig' : 'readers.orderLittle');
}

/** A form in which numbers are printed; one without words of its own reads as its code. */
export function formWords(t: ConsoleWords, form: string): string {
  return t(`readers.form.${form as FormName}`, { defaultValue: form });
}
