/** Whether a visit is restricted, and what a privacy officer or an administrator may do about it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hold } from '../../shared/contract/holds.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useHasRole } from '../console/session.tsx';
import { useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { RestrictDialog } from './restrict-dialog.tsx';
import './holds.css';

/** Nothing at all for somebody who may do nothing, while there is no restriction. */
export function VisitHold({
  visit,
  hold,
  onDone,
}: {
  readonly visit: VisitRow;
  readonly hold: Hold | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const mayAct = useHasRole('privacy', 'administrator');
  const lift = useCommand('visits.liftRestriction');
  const [open, setOpen] = useState<'restrict' | 'erase' | null>(null);
  const { visitId } = visit;
  const inHouse = visit.departedAt === null || visit.admission === 'waiting';
  const close = (): void => setOpen(null);
  const finish = (done: string): void => {
    close();
    toast(done);
    onDone();
  };
  if (!mayAct && hold === null) return null;
  return (
    <section className="visit-hold" aria-label={t('holds.section')}>
      {hold === null ? null : <HoldLine hold={hold} />}
      {mayAct ? (
        <>
          {hold !== null ? (
            <p className="desk-muted desk-small">{t('holds.liftHint')}</p>
          ) : inHouse ? (
            <p className="desk-muted desk-small">{t('holds.eraseLater')}</p>
          ) : null}
          <div className="desk-actions">
            <DeskButton onClick={() => setOpen('restrict')}>
              {t(hold === null ? 'holds.restrict' : 'holds.change')}
            </DeskButton>
            {hold !== null ? (
              <DeskButton
                busy={lift.busy}
                onClick={() =>
                  void lift.run({ visitId }).then((reply) => {
                    if (reply.ok) finish(t('holds.lifted'));
                  })
                }
              >
                {t('holds.lift')}
              </DeskButton>
            ) : inHouse ? null : (
              <DeskButton kind="danger" onClick={() => setOpen('erase')}>
                {t('holds.erase')}
              </DeskButton>
            )}
          </div>
          {lift.refused ? <DeskMessage tone="bad">{words(lift.refused)}</DeskMessage> : null}
        </>
      ) : null}
      {open === 'restrict' ? (
        <RestrictDialog
          visitId={visitId}
          hold={hold}
          onDone={() => finish(t('holds.restricted'))}
          onClose={close}
        />
      ) : null}
      {open === 'erase' ? (
        <EraseDialog visit={visit} onDone={() => finish(t('holds.erased'))} onClose={close} />
      ) : null}
    </section>
  );
}

function HoldLine({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <DeskMessage
      tone={hold.overdue ? 'bad' : 'waiting'}
      icon="lock"
      title={t('holds.line', { reason: t(`holds.reasons.${hold.reason}`) })}
    >
      {t('holds.since', { at: times.full(hold.restrictedAt), name: hold.restrictedBy })}{' '}
      {t(hold.overdue ? 'holds.reviewWas' : 'holds.reviewIs', { on: times.day(hold.reviewBy) })}
    </DeskMessage>
  );
}
