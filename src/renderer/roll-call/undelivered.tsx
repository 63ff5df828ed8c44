/** What has not reached the core, and since when nothing was heard from it. */
import { useTranslation } from 'react-i18next';
import { waitingMarks } from '../console/roll-call-alarm.tsx';
import { useTimes } from '../console/site.tsx';
import type { WaitingState } from '../console/waiting-marks.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';

export function Undelivered({
  state,
  lost,
  heardAt,
}: {
  readonly state: WaitingState;
  readonly lost: boolean;
  readonly heardAt: number;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const waiting = state.items.filter(({ sent }) => !sent).length;
  const noContact = lost || state.lost;
  return (
    <>
      {noContact ? (
        <DeskMessage
          tone="waiting"
          icon="unplugged"
          title={t('rollCall.noContact', { at: times.clock(heardAt) })}
        >
          {waiting === 0 ? t('rollCall.noContactHint') : t('rollCall.marksWaiting', { count: waiting })}
        </DeskMessage>
      ) : null}
      {state.refused > 0 ? (
        <DeskMessage
          tone="bad"
          action={<DeskButton onClick={waitingMarks.forgetRefused}>{t('form.close')}</DeskButton>}
        >
          {t('rollCall.refused', { count: state.refused })}
        </DeskMessage>
      ) : null}
    </>
  );
}
