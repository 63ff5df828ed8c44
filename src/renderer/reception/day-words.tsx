/** A day as reception speaks of it. */
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/vocabulary.ts';
import { daysAfter } from '../console/local-date.ts';
import { useTimes } from '../console/site.tsx';

export function DayWords({ on, today }: { readonly on: LocalDate; readonly today: LocalDate }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  if (on === today) return t('expected.today');
  return on === daysAfter(today, 1) ? t('expected.tomorrow') : times.day(on);
}
