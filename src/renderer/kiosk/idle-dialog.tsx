/** Asks whether anybody is still there, as often as it takes. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../ui/touch-button.tsx';
import { TouchDialog } from '../ui/touch-dialog.tsx';

export function IdleDialog({
  secondsLeft,
  onStay,
}: {
  readonly secondsLeft: number;
  readonly onStay: () => void;
}) {
  const { t } = useTranslation('kiosk');
  return (
    <TouchDialog title={t('idle.title')} onClose={onStay}>
      <p className="touch-dialog__lede" role="timer">
        {t('idle.text', { count: secondsLeft })}
      </p>
      <TouchButton kind="primary" onClick={onStay}>
        {t('idle.stay')}
      </TouchButton>
    </TouchDialog>
  );
}
