/** What a file of hosts does, or what is wrong with it. */
import { useTranslation } from 'react-i18next';
import type { HostField, ImportLine, ImportReport } from '../../../shared/contract/hosts.ts';
import { LineReport } from '../../console/line-report.tsx';
import { DeskMessage, type Tone } from '../../ui/desk-message.tsx';

const tones: Readonly<Record<ImportLine['outcome'], Tone>> = {
  add: 'good',
  correct: 'waiting',
  return: 'good',
  unchanged: 'plain',
  fault: 'bad',
};

/** Lines shown before somebody asks for the rest. */
const firstLines = 100;

export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation('console');
  const { fileFault, counts, ignored, lines } = report;
  const fieldName = (field: HostField): string => t(`hosts.${field}`);
  if (fileFault !== null)
    return (
      <DeskMessage tone="bad">
        {t(`hosts.importing.fileFault.${fileFault.code}`, {
          columns: fileFault.fields.map(fieldName).join(', '),
        })}
      </DeskMessage>
    );
  return (
    <LineReport
      lines={lines}
      counts={counts}
      tones={tones}
      outcomeWords={(outcome) => t(`hosts.importing.outcome.${outcome}`)}
      fieldWords={fieldName}
      advice={t(counts.fault > 0 ? 'hosts.importing.blocked' : 'hosts.importing.ready')}
      nameHeading={t('hosts.name')}
      className="hosts__report"
      mostAtFirst={firstLines}
    >
      {ignored.length > 0 ? (
        <p className="desk-muted">
          <bdi>{t('hosts.importing.ignored', { columns: ignored.join(', ') })}</bdi>
        </p>
      ) : null}
    </LineReport>
  );
}
