/** Restricted visits by the day somebody is to look again. First letters stand for names: the list is no look at anyone. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { VisitId } from '../../../shared/vocabulary.ts';
import { useTimes } from '../../console/site.tsx';
import { walkRows } from '../../ui/desk-keys.ts';
import { DeskTag } from '../../ui/desk-message.tsx';
import { DeskRow } from '../../ui/desk-row.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';

type Holds = CallOutput<'holds.list'>;

export function HoldTable({
  holds,
  restricted,
  chosen,
  onChoose,
}: Pick<Holds, 'holds' | 'restricted'> & {
  readonly chosen: VisitId | null;
  readonly onChoose: (visitId: VisitId) => void;
}) {
  const { t } = useTranslation('console');
  const title = useId();
  return (
    <section className="office__section" aria-labelledby={title}>
      <h2 id={title}>{t('holds.list')}</h2>
      <DeskTable className="desk-table--rows">
        <thead>
          <tr>
            <th scope="col">{t('visit.visitor')}</th>
            <th scope="col">{t('visit.arrived')}</th>
            <th scope="col">{t('holds.reason')}</th>
            <th scope="col">{t('holds.sinceColumn')}</th>
            <th scope="col">{t('holds.reviewBy')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={walkRows}>
          {holds.map((hold) => (
            <HoldRow key={hold.visitId} hold={hold} chosen={chosen === hold.visitId} onChoose={onChoose} />
          ))}
        </tbody>
      </DeskTable>
      {restricted > holds.length ? (
        <p className="desk-muted">{t('holds.more', { count: holds.length, restricted })}</p>
      ) : null}
    </section>
  );
}

function HoldRow({
  hold,
  chosen,
  onChoose,
}: {
  readonly hold: Holds['holds'][number];
  readonly chosen: boolean;
  readonly onChoose: (visitId: VisitId) => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { visitId, maskedName, arrivedAt } = hold;
  return (
    <DeskRow
      chosen={chosen}
      onChoose={() => onChoose(visitId)}
      head={
        maskedName === '' ? <span className="desk-muted">{t('visit.purged')}</span> : <bdi>{maskedName}</bdi>
      }
    >
      <td>
        {times.short(arrivedAt)}
        {hold.onSite ? <small>{t('visit.onSite')}</small> : null}
      </td>
      <td>{t(`holds.reasons.${hold.reason}`)}</td>
      <td>
        {times.date(hold.restrictedAt)}
        <small>
          <bdi>{hold.restrictedBy}</bdi>
        </small>
      </td>
      <td>
        {times.plainDay(hold.reviewBy)}{' '}
        {hold.overdue ? <DeskTag tone="bad">{t('holds.overdue')}</DeskTag> : null}
      </td>
    </DeskRow>
  );
}
