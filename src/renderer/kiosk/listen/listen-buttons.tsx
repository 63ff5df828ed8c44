/** In the bar of every screen while it is read aloud: read or stop, and spell where something is typed. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { useSession } from '../session-context.ts';

export function ListenButtons() {
  const { listening, typing } = useSession();
  const { t } = useTranslation('kiosk');
  if (!listening.on) return null;
  return (
    <>
      {typing ? (
        <TouchButton
          kind="quiet"
          className="icon-only"
          data-listen=""
          icon={<TouchIcon name="spell" />}
          aria-label={t('listen.spell')}
          onClick={listening.spell}
        />
      ) : null}
      <TouchButton
        kind="quiet"
        className="icon-only"
        data-listen=""
        icon={<TouchIcon name={listening.speaking ? 'stop' : 'listen'} />}
        aria-label={t(listening.speaking ? 'listen.stop' : 'listen.read')}
        onClick={listening.readOrStop}
      />
    </>
  );
}
