/**
 * The silent alert: visitors whom the kiosk sent to reception because of the watchlist. It makes no sound, stays
 * until somebody with the security role has decided, and tells reception no reason.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../shared/vocabulary.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useCall } from './queries.ts';
import { useHasRole } from './session.tsx';
import { useTimes } from './site.tsx';
import { WaitingVisitorDialog } from './waiting-visitor-dialog.tsx';
import './waiting-visitors.css';

export function WaitingVisitors() {
  const { t } = useTranslation('console');
  const times = useTimes();
  const decides = useHasRole('security');
  const meets = useHasRole('reception', 'security');
  const { data } = useCall('watchlist.alerts', {}, { enabled: meets });
  const [looking, setLooking] = useState<VisitId | null>(null);
  const alerts = data?.alerts ?? [];
  if (alerts.length === 0 && looking === null) return null;
  return (
    <section className="waiting-visitors" aria-label={t('alert.region')}>
      {alerts.map(({ visitId, name, company, host, raisedAt }) => {
        const who = name === '' ? t('alert.nameless') : name;
        const about = [company, host, t('alert.since', { at: times.short(raisedAt) })].filter(
          (part) => part !== '',
        );
        return (
          <DeskMessage
            key={visitId}
            tone="waiting"
            icon="shield"
            title={decides ? t('alert.securityTitle', { name: who }) : t('alert.receptionTitle')}
            action={
              decides ? (
                <DeskButton kind="primary" onClick={() => setLooking(visitId)}>
                  {t('alert.look')}
                </DeskButton>
              ) : undefined
            }
          >
            {decides ? t('alert.security') : t('alert.reception', { name: who })}
            <small className="waiting-visitors__about">
              <bdi>{about.join(' · ')}</bdi>
            </small>
          </DeskMessage>
        );
      })}
      {looking === null ? null : <WaitingVisitorDialog visitId={looking} onClose={() => setLooking(null)} />}
    </section>
  );
}
