/** Who signed in beside who is on the watchlist, and what security makes of it. Looking at it is audited. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Decision, MatchedField } from '../../shared/contract/watchlist.ts';
import type { VisitId } from '../../shared/vocabulary.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { useCall, useCommand } from './queries.ts';
import { useRefusalWords } from './refusals.tsx';
import { useTimes } from './site.tsx';
import { Address, OrDash } from './visit-words.tsx';

type Alert = CallOutput<'watchlist.alert'>;
type Person = Pick<Alert['visit'], 'name' | 'email' | 'phone' | 'company'>;

const fields = ['name', 'email', 'phone', 'company'] as const;

const toasts = {
  'let-in': 'alert.doneLetIn',
  mistaken: 'alert.doneMistaken',
  refused: 'alert.doneRefused',
} as const satisfies Readonly<Record<Decision, string>>;

export function WaitingVisitorDialog({
  visitId,
  onClose,
}: {
  readonly visitId: VisitId;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const { data, error } = useCall('watchlist.alert', { visitId }, { forget: true });
  const { run, busy, refused } = useCommand('watchlist.decide');
  const decide = async (decision: Decision): Promise<void> => {
    const reply = await run({ visitId, decision });
    if (!reply.ok) return;
    toast(t(toasts[decision]));
    onClose();
  };
  const fault = refused ?? error;
  return (
    <DeskDialog title={t('alert.title')} onClose={onClose}>
      {data ? <Compared alert={data} /> : null}
      {fault ? <DeskMessage tone="bad">{words(fault)}</DeskMessage> : null}
      <div className="desk-actions">
        <DeskButton kind="danger" busy={busy} disabled={!data} onClick={() => void decide('refused')}>
          {t('alert.refuse')}
        </DeskButton>
        <DeskButton busy={busy} disabled={!data} onClick={() => void decide('let-in')}>
          {t('alert.letIn')}
        </DeskButton>
        <DeskButton busy={busy} disabled={!data} onClick={() => void decide('mistaken')}>
          {t('alert.mistaken')}
        </DeskButton>
        <DeskButton kind="quiet" onClick={onClose}>
          {t('form.close')}
        </DeskButton>
      </div>
      <p className="desk-muted desk-small">{t('alert.audited')}</p>
    </DeskDialog>
  );
}

function Compared({ alert: { visit, entry, matched } }: { readonly alert: Alert }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const list = times.list(matched.map((field) => t(`alert.field.${field}`)));
  return (
    <>
      <div className="waiting-visitor">
        <PersonFacts title={t('alert.visitor')} person={visit} matched={matched} />
        {entry === null ? (
          <DeskMessage tone="plain">{t('alert.erased')}</DeskMessage>
        ) : (
          <PersonFacts title={t('alert.entry')} person={entry} matched={matched}>
            <dt>{t('watchlist.added')}</dt>
            <dd>{t('watchlist.addedBy', { name: entry.addedBy, at: times.date(entry.addedAt) })}</dd>
          </PersonFacts>
        )}
      </div>
      <p>{t('alert.matched', { fields: list })}</p>
      {entry === null ? null : (
        <DeskMessage icon="shield" title={t('watchlist.reason')}>
          <bdi>{entry.reason}</bdi>
        </DeskMessage>
      )}
    </>
  );
}

function PersonFacts({
  title,
  person,
  matched,
  children,
}: {
  readonly title: string;
  readonly person: Person;
  readonly matched: readonly MatchedField[];
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('console');
  return (
    <section>
      <h3>{title}</h3>
      <dl className="desk-facts">
        {fields.map((field) => (
          <FactRow key={field} label={t(`watchlist.${field}`)} same={matched.some((each) => each === field)}>
            {person[field]}
          </FactRow>
        ))}
        {children}
      </dl>
    </section>
  );
}

function FactRow({
  label,
  same,
  children,
}: {
  readonly label: string;
  readonly same: boolean;
  readonly children: string;
}) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {same ? (
          <mark>
            <Address>{children}</Address>
          </mark>
        ) : (
          <OrDash>{children}</OrDash>
        )}
      </dd>
    </>
  );
}
