/** The database could not be used: what happened, what to do, and that nothing was overwritten. */
import { useTranslation } from 'react-i18next';
import type { StorageFault } from '../../shared/contract/site.ts';
import { DeskMessage } from '../ui/desk-message.tsx';
import { PlainPage } from './plain-page.tsx';

export function FaultPage({ fault }: { readonly fault: StorageFault }) {
  const { t } = useTranslation('console');
  const steps = t(`fault.${fault}.steps`, { returnObjects: true });
  return (
    <PlainPage title={t(`fault.${fault}.title`)}>
      <p>{t(`fault.${fault}.what`)}</p>
      <section className="desk-card">
        <h2>{t('fault.whatToDo')}</h2>
        <ol className="fault-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <DeskMessage tone="good" icon="shield" title={t('fault.nothingOverwritten')}>
        {t('fault.meanwhile')}
      </DeskMessage>
      <p className="desk-muted desk-small">{t('fault.code', { code: fault })}</p>
    </PlainPage>
  );
}
