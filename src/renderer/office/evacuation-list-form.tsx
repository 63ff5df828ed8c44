/** Where the evacuation list is written, tried at once, and how that goes. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EvacuationListAlarm } from '../console/evacuation-list-alarm.tsx';
import { useCall, useCommand } from '../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../console/refusals.tsx';
import { useHasRole } from '../console/session.tsx';
import { useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskField } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';

export function EvacuationListForm() {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const toast = useToast();
  const administrator = useHasRole('administrator');
  const { data } = useCall('evacuationList.state', {});
  const { run, busy, refused } = useCommand('evacuationList.change');
  const [typed, setTyped] = useState<string | null>(null);
  if (!data) return null;
  const folder = typed ?? data.folder;
  return (
    <form
      className="desk-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run({ folder }).then((reply) => {
          if (!reply.ok) return;
          setTyped(null);
          toast(t('evacuationList.saved'));
        });
      }}
    >
      <div>
        <h2>{t('evacuationList.title')}</h2>
        <p className="desk-muted">{t('evacuationList.lead')}</p>
      </div>
      <EvacuationListAlarm />
      <DeskField
        label={t('evacuationList.folder')}
        optional={t('form.optional')}
        hint={
          data.writtenAt === null
            ? undefined
            : t('evacuationList.written', { at: times.full(data.writtenAt) })
        }
        fault={faultWords(refused?.fields?.folder)}
        value={folder}
        disabled={!administrator}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {administrator ? (
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy} disabled={folder === data.folder}>
            {t('evacuationList.use')}
          </DeskButton>
        </div>
      ) : null}
    </form>
  );
}
