/** The programs that may invite visitors: adding one and revoking it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Integration } from '../../../shared/contract/integrations.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { useHasRole } from '../../console/session.tsx';
import { useTimes } from '../../console/site.tsx';
import { Name } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage, DeskTag } from '../../ui/desk-message.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ConnectionList } from './connection-list.tsx';
import { SecretDialog } from './secret-dialog.tsx';

export function IntegrationsSection() {
  const { t } = useTranslation('console');
  const times = useTimes();
  const mayChange = useHasRole('administrator');
  const { data, error } = useCall('integrations.list', {});
  const revoke = useCommand('integrations.revoke');
  const [adding, setAdding] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Integration | null>(null);
  const refused = error ?? revoke.refused;
  return (
    <ConnectionList
      of="integrations"
      refused={refused}
      rows={data?.integrations.map((integration) => (
        <tr key={integration.integrationId}>
          <td>
            <Name>{integration.name}</Name>
            <small>
              {t('connections.integrations.made')} {times.short(integration.madeAt)}
            </small>
            <small>
              {t('connections.integrations.lastUsed')}{' '}
              {integration.lastUsedAt === null
                ? t('connections.integrations.never')
                : times.short(integration.lastUsedAt)}
            </small>
          </td>
          <td>
            <DeskTag tone={integration.revokedAt === null ? 'good' : 'bad'}>
              {t(`connections.integrations.${integration.revokedAt === null ? 'active' : 'revoked'}`)}
            </DeskTag>
          </td>
          <td>
            {mayChange && integration.revokedAt === null ? (
              <DeskButton
                kind="quiet"
                aria-label={t('connections.integrations.revokeNamed', { name: integration.name })}
                onClick={() => setRevoking(integration)}
              >
                {t('connections.integrations.revoke')}
              </DeskButton>
            ) : null}
          </td>
        </tr>
      ))}
      onAdd={() => setAdding(true)}
    >
      {adding ? (
        <AddIntegration
          onAdded={(made) => {
            setAdding(false);
            setToken(made);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {revoking === null ? null : (
        <ConfirmDialog
          title={t('connections.integrations.revokeNow', { name: revoking.name })}
          act={t('connections.integrations.revoke')}
          onConfirm={async () => {
            await revoke.run({ integrationId: revoking.integrationId });
            setRevoking(null);
          }}
          onClose={() => setRevoking(null)}
        />
      )}
      {token === null ? null : (
        <SecretDialog of="integration" secret={token} onClose={() => setToken(null)} />
      )}
    </ConnectionList>
  );
}

function AddIntegration({
  onAdded,
  onClose,
}: {
  readonly onAdded: (token: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { run, busy, refused } = useCommand('integrations.add');
  const [name, setName] = useState('');
  return (
    <DeskDialog title={t('connections.integrations.add')} onClose={onClose}>
      <form
        className="form-stack"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const reply = await run({ name });
          if (reply.ok) onAdded(reply.value.token);
        }}
      >
        <DeskField
          label={t('connections.integrations.name')}
          fault={faultWords(refused?.fields?.name)}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy}>
            {t('connections.integrations.add')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </form>
    </DeskDialog>
  );
}
