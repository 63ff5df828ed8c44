/** The desk's reader at set-up: one, none, or the answer that it is decided later. */
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ReaderProfile } from '../../../shared/contract/readers.ts';
import { DeskChoice } from '../../ui/desk-field.tsx';
import { ReaderDeviceFields, type ReaderDraft, readerProfiles, withProfile } from '../reader-fields.tsx';

/** `later` is stored like `none`; it is there for whoever does not know the answer. */
export type FirstReaderChoice = ReaderProfile | 'none' | 'later';

export interface FirstReaderValues {
  firstReader: FirstReaderChoice;
  reader: ReaderDraft;
}

export const noReaderYet: FirstReaderValues = {
  firstReader: 'none',
  reader: {
    readerId: 'desk',
    name: '',
    place: 'desk',
    profile: 'simulated',
    format: null,
    device: null,
    raw: null,
  },
};

/** The readers of a site whose first one was described so. */
export function readersFrom({ firstReader, reader }: FirstReaderValues): ReaderDraft[] {
  return firstReader === 'none' || firstReader === 'later' ? [] : [reader];
}

const choices: readonly FirstReaderChoice[] = ['none', 'later', ...readerProfiles];

export function FirstReaderFields() {
  const { t } = useTranslation('console');
  const { control, getValues, setValue } = useFormContext<FirstReaderValues>();
  const { field } = useController({ control, name: 'firstReader' });
  const choose = (choice: FirstReaderChoice): void => {
    field.onChange(choice);
    if (choice !== 'none' && choice !== 'later') setValue('reader', withProfile(getValues('reader'), choice));
  };
  return (
    <div className="form-stack">
      <fieldset className="desk-field">
        <legend className="desk-unseen">{t('site.reader')}</legend>
        <div className="form-choices form-choices--wide">
          {choices.map((choice) => (
            <DeskChoice
              key={choice}
              type="radio"
              name={field.name}
              value={choice}
              label={t(`reader.profile.${choice}`)}
              hint={t(`reader.profileHint.${choice}`)}
              checked={field.value === choice}
              onChange={() => choose(choice)}
            />
          ))}
        </div>
      </fieldset>
      {field.value === 'none' || field.value === 'later' ? null : <ReaderDeviceFields />}
    </div>
  );
}
