/** Exports of visits: which ones, what for, as what; how many there are is seen before the file is made. */
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ExportColumn,
  ExportFormat,
  ExportPurpose,
  mostSheetVisits,
} from '../../../shared/contract/exports.ts';
import { ReportSpan } from '../../../shared/contract/reports.ts';
import { daysAfter } from '../../console/local-date.ts';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useSite, useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskChoice, DeskField, DeskSelect, FieldFault } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { type ExportState, useExport } from './use-export.ts';
import type { CellWords } from './visits-file.ts';
import './exports.css';

/** Without contact details: they are chosen where the purpose needs them. */
const usualColumns: readonly ExportColumn[] = [
  'arrivedAt',
  'departedAt',
  'departure',
  'admission',
  'name',
  'company',
  'host',
];

function useCellWords(): CellWords {
  const { t } = useTranslation('console');
  return {
    sheet: t('exports.sheet'),
    heading: (column) => t(`exports.column.${column}`),
    departure: (departure) => t(`exports.departure.${departure}`),
    admission: (admission) => t(`exports.admission.${admission}`),
  };
}

export function ExportsView() {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const { timeZone } = useSite();
  const [today] = useState(() =>
    new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(Date.now()),
  );
  const [from, setFrom] = useState(daysAfter(today, -7));
  const [to, setTo] = useState(today);
  const [purpose, setPurpose] = useState<ExportPurpose | ''>('');
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [chosen, setChosen] = useState<ReadonlySet<ExportColumn>>(new Set(usualColumns));
  const [asked, setAsked] = useState(false);
  const { state, run, stop, forget } = useExport(timeZone, useCellWords());

  const span = ReportSpan.safeParse({ from, to });
  const counted = useCall('exports.count', { from, to }, { enabled: span.success, forget: true });
  const visits = span.success ? counted.data?.visits : undefined;
  const faultOf = (field: 'from' | 'to'): string | undefined => {
    const issue = span.success ? undefined : span.error.issues.find(({ path }) => path[0] === field);
    if (issue === undefined) return undefined;
    if (issue.message === 'order') return t('exports.fault.order');
    return issue.message === 'span-long' ? t('exports.fault.long') : t('exports.fault.date');
  };
  const sheetFull = format === 'xlsx' && visits !== undefined && visits > mostSheetVisits;
  const running = state.state === 'running';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (!span.success || purpose === '' || chosen.size === 0 || sheetFull || running) return;
    const columns = ExportColumn.options.filter((column) => chosen.has(column));
    void run({ from, to, purpose, format, columns });
  }
  function change(work: () => void): void {
    if (state.state !== 'idle') forget();
    work();
  }

  return (
    <>
      <h1>{t('exports.title')}</h1>
      <p className="desk-muted">{t('exports.lead')}</p>
      <form className="desk-card" noValidate onSubmit={submit}>
        <fieldset className="export-fields" disabled={running}>
          <div className="export-row">
            <DeskField
              type="date"
              label={t('exports.from')}
              value={from}
              max={today}
              fault={faultOf('from')}
              onChange={(event) => change(() => setFrom(event.target.value))}
            />
            <DeskField
              type="date"
              label={t('exports.to')}
              value={to}
              max={today}
              fault={faultOf('to')}
              onChange={(event) => change(() => setTo(event.target.value))}
            />
            <DeskSelect
              label={t('exports.purpose')}
              hint={t('exports.purposeHint')}
              value={purpose}
              fault={asked && purpose === '' ? t('exports.fault.purpose') : undefined}
              options={[
                { value: '', label: t('exports.choosePurpose') },
                ...ExportPurpose.options.map((value) => ({ value, label: t(`exports.purposes.${value}`) })),
              ]}
              onChange={(event) => change(() => setPurpose(event.target.value as ExportPurpose | ''))}
            />
          </div>
          <fieldset className="desk-field">
            <legend>{t('exports.columns')}</legend>
            <div className="export-choices">
              {ExportColumn.options.map((column) => (
                <DeskChoice
                  key={column}
                  type="checkbox"
                  label={t(`exports.column.${column}`)}
                  checked={chosen.has(column)}
                  onChange={({ target }) =>
                    change(() =>
                      setChosen(
                        (before) =>
                          new Set(
                            ExportColumn.options.filter((each) =>
                              each === column ? target.checked : before.has(each),
                            ),
                          ),
                      ),
                    )
                  }
                />
              ))}
            </div>
            {chosen.size === 0 ? <FieldFault words={t('exports.fault.columns')} /> : null}
          </fieldset>
          <fieldset className="desk-field">
            <legend>{t('exports.format')}</legend>
            <div className="export-choices">
              {ExportFormat.options.map((value) => (
                <DeskChoice
                  key={value}
                  type="radio"
                  name="format"
                  label={t(`exports.formats.${value}.name`)}
                  hint={t(`exports.formats.${value}.hint`)}
                  checked={format === value}
                  onChange={() => change(() => setFormat(value))}
                />
              ))}
            </div>
            {sheetFull ? (
              <FieldFault words={t('exports.fault.sheetFull', { number: times.number(mostSheetVisits) })} />
            ) : null}
          </fieldset>
        </fieldset>
        {counted.error && span.success ? <DeskMessage tone="bad">{words(counted.error)}</DeskMessage> : null}
        <Outcome state={state} />
        <div className="export-end">
          <output className="export-count">
            {visits === undefined ? '' : t('exports.count', { count: visits })}
            {counted.data && visits !== undefined && counted.data.restricted > 0
              ? ` · ${t('exports.restricted', { count: counted.data.restricted })}`
              : ''}
          </output>
          <div className="desk-actions">
            {running ? <DeskButton onClick={stop}>{t('exports.stop')}</DeskButton> : null}
            <DeskButton
              type="submit"
              kind="primary"
              busy={running}
              disabled={visits === 0 || visits === undefined}
            >
              {t('exports.make')}
            </DeskButton>
          </div>
        </div>
      </form>
    </>
  );
}

function Outcome({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  switch (state.state) {
    case 'idle':
      return null;
    case 'running':
      return (
        <label className="export-progress">
          {t('exports.running', { read: times.number(state.read), visits: times.number(state.visits) })}
          <progress max={Math.max(1, state.visits)} value={state.read} />
        </label>
      );
    case 'done':
      return (
        <DeskMessage tone="good">
          {t('exports.done', { count: state.visits })}
          {state.restricted > 0 ? ` ${t('exports.restrictedDone', { count: state.restricted })}` : ''}
        </DeskMessage>
      );
    case 'stopped':
      return <DeskMessage tone="waiting">{t('exports.stopped')}</DeskMessage>;
    case 'refused':
      return (
        <DeskMessage tone="bad">
          {state.refused.code === 'not-found' ? t('exports.lost') : words(state.refused)}
        </DeskMessage>
      );
  }
}
