/** Asks before something goes for good. */
import { useTranslation } from 'react-i18next';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';

export function ConfirmDialog({
  title,
  act,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  /** Of the button. */
  readonly act: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  return (
    <DeskDialog title={<bdi>{title}</bdi>} onClose={onClose}>
      <div className="desk-actions">
        <DeskButton kind="danger" onClick={onConfirm}>
          {act}
        </DeskButton>
        <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
