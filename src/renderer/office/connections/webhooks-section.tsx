/** The webhooks: adding, switching, testing, a new secret, removing. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../shared/contract/webhooks.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useHasRole } from '../../console/session.tsx';
import { Name } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskTag } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ConnectionList } from './connection-list.tsx';
import { eventKey } from './delivery-words.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

export function WebhooksSection() {
  const { t } = useTranslation('console');
  const toast = useToast();
  const mayChange = useHasRole('administrator');
  const { data, error } = useCall('webhooks.list', {});
  const change = useCommand('webhooks.change');
  const renew = useCommand('webhooks.renewSecret');
  const remove = useCommand('webhooks.remove');
  const test = useCommand('webhooks.test');
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Webhook | null>(null);
  const refused = error ?? change.refused ?? renew.refused ?? remove.refused ?? test.refused;

  async function runTest({ webhookId, name }: Webhook): Promise<void> {
    const reply = await test.run({ webhookId });
    if (!reply.ok) return;
    const { fault } = reply.value;
    toast(
      fault === null
        ? t('connections.webhooks.tested', { name })
        : t('connections.webhooks.testFailed', { name, fault: t(`deliveries.fault.${fault}`) }),
    );
  }
  const acts = (webhook: Webhook) => {
    const { madeAt: _made, ...details } = webhook;
    return [
      {
        words: t(webhook.enabled ? 'connections.webhooks.switchOff' : 'connections.webhooks.switchOn'),
        run: () => void change.run({ ...details, enabled: !webhook.enabled }),
      },
      { words: t('connections.webhooks.test'), run: () => void runTest(webhook) },
      {
        words: t('connections.webhooks.newSecret'),
        run: async () => {
          const reply = await renew.run({ webhookId: webhook.webhookId });
          if (reply.ok) setSecret(reply.value.secret);
        },
      },
      { words: t('connections.webhooks.remove'), run: () => setRemoving(webhook) },
    ];
  };

  return (
    <ConnectionList
      of="webhooks"
      refused={refused}
      rows={data?.webhooks.map((webhook) => (
        <tr key={webhook.webhookId}>
          <td>
            <Name>{webhook.name}</Name>
            <small className="connections__address">
              <bdi>{webhook.address}</bdi>
            </small>
            <small>{webhook.events.map((event) => t(eventKey(event))).join(', ')}</small>
          </td>
          <td>
            <DeskTag tone={webhook.enabled ? 'good' : 'plain'}>
              {t(webhook.enabled ? 'connections.webhooks.on' : 'connections.webhooks.off')}
            </DeskTag>
          </td>
          <td>
            {mayChange ? (
              <div className="desk-actions">
                {acts(webhook).map(({ words: act, run }) => (
                  <DeskButton
                    key={act}
                    kind="quiet"
                    busy={test.busy || change.busy}
                    aria-label={t('connections.webhooks.named', { act, name: webhook.name })}
                    onClick={() => void run()}
                  >
                    {act}
                  </DeskButton>
                ))}
              </div>
            ) : null}
          </td>
        </tr>
      ))}
      onAdd={() => setAdding(true)}
    >
      {adding ? (
        <WebhookDialog
          onAdded={(made) => {
            setAdding(false);
            setSecret(made);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {removing === null ? null : (
        <ConfirmDialog
          title={t('connections.webhooks.removeNow', { name: removing.name })}
          act={t('connections.webhooks.remove')}
          onConfirm={async () => {
            const reply = await remove.run({ webhookId: removing.webhookId });
            setRemoving(null);
            if (reply.ok) toast(t('connections.webhooks.removed'));
          }}
          onClose={() => setRemoving(null)}
        />
      )}
      {secret === null ? null : <SecretDialog of="webhook" secret={secret} onClose={() => setSecret(null)} />}
    </ConnectionList>
  );
}
