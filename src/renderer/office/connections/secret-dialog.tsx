/** A secret that Foyer shows this once. */
import { useTranslation } from 'react-i18next';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskCopy } from '../../ui/desk-copy.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';

export function SecretDialog({
  secret,
  of,
  onClose,
}: {
  readonly secret: string;
  readonly of: 'webhook' | 'integration';
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  return (
    <DeskDialog title={t('connections.secret.title')} onClose={onClose}>
      <p>{t(`connections.secret.${of}`)}</p>
      <DeskCopy
        text={secret}
        name={t('connections.secret.name')}
        label={t('connections.secret.copy')}
        copied={t('connections.secret.copied')}
        marked={t('connections.secret.marked')}
      />
      <div className="desk-actions">
        <DeskButton kind="primary" onClick={onClose}>
          {t('form.close')}
        </DeskButton>
      </div>
    </DeskDialog>
  );
}
