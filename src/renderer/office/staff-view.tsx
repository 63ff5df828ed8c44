/** Who may sign in at the console: the list, adding somebody, stopping somebody. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useStaff } from '../console/session.tsx';
import { useTimes } from '../console/site.tsx';
import { Name } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskTag } from '../ui/desk-message.tsx';
import { DeskTable } from '../ui/desk-table.tsx';
import { AddStaff } from './add-staff.tsx';

type Member = CallOutput<'staff.list'>['staff'][number];

export function StaffView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('staff.list', {});
  const [adding, setAdding] = useState(false);
  return (
    <>
      <header className="page__head">
        <h1>{t('office.view.staff')}</h1>
        <DeskButton kind="primary" icon={<DeskIcon name="plus" />} onClick={() => setAdding(true)}>
          {t('staff.add')}
        </DeskButton>
      </header>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <DeskTable>
          <thead>
            <tr>
              <th scope="col">{t('staff.displayName')}</th>
              <th scope="col">{t('staff.roles')}</th>
              <th scope="col">{t('staff.state')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('card.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.staff.map((member) => (
              <StaffRow key={member.staffId} member={member} />
            ))}
          </tbody>
        </DeskTable>
      ) : null}
      {adding ? <AddStaff onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function StaffRow({ member }: { readonly member: Member }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const me = useStaff();
  const { run, busy, refused } = useCommand('staff.setDisabled');
  const disabled = member.disabledAt !== null;
  const locked = member.lockedUntil !== null && member.lockedUntil > Date.now();
  const self = member.staffId === me.staffId;
  return (
    <tr>
      <td>
        <b>
          <Name>{member.displayName}</Name>
        </b>
        <small>
          <bdi>{member.userName}</bdi>
          {self ? ` · ${t('staff.you')}` : ''}
        </small>
      </td>
      <td>{member.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
      <td>
        {disabled ? (
          <DeskTag tone="bad">
            {t('staff.disabledSince', { at: times.short(member.disabledAt ?? 0) })}
          </DeskTag>
        ) : locked ? (
          <DeskTag tone="waiting">
            {t('staff.lockedUntil', { at: times.short(member.lockedUntil ?? 0) })}
          </DeskTag>
        ) : (
          <DeskTag tone="good">{t('staff.active')}</DeskTag>
        )}
        {refused ? <small className="inventory__fault">{words(refused)}</small> : null}
      </td>
      <td>
        <div className="desk-actions">
          {locked && !disabled ? (
            <DeskButton
              kind="quiet"
              busy={busy}
              aria-label={t('staff.unlockNamed', { name: member.displayName })}
              onClick={() => void run({ staffId: member.staffId, disabled: false })}
            >
              {t('staff.unlock')}
            </DeskButton>
          ) : null}
          {self ? null : (
            <DeskButton
              kind="quiet"
              busy={busy}
              aria-label={t(disabled ? 'staff.enableNamed' : 'staff.disableNamed', {
                name: member.displayName,
              })}
              onClick={() => void run({ staffId: member.staffId, disabled: !disabled })}
            >
              {t(disabled ? 'staff.enable' : 'staff.disable')}
            </DeskButton>
          )}
        </div>
      </td>
    </tr>
  );
}
