/**
 * What a reader is: its kind, which device, and how its numbers are read. At set-up and in the office. The fields
 * stand in a form whose values hold the reader under `reader`.
 */
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  type FoundDevice,
  type HidCollection,
  ReaderFormat,
  type ReaderProfile,
  type ReaderSettings,
} from '../../shared/contract/readers.ts';
import { DeskField, DeskSelect } from '../ui/desk-field.tsx';
import { faultAt } from './forms.ts';
import { useFaultWords } from './refusals.tsx';
import { collectionWords } from './usage-words.ts';

/** A reader while it is being described. */
export type ReaderDraft = z.input<typeof ReaderSettings>;

export interface ReaderValues {
  readonly reader: ReaderDraft;
}

/** Kinds of readers in the order in which they are offered: likely ones first. */
export const readerProfiles: readonly ReaderProfile[] = [
  'pcprox',
  'keyboard',
  'magtek',
  'idtech',
  'hid-pos-msr',
  'hid-pos-scanner',
  'raw',
  'wedge',
  'simulated',
];

/** Readers that look like any other device, so that the site says which one it is. */
export function isNamedByDevice(profile: ReaderProfile): boolean {
  return profile === 'keyboard' || profile === 'raw';
}

/** Readers that are recognised by what they say they are, unless the site says which device it is. */
export function mayBeNamedByDevice(profile: ReaderProfile): boolean {
  return isNamedByDevice(profile) || profile === 'hid-pos-scanner' || profile === 'hid-pos-msr';
}

/** Readers that send bits or characters and leave open what they mean; stripes say it themselves. */
export function leavesFormatOpen(profile: ReaderProfile): boolean {
  return isNamedByDevice(profile) || ['pcprox', 'wedge', 'hid-pos-scanner'].includes(profile);
}

/** Where a number usually stands; what the site changes from there. */
const usualField = { offset: 0, length: 4, byteOrder: 'big' } as const;

/** The draft as another kind of reader; what the new kind has no use for is emptied. */
export function withProfile(draft: ReaderDraft, profile: ReaderProfile): ReaderDraft {
  return {
    ...draft,
    profile,
    format: leavesFormatOpen(profile) ? draft.format : null,
    device: mayBeNamedByDevice(profile) ? draft.device : null,
    raw: profile === 'raw' ? (draft.raw ?? usualField) : null,
  };
}

const emptyAsNull = (typed: unknown): unknown => (typed === '' ? null : typed);
const deviceAsTyped = (typed: unknown): unknown =>
  typeof typed === 'string' ? emptyAsNull(typed.trim().toUpperCase()) : typed;

/** Device, format and place of the number, as far as the chosen kind leaves them open. */
export function ReaderDeviceFields({ devices = [] }: { readonly devices?: readonly FoundDevice[] }) {
  const { t } = useTranslation('console');
  const { register, watch, setValue, formState } = useFormContext<ReaderValues>();
  const words = useFaultWords();
  const fault = (path: string): string | undefined => words(faultAt(formState.errors, `reader.${path}`));
  const { profile, raw, format, device } = watch('reader');
  const list = useId();
  const named = mayBeNamedByDevice(profile);
  if (!named && !leavesFormatOpen(profile)) return null;
  return (
    <>
      <div className="form-grid">
        {named ? (
          <>
            <DeskField
              label={t('reader.device')}
              hint={t('reader.deviceHint')}
              optional={isNamedByDevice(profile) ? undefined : t('form.optional')}
              placeholder="08FF:0009"
              list={list}
              fault={fault('device')}
              {...register('reader.device', { setValueAs: deviceAsTyped })}
            />
            <datalist id={list}>
              {devices.map(({ device, product }) => (
                <option key={device} value={device}>
                  {product}
                </option>
              ))}
            </datalist>
          </>
        ) : null}
        {leavesFormatOpen(profile) ? (
          <DeskSelect
            label={t('reader.format')}
            hint={t(format ? `reader.formatHints.${format}` : 'reader.formatByProfileHint')}
            options={[
              { value: '', label: t('reader.formatByProfile') },
              ...ReaderFormat.options.map((each) => ({
                value: each,
                label: t(`reader.formats.${each}`),
              })),
            ]}
            fault={fault('format')}
            {...register('reader.format', { setValueAs: emptyAsNull })}
          />
        ) : null}
      </div>
      {profile === 'raw' && raw ? (
        <PartField
          devices={devices.filter((found) => found.device === deviceAsTyped(device))}
          chosen={raw.collection}
          onChoose={(collection) => setValue('reader.raw.collection', collection, { shouldDirty: true })}
        />
      ) : null}
      {profile === 'raw' && raw ? (
        <div className="reader-raw">
          <DeskField
            label={t('reader.offset')}
            hint={t('reader.offsetHint')}
            type="number"
            min={0}
            max={1024}
            unit={t('reader.bytes')}
            fault={fault('raw.offset')}
            {...register('reader.raw.offset', { valueAsNumber: true })}
          />
          <DeskField
            label={t('reader.length')}
            hint={t('reader.lengthHint')}
            type="number"
            min={1}
            max={64}
            unit={t('reader.bytes')}
            fault={fault('raw.length')}
            {...register('reader.raw.length', { valueAsNumber: true })}
          />
          <DeskSelect
            label={t('reader.byteOrder')}
            options={[
              { value: 'big', label: t('reader.byteOrderBig') },
              { value: 'little', label: t('reader.byteOrderLittle') },
            ]}
            fault={fault('raw.byteOrder')}
            {...register('reader.raw.byteOrder')}
          />
        </div>
      ) : null}
    </>
  );
}

const keyOf = ({ usagePage, usage }: HidCollection): string => `${usagePage}/${usage}`;

/** Which part of the device sends the cards; only for a device that has several. */
function PartField({
  devices,
  chosen,
  onChoose,
}: {
  readonly devices: readonly FoundDevice[];
  readonly chosen: HidCollection | undefined;
  readonly onChoose: (collection: HidCollection | undefined) => void;
}) {
  const { t } = useTranslation('console');
  const shapes = new Set(devices.map(({ collections }) => JSON.stringify(collections)));
  const listed = shapes.size > 1 ? devices.flatMap(({ collections }) => collections) : [];
  const parts = new Map(
    [...listed, ...(chosen ? [chosen] : [])].map((collection) => [keyOf(collection), collection]),
  );
  if (parts.size === 0) return null;
  return (
    <DeskSelect
      label={t('reader.part')}
      hint={t('reader.partHint')}
      options={[
        { value: '', label: t('reader.partAny') },
        ...[...parts].map(([value, collection]) => ({ value, label: collectionWords(t, collection) })),
      ]}
      value={chosen ? keyOf(chosen) : ''}
      onChange={(event) => onChoose(parts.get(event.target.value))}
    />
  );
}
