/** All active hosts as a file. */
import { useTranslation } from 'react-i18next';
import { call } from '../../client.ts';
import { useTimes } from '../../console/site.tsx';
import { SaveCsv } from '../save-csv.tsx';

export function ExportHosts({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <SaveCsv
      label={t('hosts.export')}
      fileName={t('hosts.exportFile')}
      disabled={disabled}
      ask={() => call('hosts.export', {})}
      saved={({ hosts }) => t('hosts.exported', { number: times.number(hosts) })}
    />
  );
}
