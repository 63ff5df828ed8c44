/** Adds or changes an entry of the watchlist. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { WatchlistDetails } from '../../../shared/contract/watchlist.ts';
import { LocalDate, type WatchlistEntryId } from '../../../shared/vocabulary.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField, DeskTextArea } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';

export type EntryValues = z.input<typeof WatchlistDetails>;

const fields = ['name', 'email', 'phone', 'company'] as const;
const keyboards = { name: 'text', email: 'email', phone: 'tel', company: 'text' } as const;

export function EntryDialog({
  entryId,
  values,
  onDone,
  onClose,
}: {
  /** Null adds an entry. */
  readonly entryId: WatchlistEntryId | null;
  /** What stands in the fields. Without a review date somebody has to choose one. */
  readonly values: Partial<EntryValues>;
  readonly onDone: (entryId: WatchlistEntryId) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('watchlist.list', {});
  return (
    <DeskDialog title={t(entryId === null ? 'watchlist.addTitle' : 'watchlist.editTitle')} onClose={onClose}>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <EntryForm
          entryId={entryId}
          values={values}
          today={data.today}
          latest={data.latestReviewOn}
          onDone={onDone}
          onClose={onClose}
        />
      ) : null}
    </DeskDialog>
  );
}

function EntryForm({
  entryId,
  values,
  today,
  latest,
  onDone,
  onClose,
}: {
  readonly entryId: WatchlistEntryId | null;
  readonly values: Partial<EntryValues>;
  readonly today: LocalDate;
  readonly latest: LocalDate;
  readonly onDone: (entryId: WatchlistEntryId) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const times = useTimes();
  const toast = useToast();
  const add = useCommand('watchlist.add');
  const change = useCommand('watchlist.change');
  const form = useForm({
    resolver: zodResolver(WatchlistDetails),
    defaultValues: {
      ...{ name: '', email: '', phone: '', company: '', reason: '', reviewOn: '' },
      ...values,
    },
  });
  const refused = add.refused ?? change.refused;
  const fault = (field: keyof EntryValues) => faultWords(faultAt(form.formState.errors, field));
  const chosen = LocalDate.safeParse(form.watch('reviewOn'));
  const hint = t('watchlist.reviewHint', { latest: times.day(latest) });
  const save = form.handleSubmit(async (details) => {
    const reply = entryId === null ? await add.run(details) : await change.run({ ...details, entryId });
    if (!reply.ok) {
      placeFaults(form, reply);
      return;
    }
    toast(t(entryId === null ? 'watchlist.addedDone' : 'watchlist.saved'));
    onDone(reply.value.entry.entryId);
  });
  return (
    <form className="form-stack" noValidate onSubmit={(event) => void save(event)}>
      <p className="desk-muted">{t('watchlist.identifyingHint')}</p>
      <div className="form-grid">
        {fields.map((field) => (
          <DeskField
            key={field}
            label={t(`watchlist.${field}`)}
            inputMode={keyboards[field]}
            hint={field === 'company' ? t('watchlist.companyHint') : undefined}
            fault={fault(field)}
            {...form.register(field)}
          />
        ))}
      </div>
      <DeskTextArea
        label={t('watchlist.reason')}
        hint={t('watchlist.reasonHint')}
        rows={3}
        fault={fault('reason')}
        {...form.register('reason')}
      />
      <div className="form-grid">
        <DeskField
          label={t('watchlist.reviewOn')}
          type="date"
          min={today}
          max={latest}
          hint={chosen.success ? `${times.day(chosen.data)}. ${hint}` : hint}
          fault={fault('reviewOn')}
          {...form.register('reviewOn')}
        />
      </div>
      {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <div className="desk-actions">
        <DeskButton type="submit" kind="primary" busy={add.busy || change.busy}>
          {t(entryId === null ? 'watchlist.add' : 'watchlist.save')}
        </DeskButton>
        <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
      </div>
    </form>
  );
}
