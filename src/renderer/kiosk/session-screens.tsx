/** A session as it is seen: its screen with the keyboard, and what may lie over them. */
import { useTranslation } from 'react-i18next';
import { TouchKeyboard } from '../ui/touch-keyboard.tsx';
import { AccessibilityPanel } from './accessibility-panel.tsx';
import type { Display } from './display.ts';
import type { DisplayModes } from './display-modes.ts';
import { IdleDialog } from './idle-dialog.tsx';
import { useKeyNames } from './key-names.ts';
import { keyboardOf } from './kiosk-languages.ts';
import { LostScreen } from './screens/lost-screen.tsx';
import { ScreenOf } from './screens/screen-of.tsx';
import { useSession } from './session-context.ts';

export function SessionScreens({
  screenKey,
  lost,
  display,
  secondsLeft,
  onStay,
  panelOpen,
  onModes,
  onPanelClose,
}: {
  /** Another key is another screen, with all its time before it. */
  readonly screenKey: string;
  readonly lost: boolean;
  readonly display: Display;
  /** Until the session ends for want of a touch; null while nobody is asked. */
  readonly secondsLeft: number | null;
  readonly onStay: () => void;
  readonly panelOpen: boolean;
  readonly onModes: (modes: DisplayModes) => void;
  readonly onPanelClose: () => void;
}) {
  const { site, screen, typing, modes, listening, slotNotice, end } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const keyNames = useKeyNames();
  return (
    <>
      <div className="kiosk" hidden={lost}>
        <ScreenOf key={screenKey} />
        {typing ? (
          <TouchKeyboard
            language={keyboardOf(site, i18n.language)}
            room={{ narrow: display.narrow, tall: !display.compact }}
            names={keyNames}
          />
        ) : null}
      </div>
      <div className="unseen" role="status">
        {slotNotice === null ? '' : t(`slot.notice.${slotNotice}`)}
      </div>
      {lost ? <LostScreen kept={screen !== 'attract'} /> : null}
      {panelOpen ? (
        <AccessibilityPanel
          modes={modes}
          hasVoice={listening.hasVoice}
          onChange={onModes}
          onClose={onPanelClose}
        />
      ) : null}
      {secondsLeft === null ? null : (
        <IdleDialog secondsLeft={modes.unhurried ? null : secondsLeft} onStay={onStay} onEnd={end} />
      )}
    </>
  );
}
