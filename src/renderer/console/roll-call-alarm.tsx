/** On every screen while a roll call is open: that it is, how many are unaccounted, and the way to it. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../client.ts';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { placeAddress } from './place.ts';
import { useCall } from './queries.ts';
import { createWaitingMarks } from './waiting-marks.ts';

/** One for the page: marks wait here while nobody is signed in, too. */
export const waitingMarks = createWaitingMarks({
  call,
  storage: window.sessionStorage,
  now: () => Date.now(),
  later: (work, ms) => void setTimeout(work, ms),
});

export function RollCallAlarm() {
  const { t } = useTranslation('console');
  const { data } = useCall('rollCalls.state', {});
  useEffect(() => void waitingMarks.drain(), []);
  const rollCall = data?.rollCall;
  if (!rollCall) return null;
  const { kind, counts } = rollCall;
  return (
    <section className="roll-call-alarm-frame" aria-label={t(`rollCall.alarm.${kind}`)}>
      <a className="roll-call-alarm" href={placeAddress('roll-call')}>
        <DeskIcon name="warning" size={22} />
        <b>{t(`rollCall.alarm.${kind}`)}</b>
        <span>{t('rollCall.alarm.unaccounted', { count: counts.unaccounted })}</span>
        <span className="roll-call-alarm__go">{t('rollCall.alarm.open')}</span>
      </a>
    </section>
  );
}
