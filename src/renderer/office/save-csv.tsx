/** A button that asks the core for a text once and has the browser save it as a file. Foyer keeps no copy. */
import { useState } from 'react';
import type { Refused, Reply } from '../../shared/reply.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { saveFile } from '../save-file.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';

export function SaveCsv<Value extends { readonly csv: string }>({
  label,
  fileName,
  disabled,
  ask,
  saved,
}: {
  readonly label: string;
  readonly fileName: string;
  readonly disabled: boolean;
  /** Not one of the screen's queries: what comes goes into the file. */
  readonly ask: () => Promise<Reply<Value>>;
  /** What is said once it is saved. */
  readonly saved: (value: Value) => string;
}) {
  const words = useRefusalWords();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function save(): Promise<void> {
    setBusy(true);
    const reply = await ask();
    setBusy(false);
    setRefused(reply.ok ? null : reply);
    if (!reply.ok) return;
    saveFile(reply.value.csv, 'csv', fileName);
    toast(saved(reply.value));
  }

  return (
    <>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <DeskButton disabled={disabled} busy={busy} onClick={() => void save()}>
        {label}
      </DeskButton>
    </>
  );
}
