/** The devices on the network: whether any are let in, which there are, pairing another, shutting one out. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { Name } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../../ui/desk-message.tsx';
import { type Device, DeviceRow } from './device-row.tsx';
import { NetworkPanel } from './network-panel.tsx';
import { PairDialog } from './pair-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import './devices.css';
import { DeskTable } from '../../ui/desk-table.tsx';

export function DevicesView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const times = useTimes();
  const [open, setOpen] = useState<'pair' | Device | null>(null);
  const { data, error } = useCall('devices.list', {});
  const close = (): void => setOpen(null);
  return (
    <>
      <header className="page__head">
        <div>
          <h1>{t('office.view.devices')}</h1>
          <p className="desk-muted">{t('devices.lead')}</p>
        </div>
        <DeskButton
          kind="primary"
          icon={<DeskIcon name="plus" />}
          disabled={data?.network.listening !== true}
          onClick={() => setOpen('pair')}
        >
          {t('devices.pair')}
        </DeskButton>
      </header>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? <NetworkPanel letJoin={data.letJoin} network={data.network} /> : null}
      {data?.codes.map((code) => (
        <DeskMessage key={`${code.validUntil} ${code.name}`} title={<Name>{code.name}</Name>}>
          {t('devices.codeOpen', {
            role: t(`devices.role.${code.role}`),
            until: times.clock(code.validUntil),
          })}
        </DeskMessage>
      ))}
      {data && data.devices.length === 0 ? (
        <DeskNothing title={t('devices.none')}>{t('devices.noneHint')}</DeskNothing>
      ) : null}
      {data && data.devices.length > 0 ? (
        <DeskTable className="devices">
          <thead>
            <tr>
              <th scope="col">{t('devices.name')}</th>
              <th scope="col">{t('devices.roleColumn')}</th>
              <th scope="col">{t('devices.seen')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('card.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.devices.map((device) => (
              <DeviceRow key={device.deviceId} device={device} onRename={() => setOpen(device)} />
            ))}
          </tbody>
        </DeskTable>
      ) : null}
      {open === 'pair' && data ? <PairDialog network={data.network} onClose={close} /> : null}
      {open !== null && open !== 'pair' ? <RenameDialog device={open} onClose={close} /> : null}
    </>
  );
}
