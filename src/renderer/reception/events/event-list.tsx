/** Events of today and later: when, and how many of the guests have arrived. */

import { useTranslation } from 'react-i18next';
import { type PlannedEvent, timeSpan } from '../../../shared/contract/planned-events.ts';
import type { EventId, LocalDate } from '../../../shared/vocabulary.ts';
import { Name } from '../../console/visit-words.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';
import { DayWords } from '../day-words.tsx';

export function EventList({
  events,
  today,
  onOpen,
}: {
  readonly events: readonly PlannedEvent[];
  readonly today: LocalDate;
  readonly onOpen: (eventId: EventId) => void;
}) {
  const { t } = useTranslation('console');
  return (
    <section aria-labelledby="expected-events">
      <h2 id="expected-events">{t('events.heading')}</h2>
      <DeskTable className="events__list">
        <thead>
          <tr>
            <th scope="col">{t('events.title')}</th>
            <th scope="col">{t('expected.day')}</th>
            <th scope="col">{t('events.arrived')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ eventId, title, host, validOn, starts, ends, arrived, guests }) => (
            <tr key={eventId}>
              <td>
                <button type="button" className="desk-row-button" onClick={() => onOpen(eventId)}>
                  <Name>{title}</Name>
                </button>
                {host === '' ? null : (
                  <small>
                    {t('expected.host')}: <bdi>{host}</bdi>
                  </small>
                )}
              </td>
              <td>
                <DayWords on={validOn} today={today} />
                <small>{timeSpan(starts, ends)}</small>
              </td>
              <td className="events__count">{t('events.arrivedOf', { arrived, guests })}</td>
            </tr>
          ))}
        </tbody>
      </DeskTable>
    </section>
  );
}
