/** Asks whether anybody is still there, as often as it takes; without a time limit it only covers what was typed. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../ui/touch-button.tsx';
import { TouchDialog } from '../ui/touch-dialog.tsx';

export function IdleDialog({
  secondsLeft,
  onStay,
  onEnd,
}: {
  /** Null without a time limit. */
  readonly secondsLeft: number | null;
  readonly onStay: () => void;
  readonly onEnd: () => void;
}) {
  const { t } = useTranslation('kiosk');
  if (secondsLeft === null)
    return (
      <TouchDialog title={t('idle.title')} veil onClose={onStay}>
        <p className="touch-dialog__lede">{t('idle.unhurried')}</p>
        <TouchButton kind="primary" onClick={onStay}>
          {t('idle.goOn')}
        </TouchButton>
        <TouchButton onClick={onEnd}>{t('frame.startOver')}</TouchButton>
      </TouchDialog>
    );
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
