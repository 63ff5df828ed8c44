/** Larger, clearer, lower: for one visitor, until they are finished. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../ui/touch-button.tsx';
import { TouchDialog } from '../ui/touch-dialog.tsx';
import { TouchSwitch } from '../ui/touch-switch.tsx';
import type { DisplayMode, DisplayModes } from './display-modes.ts';

const rows: readonly DisplayMode[] = ['large', 'contrast', 'lower'];

export function AccessibilityPanel({
  modes,
  onChange,
  onClose,
}: {
  readonly modes: DisplayModes;
  readonly onChange: (modes: DisplayModes) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('kiosk');
  return (
    <TouchDialog title={t('accessibility.title')} onClose={onClose}>
      <p className="touch-dialog__lede">{t('accessibility.lede')}</p>
      <div className="touch-dialog__rows">
        {rows.map((mode) => (
          <TouchSwitch
            key={mode}
            label={t(`accessibility.${mode}`)}
            text={t(`accessibility.${mode}Text`)}
            on={modes[mode]}
            onChange={(on) => onChange({ ...modes, [mode]: on })}
          />
        ))}
      </div>
      <TouchButton kind="primary" onClick={onClose}>
        {t('frame.close')}
      </TouchButton>
    </TouchDialog>
  );
}
