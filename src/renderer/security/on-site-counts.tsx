/** How many are on site now, and what is unusual about them. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';

const shown = ['onSite', 'arrivedToday', 'cardsOut', 'overdue', 'unconfirmedDepartures'] as const;

export function OnSiteCounts({
  counts,
}: {
  readonly counts: CallOutput<'visits.onSite'>['counts'] | undefined;
}) {
  const { t } = useTranslation('console');
  return (
    <dl className="counts" aria-label={t('security.counts')}>
      {shown.map((name) => (
        <div
          key={name}
          className={
            (name === 'overdue' || name === 'unconfirmedDepartures') && (counts?.[name] ?? 0) > 0
              ? 'counts__alarm'
              : undefined
          }
        >
          <dt>{t(`security.count.${name}`)}</dt>
          <dd>{counts?.[name] ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
