/** Who is expected today and later, and inviting somebody. Whoever has arrived stands among the visitors. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { InvitationRow } from '../../shared/contract/invitations.ts';
import { daysAfter } from '../console/local-date.ts';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useTimes } from '../console/site.tsx';
import { CompanyLine, Name, OrDash } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { InvitationCodeDialog } from './invitation-code.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import './expected-visits.css';
import { DeskTable } from '../ui/desk-table.tsx';

type Made = CallOutput<'invitations.make'>;

export function ExpectedVisits() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const { data, error } = useCall('invitations.expected', {});
  const renew = useCommand('invitations.renew');
  const cancel = useCommand('invitations.cancel');
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const refused = error ?? renew.refused ?? cancel.refused;
  const invitations = data?.invitations ?? [];

  return (
    <div className="page__scroll">
      <div className="desk-actions">
        <DeskButton
          kind="primary"
          large
          icon={<DeskIcon name="plus" />}
          disabled={!data}
          onClick={() => setInviting(true)}
        >
          {t('expected.invite')}
        </DeskButton>
      </div>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {data && invitations.length === 0 ? (
        <DeskNothing title={t('expected.none')}>{t('expected.noneHint')}</DeskNothing>
      ) : null}
      {data && invitations.length > 0 ? (
        <DeskTable className="expected">
          <thead>
            <tr>
              <th scope="col">{t('expected.visitor')}</th>
              <th scope="col">{t('expected.host')}</th>
              <th scope="col">{t('expected.day')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('expected.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((invitation) => (
              <ExpectedRow
                key={invitation.invitationId}
                invitation={invitation}
                today={data.today}
                busy={renew.busy || cancel.busy}
                onRenew={async (invitationId) => {
                  const reply = await renew.run({ invitationId });
                  if (reply.ok) setMade(reply.value);
                }}
                onCancel={async (invitationId) => {
                  const reply = await cancel.run({ invitationId });
                  if (reply.ok) toast(t('expected.cancelled'));
                }}
              />
            ))}
          </tbody>
        </DeskTable>
      ) : null}
      {inviting && data ? (
        <InviteDialog
          today={data.today}
          onMade={(invitation) => {
            setInviting(false);
            setMade(invitation);
          }}
          onClose={() => setInviting(false)}
        />
      ) : null}
      {made ? (
        <InvitationCodeDialog
          made={made}
          onAnother={() => {
            setMade(null);
            setInviting(true);
          }}
          onClose={() => setMade(null)}
        />
      ) : null}
    </div>
  );
}

function ExpectedRow({
  invitation,
  today,
  busy,
  onRenew,
  onCancel,
}: {
  readonly invitation: InvitationRow;
  readonly today: string;
  readonly busy: boolean;
  readonly onRenew: (id: InvitationRow['invitationId']) => Promise<void>;
  readonly onCancel: (id: InvitationRow['invitationId']) => Promise<void>;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { invitationId, name, company, host, validOn } = invitation;
  const tomorrow = daysAfter(today, 1);
  return (
    <tr>
      <td>
        <Name>{name}</Name>
        <CompanyLine company={company} />
        {host === '' ? null : (
          <small className="expected__host">
            {t('expected.host')}: <bdi>{host}</bdi>
          </small>
        )}
      </td>
      <td>
        <OrDash>{host}</OrDash>
      </td>
      <td>
        {validOn === today
          ? t('expected.today')
          : validOn === tomorrow
            ? t('expected.tomorrow')
            : times.day(validOn)}
      </td>
      <td>
        <div className="expected__acts">
          <DeskButton
            kind="quiet"
            busy={busy}
            aria-label={t('expected.newCodeNamed', { name })}
            onClick={() => void onRenew(invitationId)}
          >
            {t('expected.newCode')}
          </DeskButton>
          <DeskButton
            kind="quiet"
            busy={busy}
            aria-label={t('expected.cancelNamed', { name })}
            onClick={() => void onCancel(invitationId)}
          >
            {t('expected.cancel')}
          </DeskButton>
        </div>
      </td>
    </tr>
  );
}
