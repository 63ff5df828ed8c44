/** What is due now, and the purge: running, held, or to be started; confirmed only where the core asks for it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';

type Overview = CallOutput<'retention.overview'>;
const kinds = ['contacts', 'visits', 'cardLinks', 'hosts', 'invitations', 'events', 'watchlist'] as const;
/** Rare ones, shown when something of them is due. */
const rareKinds = ['unlisted', 'rollCalls'] as const;

export function PurgePanel({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const toast = useToast();
  const { run, busy, refused, forgetRefusal } = useCommand('retention.purgeNow');
  const [confirming, setConfirming] = useState(false);
  const { due, kept, last, nextAt, running, held, heldBack, erased } = overview;

  const purge = async (confirmed: boolean): Promise<void> => {
    const reply = await run({ confirmed });
    if (reply.ok) {
      setConfirming(false);
      toast(t('purge.started'));
    } else if (reply.code === 'purge-needs-confirmation' && !confirmed) setConfirming(true);
  };
  const asks = refused?.code === 'purge-needs-confirmation';

  return (
    <section className="desk-card purge">
      <div className="purge__numbers">
        <div>
          <h2>{t('purge.dueNow')}</h2>
          <dl className="counts">
            {[...kinds, ...rareKinds.filter((kind) => due[kind] > 0)].map((kind) => (
              <div key={kind}>
                <dt>{t(`purge.kind.${kind}`)}</dt>
                <dd>{times.number(due[kind])}</dd>
              </div>
            ))}
          </dl>
        </div>
        <dl className="desk-facts">
          <dt>{t('purge.kept')}</dt>
          <dd>
            {t('purge.keptCounts', {
              visits: times.number(kept.visits),
              contacts: times.number(kept.contacts),
            })}
          </dd>
          {heldBack > 0 ? (
            <>
              <dt>{t('purge.heldBack')}</dt>
              <dd>{t('purge.heldBackCount', { count: heldBack })}</dd>
            </>
          ) : null}
          {erased > 0 ? (
            <>
              <dt>{t('purge.erased')}</dt>
              <dd>{t('purge.erasedCount', { count: erased })}</dd>
            </>
          ) : null}
          <dt>{t('purge.last')}</dt>
          <dd>{last === null ? t('purge.never') : times.full(last.finishedAt)}</dd>
          <dt>{t('purge.next')}</dt>
          <dd>{times.full(nextAt)}</dd>
        </dl>
      </div>
      {running ? (
        <DeskMessage icon="office" title={t(`purge.phase.${running.phase}`)}>
          <progress
            className="desk-progress"
            aria-label={t('purge.progress')}
            max={Math.max(1, running.total)}
            value={running.done}
          />
          <span className="desk-number">
            {t('purge.doneOf', { done: times.number(running.done), total: times.number(running.total) })}
          </span>
        </DeskMessage>
      ) : null}
      {held ? (
        <DeskMessage tone="waiting" title={t(`purge.held.${held}.title`)}>
          {t(`purge.held.${held}.why`)}
        </DeskMessage>
      ) : null}
      {refused && !asks ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <div className="desk-actions">
        <DeskButton
          kind="primary"
          busy={busy && !confirming}
          disabled={running !== null}
          onClick={() => void purge(false)}
        >
          {t('purge.now')}
        </DeskButton>
        <span className="desk-muted desk-small">{t('purge.nowHint')}</span>
      </div>
      {confirming ? (
        <DeskDialog
          title={t('purge.confirmTitle')}
          onClose={() => {
            setConfirming(false);
            forgetRefusal();
          }}
        >
          <p>{t(held === 'clock-jump' ? 'purge.confirmClock' : 'purge.confirmShare')}</p>
          <dl className="counts">
            {kinds.map((kind) => (
              <div key={kind}>
                <dt>{t(`purge.kind.${kind}`)}</dt>
                <dd>{times.number(due[kind])}</dd>
              </div>
            ))}
          </dl>
          <p className="desk-muted">{t('purge.cannotBeUndone')}</p>
          <div className="desk-actions">
            <DeskButton kind="danger" busy={busy} onClick={() => void purge(true)}>
              {t('purge.confirm')}
            </DeskButton>
            <DeskButton
              onClick={() => {
                setConfirming(false);
                forgetRefusal();
              }}
            >
              {t('form.cancel')}
            </DeskButton>
          </div>
        </DeskDialog>
      ) : null}
    </section>
  );
}
