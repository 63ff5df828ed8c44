/** A departure that the evening closed: when it was, or that the visitor is here still. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskField } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { useCommand } from './queries.ts';
import { useFaultWords, useRefusalWords } from './refusals.tsx';
import { useSite, useTimes } from './site.tsx';
import { clockOnDayEndingAt } from './site-time.ts';

export function UnconfirmedDeparture({
  visit,
  onDone,
}: {
  readonly visit: VisitRow;
  readonly onDone?: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const times = useTimes();
  const { timeZone } = useSite();
  const toast = useToast();
  const confirm = useCommand('visits.confirmDeparture');
  const reopen = useCommand('visits.reopen');
  const [clock, setClock] = useState('');
  const [missing, setMissing] = useState(false);
  const { visitId, departedAt } = visit;
  if (visit.departure !== 'unconfirmed' || departedAt === null) return null;
  const told = (reply: { readonly ok: boolean }, done: string): void => {
    if (!reply.ok) return;
    toast(done);
    onDone?.();
  };
  const confirmAt = async (): Promise<void> => {
    setMissing(clock === '');
    if (clock === '') return;
    const at = clockOnDayEndingAt(departedAt, clock, timeZone);
    told(await confirm.run({ visitId, departedAt: at }), t('unconfirmed.confirmed'));
  };
  const refused = confirm.refused ?? reopen.refused;
  return (
    <section className="unconfirmed" aria-label={t('unconfirmed.title')}>
      <h3>{t('unconfirmed.title')}</h3>
      <p className="desk-muted">{t('unconfirmed.lead', { at: times.date(departedAt) })}</p>
      <DeskField
        label={t('unconfirmed.time')}
        type="time"
        value={clock}
        onChange={(event) => {
          setClock(event.target.value);
          setMissing(false);
        }}
        fault={faultWords(missing ? 'required' : confirm.refused?.fields?.departedAt)}
      />
      <div className="desk-actions">
        <DeskButton kind="primary" busy={confirm.busy} onClick={() => void confirmAt()}>
          {t('unconfirmed.confirm')}
        </DeskButton>
        {visit.name === '' && !visit.restricted ? null : (
          <DeskButton
            busy={reopen.busy}
            onClick={() =>
              void reopen.run({ visitId }).then((reply) => told(reply, t('unconfirmed.reopened')))
            }
          >
            {t('unconfirmed.stillHere')}
          </DeskButton>
        )}
      </div>
      {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
    </section>
  );
}
