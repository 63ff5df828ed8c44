/** Hosts from a CSV file: choosing it shows what it would do, line by line; only then it can be stored. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportReport, largestFile } from '../../../shared/contract/hosts.ts';
import { toBase64 } from '../../console/base64.ts';
import { useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { ImportReportView } from './import-report.tsx';

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const { run, busy, refused, forgetRefusal } = useCommand('hosts.import');
  /** The bytes that were looked at are those that are stored, whatever becomes of the file meanwhile. */
  const chosen = useRef<string | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [fault, setFault] = useState<'tooLarge' | 'unreadable' | null>(null);
  const ready = report !== null && report.fileFault === null && report.counts.fault === 0;

  async function look(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    chosen.current = null;
    setReport(null);
    setFault(null);
    forgetRefusal();
    if (file === undefined) return;
    if (file.size > largestFile) return setFault('tooLarge');
    try {
      chosen.current = toBase64(new Uint8Array(await file.arrayBuffer()));
    } catch {
      return setFault('unreadable');
    }
    const reply = await run({ file: chosen.current, apply: false });
    if (reply.ok) setReport(reply.value.report);
  }

  async function apply(): Promise<void> {
    if (chosen.current === null) return;
    const reply = await run({ file: chosen.current, apply: true });
    if (!reply.ok) return;
    if (!reply.value.report.applied) return setReport(reply.value.report);
    toast(t('hosts.importing.done'));
    onClose();
  }

  return (
    <DeskDialog title={t('hosts.importing.title')} onClose={onClose}>
      <div className="form-stack hosts__import">
        <p className="desk-muted">{t('hosts.importing.lead')}</p>
        <DeskField
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          label={t('hosts.importing.file')}
          hint={t('hosts.importing.fileHint')}
          fault={fault === null ? undefined : t(`hosts.importing.${fault}`)}
          onChange={(event) => void look(event.target.files)}
        />
        {busy ? <DeskMessage>{t('hosts.importing.reading')}</DeskMessage> : null}
        {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        {report === null ? null : <ImportReportView report={report} />}
        <div className="desk-actions">
          <DeskButton kind="primary" disabled={!ready} busy={busy} onClick={() => void apply()}>
            {t('hosts.importing.apply')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </div>
    </DeskDialog>
  );
}
