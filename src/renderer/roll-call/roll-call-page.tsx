/**
 * Roll call: for security and reception, on a desk, a tablet or a phone. Open it is the list to mark; otherwise the
 * way to start one and the reports of those that are over. It signs nobody out.
 */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { rollCallIdleSeconds } from '../../shared/contract/roll-calls.ts';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { waitingMarks } from '../console/roll-call-alarm.tsx';
import { RollCallStart } from '../console/roll-call-start.tsx';
import { useHasRole, useSession } from '../console/session.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { OpenRollCall } from './open-roll-call.tsx';
import { RollCallReports } from './roll-call-reports.tsx';

/** Beside the events: a connection that broke without a word is noticed after this long, in milliseconds. */
const lookedAt = 4_000;

export function RollCallPage() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { lengthen } = useSession();
  const security = useHasRole('security');
  const { data, error, failureCount, dataUpdatedAt } = useCall(
    'rollCalls.current',
    {},
    { every: lookedAt, forget: true },
  );
  const open = data !== undefined && data.rollCall !== null;
  useEffect(() => {
    if (!open) return;
    lengthen(rollCallIdleSeconds);
    return () => lengthen(null);
  }, [open, lengthen]);
  useEffect(() => {
    if (!data) return;
    if (data.rollCall === null) waitingMarks.over();
    else
      waitingMarks.shown(
        new Set(
          data.people.flatMap(({ personId, marks }) => [personId, ...marks.map(({ markId }) => markId)]),
        ),
      );
    void waitingMarks.drain();
  }, [data]);
  if (data?.rollCall)
    return (
      <OpenRollCall
        rollCall={data.rollCall}
        people={data.people}
        skewMs={data.now - dataUpdatedAt}
        lost={failureCount > 0 || error !== null}
        heardAt={dataUpdatedAt}
      />
    );
  return (
    <main className="page roll-calls">
      <header className="page__head">
        <h1>{t('rollCall.title')}</h1>
      </header>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <>
          <p className="desk-muted">{t(security ? 'rollCall.noneHint' : 'rollCall.noneReception')}</p>
          {security ? <RollCallStart large /> : null}
          {security ? <RollCallReports /> : null}
        </>
      ) : null}
    </main>
  );
}
