/** Retention: the clocks, what is due, the purge that runs or waits, and the certificates of those that have run. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useState } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { RetentionSettings } from '../../shared/contract/retention.ts';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { clocks, RetentionFields, type RetentionValues } from '../console/retention-fields.tsx';
import { useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { Certificates } from './certificates.tsx';
import { PurgePanel } from './purge-panel.tsx';

type Overview = CallOutput<'retention.overview'>;

/** Milliseconds between looks while a purge runs. */
const watched = 1_000;

export function RetentionView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const [running, setRunning] = useState(false);
  const { data, error } = useCall('retention.overview', {}, { every: running ? watched : false });
  const runs = data?.running !== null && data?.running !== undefined;
  if (runs !== running) setRunning(runs);
  return (
    <>
      <h1>{t('retention.title')}</h1>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <>
          <PurgePanel overview={data} />
          <ClockForm settings={data.settings} />
        </>
      ) : null}
      <Certificates />
    </>
  );
}

const schema = z.strictObject({ retention: RetentionSettings });

function ClockForm({ settings }: { readonly settings: Overview['settings'] }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const times = useTimes();
  const toast = useToast();
  const { run, busy, refused } = useCommand('retention.change');
  const { contactDays, visitDays, cardLinkDays, watchlistDays } = settings;
  // The same values as the same object: a refetch must not overwrite what somebody is typing.
  const values = useMemo<RetentionValues>(
    () => ({ retention: { contactDays, visitDays, cardLinkDays, watchlistDays } }),
    [contactDays, visitDays, cardLinkDays, watchlistDays],
  );
  const form = useForm<RetentionValues, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema) as Resolver<RetentionValues, unknown, z.output<typeof schema>>,
    defaultValues: values,
    values,
    resetOptions: { keepDirtyValues: true },
  });
  const { isDirty } = form.formState;
  const typed = form.watch('retention');
  const raised = (Object.keys(settings) as (keyof typeof settings)[]).some(
    (clock) => (typed[clock] ?? 0) > settings[clock],
  );
  const save = form.handleSubmit(async ({ retention }) => {
    const reply = await run(retention);
    if (reply.ok) {
      form.reset({ retention: reply.value.settings });
      toast(t('retention.saved'));
      return;
    }
    for (const [path, message] of Object.entries(reply.fields ?? {}))
      for (const clock of clocks)
        if (path === clock) form.setError(`retention.${clock}`, { type: 'core', message });
  });
  return (
    <FormProvider {...form}>
      <form className="desk-card" noValidate onSubmit={(event) => void save(event)}>
        <div>
          <h2>{t('retention.clocks')}</h2>
          <p className="desk-muted">
            {t('retention.clocksLead', { least: times.number(1), most: times.number(90) })}
          </p>
        </div>
        <RetentionFields />
        {raised ? <DeskMessage tone="waiting">{t('retention.raised')}</DeskMessage> : null}
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy} disabled={!isDirty}>
            {t('form.save')}
          </DeskButton>
          {isDirty ? (
            <DeskButton kind="quiet" onClick={() => form.reset(values)}>
              {t('form.discard')}
            </DeskButton>
          ) : null}
        </div>
      </form>
    </FormProvider>
  );
}
