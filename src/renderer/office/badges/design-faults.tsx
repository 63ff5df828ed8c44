/** What is wrong with the site's own designs, by file and field. */
import { useTranslation } from 'react-i18next';
import type { DesignFault } from '../../../shared/badges/design.ts';
import { DeskMessage } from '../../ui/desk-message.tsx';

export function DesignFaults({ faults }: { readonly faults: readonly DesignFault[] }) {
  const { t } = useTranslation('console');
  if (faults.length === 0) return null;
  return (
    <DeskMessage tone="bad" title={t('badges.settings.faults')}>
      <ul>
        {faults.map(({ file, field, fault }) => (
          <li key={`${file} ${field} ${fault}`}>
            <code>
              {file}
              {field === '' ? '' : `: ${field}`}
            </code>{' '}
            {t(`badges.fault.${fault}`)}
          </li>
        ))}
      </ul>
    </DeskMessage>
  );
}
