/** Adds somebody who is on no list: a courier, a guest of a guest. Name only. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonName } from '../../shared/text.ts';
import type { PersonId, RollCallId } from '../../shared/vocabulary.ts';
import { newId } from '../console/new-visit-id.ts';
import { useFaultWords } from '../console/refusals.tsx';
import { waitingMarks } from '../console/roll-call-alarm.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskField } from '../ui/desk-field.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';

export function AddPerson({ rollCallId }: { readonly rollCallId: RollCallId }) {
  const { t } = useTranslation('console');
  const faultWords = useFaultWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const close = (): void => {
    setOpen(false);
    setName('');
    setFault(undefined);
  };
  return (
    <>
      <DeskButton icon={<DeskIcon name="plus" />} onClick={() => setOpen(true)}>
        {t('rollCall.add')}
      </DeskButton>
      {open ? (
        <DeskDialog title={t('rollCall.addTitle')} onClose={close}>
          <form
            className="form-stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const parsed = PersonName.safeParse(name);
              if (!parsed.success) {
                setFault(parsed.error.issues[0]?.message);
                return;
              }
              waitingMarks.addPerson({ rollCallId, personId: newId() as PersonId, name: parsed.data });
              close();
            }}
          >
            <DeskField
              label={t('visitor.name')}
              hint={t('rollCall.addHint')}
              fault={faultWords(fault)}
              value={name}
              autoComplete="off"
              spellCheck={false}
              // biome-ignore lint/a11y/noAutofocus: the dialog is for this one field
              autoFocus
              onChange={(event) => setName(event.target.value)}
            />
            <div className="desk-actions">
              <DeskButton type="submit" kind="primary">
                {t('rollCall.addNow')}
              </DeskButton>
              <DeskButton onClick={close}>{t('form.cancel')}</DeskButton>
            </div>
          </form>
        </DeskDialog>
      ) : null}
    </>
  );
}
