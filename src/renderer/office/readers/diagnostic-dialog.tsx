/** The diagnostic: shown before it is saved, so that everybody sees what is in it and what is not. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { saveFile } from '../../save-file.ts';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskCopy } from '../../ui/desk-copy.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';

const fileName = 'foyer-readers.json';

export function DiagnosticDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('readers.diagnostic', {}, { forget: true });
  const [saved, setSaved] = useState(false);
  return (
    <DeskDialog title={t('readers.diagnostic.title')} onClose={onClose}>
      <p className="desk-muted">{t('readers.diagnostic.lead')}</p>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <DeskCopy
          text={data.diagnostic}
          label={t('readers.diagnostic.copy')}
          name={t('readers.diagnostic.text')}
          copied={t('readers.rule.copied')}
          marked={t('readers.rule.marked')}
        >
          <DeskButton
            kind="primary"
            onClick={() => {
              saveFile(data.diagnostic, 'json', fileName);
              setSaved(true);
            }}
          >
            {t('readers.diagnostic.save')}
          </DeskButton>
        </DeskCopy>
      ) : error ? null : (
        <p role="status">{t('readers.diagnostic.making')}</p>
      )}
      {saved ? (
        <DeskMessage tone="good">{t('readers.diagnostic.saved', { file: fileName })}</DeskMessage>
      ) : null}
      <div className="desk-actions">
        <DeskButton onClick={onClose}>{t('form.close')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
