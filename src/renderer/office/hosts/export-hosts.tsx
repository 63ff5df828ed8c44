/** All active hosts as a file. The browser saves it; Foyer keeps no copy. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../../shared/reply.ts';
import { call } from '../../client.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { saveText } from '../save-text.ts';

export function ExportHosts({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const times = useTimes();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function save(): Promise<void> {
    setBusy(true);
    // Not kept among the screen's queries: it is asked for once and goes into the file.
    const reply = await call('hosts.export', {});
    setBusy(false);
    setRefused(reply.ok ? null : reply);
    if (!reply.ok) return;
    saveText(reply.value.csv, 'text/csv', t('hosts.exportFile'));
    toast(t('hosts.exported', { number: times.number(reply.value.hosts) }));
  }

  return (
    <>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <DeskButton disabled={disabled} busy={busy} onClick={() => void save()}>
        {t('hosts.export')}
      </DeskButton>
    </>
  );
}
