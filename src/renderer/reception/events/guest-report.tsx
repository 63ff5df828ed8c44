/** What a list of guests does, or what is wrong with it. */
import { useTranslation } from 'react-i18next';
import type { GuestLine, GuestReport } from '../../../shared/contract/planned-events.ts';
import { LineReport } from '../../console/line-report.tsx';
import { DeskMessage, type Tone } from '../../ui/desk-message.tsx';

const tones: Readonly<Record<GuestLine['outcome'], Tone>> = { add: 'good', known: 'plain', fault: 'bad' };

export function GuestReportView({ report }: { readonly report: GuestReport }) {
  const { t } = useTranslation('console');
  const { fault, counts, lines } = report;
  if (fault !== null) return <DeskMessage tone="bad">{t(`events.guests.fault.${fault}`)}</DeskMessage>;
  return (
    <LineReport
      lines={lines}
      counts={counts}
      tones={tones}
      outcomeWords={(outcome) => t(`events.guests.outcome.${outcome}`)}
      fieldWords={(field) => t(`visitor.${field}`)}
      advice={t(counts.fault > 0 ? 'events.guests.blocked' : 'events.guests.ready')}
      nameHeading={t('visitor.name')}
      className="events__report"
    />
  );
}
