/** Larger, clearer, lower, read aloud, unhurried: for one visitor, until they are finished. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../ui/touch-button.tsx';
import { TouchDialog } from '../ui/touch-dialog.tsx';
import { TouchSwitch } from '../ui/touch-switch.tsx';
import type { DisplayMode, DisplayModes } from './display-modes.ts';

const rows: readonly DisplayMode[] = ['large', 'contrast', 'lower', 'listen', 'unhurried'];

export function AccessibilityPanel({
  modes,
  hasVoice,
  onChange,
  onClose,
}: {
  readonly modes: DisplayModes;
  /** The machine can read the language of the screen aloud. */
  readonly hasVoice: boolean;
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
            text={t(
              mode === 'listen' && !hasVoice ? 'accessibility.listenNoVoice' : `accessibility.${mode}Text`,
            )}
            on={modes[mode]}
            disabled={mode === 'listen' && !hasVoice}
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
