/** The red header: how many are unaccounted, for how long, and what belongs to the whole roll call. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCall } from '../../shared/contract/roll-calls.ts';
import { placeAddress } from '../console/place.ts';
import { useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useHasRole } from '../console/session.tsx';
import { useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { printSheet } from '../ui/desk-print.tsx';
import { elapsedWords, type Line, sectionOf } from './roll-call-state.ts';

export function RollCallHead({
  rollCall,
  lines,
  skewMs,
}: {
  readonly rollCall: RollCall;
  readonly lines: readonly Line[];
  readonly skewMs: number;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const security = useHasRole('security');
  const [closing, setClosing] = useState(false);
  const count = (section: ReturnType<typeof sectionOf>): number =>
    lines.filter(({ account }) => sectionOf(account) === section).length;
  const unaccounted = count('unaccounted');
  return (
    <header className="roll-call__head">
      <div className="roll-call__title">
        <h1>
          {t('rollCall.title')}
          {rollCall.kind === 'drill' ? <strong>{t('rollCall.drill')}</strong> : null}
        </h1>
        <p>{t('rollCall.since', { at: times.clock(rollCall.startedAt), name: rollCall.startedBy })}</p>
      </div>
      <p className="roll-call__number" role="status">
        <b>{unaccounted}</b> <span>{t('rollCall.unaccounted')}</span>
      </p>
      <dl className="roll-call__counts">
        <div>
          <dt>{t('rollCall.elapsed')}</dt>
          <dd>
            <Elapsed since={rollCall.startedAt - skewMs} />
          </dd>
        </div>
        <div>
          <dt>{t('rollCall.accounted')}</dt>
          <dd>{count('accounted')}</dd>
        </div>
        {count('uncertain') > 0 ? (
          <div>
            <dt>{t('rollCall.uncertain')}</dt>
            <dd>{count('uncertain')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('rollCall.listed')}</dt>
          <dd>{lines.length}</dd>
        </div>
      </dl>
      <div className="roll-call__acts">
        <a className="roll-call__back" href={placeAddress(security ? 'security' : 'reception')}>
          {t('rollCall.back')}
        </a>
        <button type="button" onClick={printSheet}>
          <DeskIcon name="printer" />
          {t('rollCall.print')}
        </button>
        {security ? (
          <button type="button" onClick={() => setClosing(true)}>
            {t('rollCall.close')}
          </button>
        ) : null}
      </div>
      {closing ? (
        <CloseDialog rollCall={rollCall} unaccounted={unaccounted} onClose={() => setClosing(false)} />
      ) : null}
    </header>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return <time>{elapsedWords(now - since)}</time>;
}

/** Closing cannot be undone, so it is the one thing that asks. */
function CloseDialog({
  rollCall,
  unaccounted,
  onClose,
}: {
  readonly rollCall: RollCall;
  readonly unaccounted: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { run, busy, refused } = useCommand('rollCalls.close');
  return (
    <DeskDialog title={t('rollCall.closeTitle')} onClose={onClose}>
      {unaccounted > 0 ? (
        <DeskMessage tone="bad">{t('rollCall.closeUnaccounted', { count: unaccounted })}</DeskMessage>
      ) : null}
      <p>{t('rollCall.closeHint')}</p>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <div className="desk-actions">
        <DeskButton kind="danger" busy={busy} onClick={() => void run({ rollCallId: rollCall.rollCallId })}>
          {t('rollCall.closeNow')}
        </DeskButton>
        <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
