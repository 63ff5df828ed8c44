/** Says that the evacuation list is not being written, and why; nothing while it is, or where it is off. */
import { useTranslation } from 'react-i18next';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useCall } from './queries.ts';
import { useFaultWords } from './refusals.tsx';

export function EvacuationListAlarm() {
  const { t } = useTranslation('console');
  const faultWords = useFaultWords();
  const { data } = useCall('evacuationList.state', {});
  if (!data?.fault) return null;
  return (
    <DeskMessage tone="bad" title={t('evacuationList.failing')}>
      {t('evacuationList.failingHint', { why: faultWords(data.fault) })}
    </DeskMessage>
  );
}
