/** One device: its name, what it may do, when it was last seen, and shutting it out. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { Name } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskMessage, DeskTag } from '../../ui/desk-message.tsx';

export type Device = CallOutput<'devices.list'>['devices'][number];

/** A kiosk asks every ten seconds; three times that without a word and it is away. */
const awayAfterMs = 30_000;

export function DeviceRow({ device, onRename }: { readonly device: Device; readonly onRename: () => void }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const [revoking, setRevoking] = useState(false);
  const { name, desk, role, lastSeenAt, outbox } = device;
  const isAway = Date.now() - lastSeenAt > awayAfterMs;
  return (
    <tr>
      <td>
        <b>
          <Name>{name}</Name>
        </b>
        {desk ? (
          <small>
            <Name>{desk}</Name>
          </small>
        ) : null}
      </td>
      <td>{t(`devices.role.${role}`)}</td>
      <td>
        {role === 'kiosk' && !isAway ? (
          <DeskTag tone="good">{t('devices.here')}</DeskTag>
        ) : (
          times.short(lastSeenAt)
        )}
        {outbox && outbox.waiting > 0 ? (
          <DeskTag tone="waiting">{t('devices.waiting', { count: outbox.waiting })}</DeskTag>
        ) : null}
        {outbox && outbox.refused > 0 ? (
          <DeskTag tone="bad">{t('devices.refused', { count: outbox.refused })}</DeskTag>
        ) : null}
        {outbox && outbox.expired > 0 ? (
          <DeskTag tone="bad">{t('devices.expired', { count: outbox.expired })}</DeskTag>
        ) : null}
      </td>
      <td>
        <div className="desk-actions">
          <DeskButton kind="quiet" aria-label={t('devices.renameNamed', { name })} onClick={onRename}>
            {t('devices.rename')}
          </DeskButton>
          <DeskButton
            kind="quiet"
            aria-label={t('devices.revokeNamed', { name })}
            onClick={() => setRevoking(true)}
          >
            {t('devices.revoke')}
          </DeskButton>
        </div>
        {revoking ? <RevokeDialog device={device} onClose={() => setRevoking(false)} /> : null}
      </td>
    </tr>
  );
}

function RevokeDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { run, busy, refused } = useCommand('devices.revoke');
  const waiting = (device.outbox?.waiting ?? 0) + (device.outbox?.refused ?? 0);
  async function revoke(): Promise<void> {
    const reply = await run({ deviceId: device.deviceId });
    if (reply.ok) onClose();
  }
  return (
    <DeskDialog title={t('devices.revokeNamed', { name: device.name })} onClose={onClose}>
      <p>{t('devices.revokeText')}</p>
      {waiting > 0 ? (
        <DeskMessage tone="waiting">{t('devices.revokeWaiting', { count: waiting })}</DeskMessage>
      ) : null}
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <div className="desk-actions">
        <DeskButton kind="danger" busy={busy} onClick={() => void revoke()}>
          {t('devices.revoke')}
        </DeskButton>
        <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
