/** The report as a file. The browser saves it; Foyer keeps no copy. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Refused } from '../../../shared/reply.ts';
import { call } from '../../client.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { saveText } from '../save-text.ts';

export function SaveReport({
  span,
  disabled,
}: {
  readonly span: CallInput<'reports.export'>;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function save(): Promise<void> {
    setBusy(true);
    const reply = await call('reports.export', span);
    setBusy(false);
    setRefused(reply.ok ? null : reply);
    if (!reply.ok) return;
    saveText(reply.value.csv, 'text/csv', t('reports.file'));
    toast(t('reports.saved'));
  }

  return (
    <>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <DeskButton disabled={disabled} busy={busy} onClick={() => void save()}>
        {t('reports.save')}
      </DeskButton>
    </>
  );
}
