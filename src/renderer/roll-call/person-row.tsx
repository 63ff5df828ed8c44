/** One person: who, how sure the list is, and the one thing to press. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../console/site.tsx';
import { Name } from '../console/visit-words.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { evidenceWords } from './evidence-words.ts';
import type { Line } from './roll-call-state.ts';

export const PersonRow = memo(function PersonRow({
  line,
  now,
  onMark,
}: {
  readonly line: Line;
  readonly now: number;
  readonly onMark: (personId: string, state: 'safe' | 'withdrawn') => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { name, company, host, account, marks, waiting, personId } = line;
  const last = marks.at(-1);
  const shownName = name === '' ? t('visit.purged') : name;
  const safe = account === 'marked-safe';
  const marshals = [
    ...new Set(marks.filter(({ state }) => state === 'safe').map(({ markedBy }) => markedBy)),
  ];
  return (
    <li className={`roll-call-row roll-call-row--${account}`} data-waiting={waiting || undefined}>
      <div className="roll-call-row__who">
        <b>
          <Name>{shownName}</Name>
        </b>
        {company === '' && host === '' ? null : (
          <span className="roll-call-row__from">
            <bdi>
              {[company, host === '' ? '' : t('rollCall.visits', { host })]
                .filter((text) => text !== '')
                .join(' · ')}
            </bdi>
          </span>
        )}
        <span className="roll-call-row__sure">{evidenceWords(t, times, line, now)}</span>
      </div>
      {safe ? (
        <div className="roll-call-row__state">
          <span className="roll-call-row__safe">
            <DeskIcon name="tick" size={22} />
            {t('rollCall.isSafe')}
          </span>
          <span className="roll-call-row__by">
            {waiting ? (
              t('rollCall.waits')
            ) : last ? (
              <bdi>
                {t('rollCall.markedBy', { names: marshals.join(', '), at: times.clock(last.markedAt) })}
              </bdi>
            ) : null}
          </span>
        </div>
      ) : waiting ? (
        <div className="roll-call-row__state">
          <span className="roll-call-row__by">{t('rollCall.waits')}</span>
        </div>
      ) : null}
      <button
        type="button"
        className={safe ? 'roll-call-row__undo' : 'roll-call-row__mark'}
        aria-label={t(safe ? 'rollCall.undoNamed' : 'rollCall.safeNamed', { name: shownName })}
        onClick={() => onMark(personId, safe ? 'withdrawn' : 'safe')}
      >
        {t(safe ? 'rollCall.undo' : 'rollCall.safe')}
      </button>
    </li>
  );
});
