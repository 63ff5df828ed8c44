/** Connections to the outside: e-mail, webhooks, and the programs that may invite. */
import { useTranslation } from 'react-i18next';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { IntegrationsSection } from './integrations-section.tsx';
import { MailSection } from './mail-section.tsx';
import { WebhooksSection } from './webhooks-section.tsx';
import './connections.css';

export function ConnectionsView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const mail = useCall('mail.settings', {});
  return (
    <>
      <header>
        <h1>{t('office.view.connections')}</h1>
        <p className="desk-muted">{t('connections.lead')}</p>
      </header>
      {mail.error ? <DeskMessage tone="bad">{words(mail.error)}</DeskMessage> : null}
      {mail.data ? <MailSection {...mail.data} /> : null}
      <WebhooksSection />
      <IntegrationsSection />
    </>
  );
}
