/** Events with their guests from a calendar file: looked at entry by entry first, only then planned. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { type CalendarEntry, largestCalendar } from '../../../shared/contract/planned-events.ts';
import { toBase64 } from '../../console/base64.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { OrDash } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage, DeskTag, type Tone } from '../../ui/desk-message.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';
import { useToast } from '../../ui/desk-toast.tsx';

const tones: Readonly<Record<CalendarEntry['outcome'], Tone>> = { add: 'good', known: 'plain', fault: 'bad' };
const ofEntry = ['no-guests', 'recurring', 'cancelled', 'guest'] as const;

export function ImportCalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const { run, busy, refused, forgetRefusal } = useCommand('events.import');
  /** The bytes that were looked at are those that are read in. */
  const chosen = useRef<string | null>(null);
  const [read, setRead] = useState<CallOutput<'events.import'> | null>(null);
  const [fault, setFault] = useState<'tooLarge' | 'unreadable' | null>(null);
  const added = read?.entries.filter(({ outcome }) => outcome === 'add').length ?? 0;

  async function look(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    chosen.current = null;
    setRead(null);
    setFault(null);
    forgetRefusal();
    if (file === undefined) return;
    if (file.size > largestCalendar) return setFault('tooLarge');
    try {
      chosen.current = toBase64(new Uint8Array(await file.arrayBuffer()));
    } catch {
      return setFault('unreadable');
    }
    const reply = await run({ file: chosen.current, apply: false });
    if (reply.ok) setRead(reply.value);
  }
  async function apply(): Promise<void> {
    if (chosen.current === null) return;
    const reply = await run({ file: chosen.current, apply: true });
    if (!reply.ok) return;
    if (!reply.value.applied) return setRead(reply.value);
    toast(t('events.calendar.done', { count: added }));
    onClose();
  }

  return (
    <DeskDialog title={t('events.calendar.title')} onClose={onClose}>
      <div className="form-stack events__guests">
        <p className="desk-muted">{t('events.calendar.lead')}</p>
        <DeskField
          type="file"
          accept=".ics,text/calendar"
          label={t('events.calendar.file')}
          fault={fault === null ? undefined : t(`events.guests.${fault}`)}
          onChange={(event) => void look(event.target.files)}
        />
        {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        {read?.fault ? (
          <DeskMessage tone="bad">{t(`events.calendar.fault.${read.fault}`)}</DeskMessage>
        ) : null}
        {read !== null && read.fault === null ? <Entries entries={read.entries} /> : null}
        <div className="desk-actions">
          <DeskButton kind="primary" disabled={added === 0} busy={busy} onClick={() => void apply()}>
            {t('events.calendar.apply')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </div>
    </DeskDialog>
  );
}

function Entries({ entries }: { readonly entries: readonly CalendarEntry[] }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const faultWords = useFaultWords();
  const wordsOf = (fault: string): string => {
    const known = ofEntry.find((each) => each === fault);
    return known === undefined ? (faultWords(fault) ?? '') : t(`events.calendar.entryFault.${known}`);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key
    <section className="events__report" aria-label={t('events.calendar.report')} tabIndex={0}>
      <DeskTable>
        <thead>
          <tr>
            <th scope="col">{t('events.title')}</th>
            <th scope="col" className="desk-table__number">
              {t('events.calendar.guests')}
            </th>
            <th scope="col">{t('hosts.importing.what')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id, and the list never changes in place
            <tr key={index}>
              <td>
                <OrDash>{entry.title}</OrDash>
                {entry.validOn === null ? null : <small>{times.day(entry.validOn)}</small>}
              </td>
              <td className="desk-table__number">{times.number(entry.guests)}</td>
              <td>
                <DeskTag tone={tones[entry.outcome]}>{t(`events.calendar.outcome.${entry.outcome}`)}</DeskTag>
                {entry.fault === null ? null : <small>{wordsOf(entry.fault)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </DeskTable>
    </section>
  );
}
