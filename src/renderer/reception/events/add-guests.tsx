/** Guests of an event from a pasted list or a CSV file: looked at line by line first, only then invited. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GuestReport, largestGuestList } from '../../../shared/contract/planned-events.ts';
import type { EventId } from '../../../shared/vocabulary.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField, DeskTextArea } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { GuestReportView } from './guest-report.tsx';

export function AddGuestsDialog({
  eventId,
  title,
  onClose,
}: {
  readonly eventId: EventId;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const toast = useToast();
  const { run, busy, refused, forgetRefusal } = useCommand('events.addGuests');
  const [list, setList] = useState('');
  const [fault, setFault] = useState<'tooLarge' | 'unreadable' | null>(null);
  /** Of the list as it stands: typing on asks for another look. */
  const [report, setReport] = useState<GuestReport | null>(null);
  const mayInvite = report !== null && report.fault === null && report.counts.fault === 0;

  function change(text: string): void {
    setList(text);
    setReport(null);
    setFault(null);
    forgetRefusal();
  }
  async function open(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    if (file === undefined) return;
    if (file.size > largestGuestList) return setFault('tooLarge');
    try {
      change(await file.text());
    } catch {
      setFault('unreadable');
    }
  }
  async function send(apply: boolean): Promise<void> {
    const reply = await run({ eventId, list, apply });
    if (!reply.ok) return;
    setReport(reply.value.report);
    if (!reply.value.report.applied) return;
    toast(t('events.guests.done', { count: reply.value.report.counts.add }));
    onClose();
  }

  return (
    <DeskDialog title={<bdi>{t('events.guests.title', { title })}</bdi>} onClose={onClose}>
      <div className="form-stack events__guests">
        <DeskTextArea
          lines
          rows={5}
          label={t('events.guests.list')}
          hint={t('events.guests.hint')}
          fault={faultWords(refused?.fields?.list)}
          value={list}
          onChange={(event) => change(event.target.value)}
        />
        <DeskField
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          label={t('events.guests.file')}
          fault={fault === null ? undefined : t(`events.guests.${fault}`)}
          onChange={(event) => void open(event.target.files)}
        />
        {refused && refused.fields?.list === undefined ? (
          <DeskMessage tone="bad">{faultWords(refused.fields?.validOn) ?? words(refused)}</DeskMessage>
        ) : null}
        {report === null ? null : <GuestReportView report={report} />}
        <div className="desk-actions">
          <DeskButton kind={mayInvite ? 'secondary' : 'primary'} busy={busy} onClick={() => void send(false)}>
            {t('events.guests.look')}
          </DeskButton>
          <DeskButton
            kind={mayInvite ? 'primary' : 'secondary'}
            disabled={!mayInvite}
            busy={busy}
            onClick={() => void send(true)}
          >
            {t('events.guests.invite')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </div>
    </DeskDialog>
  );
}
