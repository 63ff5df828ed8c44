/** One mail to an address, with the settings as saved. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryFault } from '../../../shared/contract/outbox.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';

export function MailTest() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { run, busy, refused } = useCommand('mail.test');
  const [to, setTo] = useState('');
  const [outcome, setOutcome] = useState<{ readonly fault: DeliveryFault | null } | null>(null);
  return (
    <>
      <form
        className="connections__test"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          setOutcome(null);
          const reply = await run({ to });
          if (reply.ok) setOutcome(reply.value);
        }}
      >
        <DeskField
          label={t('connections.mail.testTo')}
          inputMode="email"
          hint={t('connections.mail.testHint')}
          fault={faultWords(refused?.fields?.to)}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <DeskButton type="submit" busy={busy}>
          {t('connections.mail.test')}
        </DeskButton>
      </form>
      {busy ? <DeskMessage>{t('connections.mail.testing')}</DeskMessage> : null}
      {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {outcome === null ? null : outcome.fault === null ? (
        <DeskMessage tone="good">{t('connections.mail.tested')}</DeskMessage>
      ) : (
        <DeskMessage tone="bad">
          {t('connections.mail.testFailed', { fault: t(`deliveries.fault.${outcome.fault}`) })}
        </DeskMessage>
      )}
    </>
  );
}
