/** The log of deliveries: what was sent, what waits, what was given up; without names and addresses. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../shared/contract/outbox.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage, DeskNothing, DeskTag, type Tone } from '../../ui/desk-message.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { kindKey } from './delivery-words.ts';

const filters = ['all', 'waiting', 'given-up'] as const;
type Filter = (typeof filters)[number];

const tones: Readonly<Record<Delivery['state'], Tone>> = {
  waiting: 'waiting',
  delivered: 'good',
  'given-up': 'bad',
  cancelled: 'plain',
};

export function DeliveriesView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const [filter, setFilter] = useState<Filter>('all');
  const { data, error } = useCall('outbox.deliveries', { state: filter }, { keepPrevious: true });
  const resend = useCommand('outbox.resend');
  const cancel = useCommand('outbox.cancel');
  const refused = error ?? resend.refused ?? cancel.refused;
  const counts = data && { all: undefined, waiting: data.counts.waiting, 'given-up': data.counts.givenUp };
  return (
    <>
      <header>
        <h1>{t('office.view.deliveries')}</h1>
        <p className="desk-muted">{t('deliveries.lead')}</p>
      </header>
      <DeskTabs
        as="chips"
        label={t('deliveries.filter')}
        chosen={filter}
        onChoose={setFilter}
        tabs={filters.map((name) => ({
          name,
          label: t(`deliveries.filters.${name}`),
          count: counts?.[name],
        }))}
      />
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {data?.deliveries.length === 0 ? (
        <DeskNothing title={t('deliveries.none')}>{t('deliveries.noneHint')}</DeskNothing>
      ) : null}
      {data && data.deliveries.length > 0 ? (
        <DeskTable>
          <thead>
            <tr>
              <th scope="col">{t('deliveries.kind')}</th>
              <th scope="col">{t('deliveries.made')}</th>
              <th scope="col">{t('deliveries.state')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('card.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.deliveries.map((delivery) => (
              <DeliveryRow
                key={delivery.deliveryId}
                delivery={delivery}
                busy={resend.busy || cancel.busy}
                onResend={async () => {
                  const reply = await resend.run({ deliveryId: delivery.deliveryId });
                  if (reply.ok) toast(t('deliveries.resent'));
                }}
                onCancel={async () => {
                  const reply = await cancel.run({ deliveryId: delivery.deliveryId });
                  if (reply.ok) toast(t('deliveries.cancelled'));
                }}
              />
            ))}
          </tbody>
        </DeskTable>
      ) : null}
    </>
  );
}

function DeliveryRow({
  delivery,
  busy,
  onResend,
  onCancel,
}: {
  readonly delivery: Delivery;
  readonly busy: boolean;
  readonly onResend: () => Promise<void>;
  readonly onCancel: () => Promise<void>;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { kind, webhook, state, madeAt, tries, lastTriedAt, nextAt, fault, canResend } = delivery;
  const named = { kind: t(kindKey(kind)), at: times.short(madeAt) };
  const story = [
    tries > 0 ? t('deliveries.tries', { count: tries }) : null,
    lastTriedAt === null ? null : t('deliveries.last', { at: times.short(lastTriedAt) }),
    nextAt === null ? null : t('deliveries.next', { at: times.short(nextAt) }),
  ].filter((part) => part !== null);
  return (
    <tr>
      <td>
        {named.kind}
        {webhook === null ? null : (
          <small>
            <bdi>{webhook}</bdi>
          </small>
        )}
      </td>
      <td>{named.at}</td>
      <td>
        <DeskTag tone={tones[state]}>{t(`deliveries.states.${state}`)}</DeskTag>
        {fault === null ? null : <small>{t(`deliveries.fault.${fault}`)}</small>}
        {story.length > 0 ? <small>{story.join(' · ')}</small> : null}
      </td>
      <td>
        <div className="desk-actions">
          {canResend ? (
            <DeskButton
              kind="quiet"
              busy={busy}
              aria-label={t('deliveries.resendNamed', named)}
              onClick={() => void onResend()}
            >
              {t('deliveries.resend')}
            </DeskButton>
          ) : null}
          {state === 'waiting' ? (
            <DeskButton
              kind="quiet"
              busy={busy}
              aria-label={t('deliveries.cancelNamed', named)}
              onClick={() => void onCancel()}
            >
              {t('deliveries.cancel')}
            </DeskButton>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
