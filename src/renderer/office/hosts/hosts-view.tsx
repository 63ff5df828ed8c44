/** The directory of hosts: finding, adding, correcting, marking as left, and a file in and out. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Host } from '../../../shared/contract/hosts.ts';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useSettled } from '../../console/settled.ts';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../../ui/desk-message.tsx';
import { DeskSearchBox } from '../../ui/desk-search-box.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ExportHosts } from './export-hosts.tsx';
import { HostDialog } from './host-dialog.tsx';
import { HostRow } from './host-row.tsx';
import { ImportDialog } from './import-dialog.tsx';
import './hosts.css';
import { DeskTable } from '../../ui/desk-table.tsx';

const filters = ['active', 'left'] as const;
type Filter = (typeof filters)[number];

export function HostsView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const times = useTimes();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Filter>('active');
  const [open, setOpen] = useState<'add' | 'import' | Host | null>(null);
  const settled = useSettled(text);
  const { data, error } = useCall('hosts.list', { text: settled, state: filter }, { keepPrevious: true });
  const nobody = data !== undefined && data.counts.active + data.counts.left === 0;
  const close = (): void => setOpen(null);
  return (
    <>
      <header className="page__head">
        <div>
          <h1>{t('office.view.hosts')}</h1>
          <p className="desk-muted">{t('hosts.lead')}</p>
        </div>
        <div className="desk-actions">
          <ExportHosts disabled={data === undefined || data.counts.active === 0} />
          <DeskButton onClick={() => setOpen('import')}>{t('hosts.importing.open')}</DeskButton>
          <DeskButton kind="primary" icon={<DeskIcon name="plus" />} onClick={() => setOpen('add')}>
            {t('hosts.add')}
          </DeskButton>
        </div>
      </header>
      <div className="hosts__top">
        <DeskSearchBox
          label={t('hosts.search')}
          placeholder={t('hosts.searchHint')}
          clearLabel={t('search.clear')}
          value={text}
          onChange={setText}
        />
        <DeskTabs
          as="chips"
          label={t('hosts.filter')}
          chosen={filter}
          onChoose={setFilter}
          tabs={filters.map((name) => ({
            name,
            label: t(`hosts.filters.${name}`),
            count: data?.counts[name],
          }))}
        />
      </div>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data && data.hosts.length > 0 ? (
        <DeskTable className="hosts">
          <thead>
            <tr>
              <th scope="col">{t('hosts.name')}</th>
              <th scope="col">{t('hosts.department')}</th>
              <th scope="col">{t('hosts.phone')}</th>
              <th scope="col">{t('hosts.stateColumn')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('card.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.hosts.map((host) => (
              <HostRow key={host.hostId} host={host} onCorrect={() => setOpen(host)} />
            ))}
          </tbody>
        </DeskTable>
      ) : nobody ? (
        <DeskNothing title={t('hosts.none')}>{t('hosts.noneHint')}</DeskNothing>
      ) : data ? (
        <DeskNothing title={t('hosts.nothing')}>{t('hosts.nothingHint')}</DeskNothing>
      ) : null}
      {data && data.found > data.hosts.length ? (
        <p className="desk-muted">
          {t('hosts.more', { shown: times.number(data.hosts.length), found: times.number(data.found) })}
        </p>
      ) : null}
      {open === 'import' ? (
        <ImportDialog onClose={close} />
      ) : open !== null ? (
        <HostDialog host={open === 'add' ? null : open} onClose={close} />
      ) : null}
    </>
  );
}
