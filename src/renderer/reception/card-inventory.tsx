/** All cards of the site: what state each is in, and what can be done with it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow, CardState } from '../../shared/contract/cards.ts';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useTimes } from '../console/site.tsx';
import { CardStateTag, cardName, credentialText, VisitorName } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../ui/desk-message.tsx';
import { DeskSearchBox } from '../ui/desk-search-box.tsx';
import { DeskTable } from '../ui/desk-table.tsx';
import { DeskTabs } from '../ui/desk-tabs.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { RegisterNumber } from './register-number.tsx';
import type { CardPadMemory } from './use-card-pad.ts';

const filters = ['all', 'in-stock', 'out', 'barred'] as const;
type Filter = (typeof filters)[number];

const statesOf: Readonly<Record<Filter, readonly CardState[]>> = {
  all: ['in-stock', 'issued', 'overdue', 'lost', 'blocked', 'retired'],
  'in-stock': ['in-stock'],
  out: ['issued', 'overdue'],
  barred: ['lost', 'blocked', 'retired'],
};

/** Rows shown before somebody asks for the rest. */
const firstRows = 120;

export function CardInventory({ pad }: { readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('cards.list', {});
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [registering, setRegistering] = useState(false);
  const [all, setAll] = useState(false);
  const cards = data?.cards ?? [];
  const wanted = text.trim().toUpperCase();
  const found = cards.filter(
    (card) =>
      statesOf[filter].includes(card.state) &&
      (wanted === '' || card.label.toUpperCase().includes(wanted) || card.credential.number.includes(wanted)),
  );
  const shown = all ? found : found.slice(0, firstRows);
  return (
    <>
      <div className="inventory__top">
        <DeskSearchBox
          label={t('inventory.search')}
          placeholder={t('inventory.searchHint')}
          clearLabel={t('search.clear')}
          value={text}
          onChange={setText}
        />
        <DeskButton icon={<DeskIcon name="plus" />} onClick={() => setRegistering(true)}>
          {t('inventory.register')}
        </DeskButton>
      </div>
      <DeskTabs
        as="chips"
        label={t('inventory.filter')}
        chosen={filter}
        onChoose={setFilter}
        tabs={filters.map((name) => ({
          name,
          label: t(`inventory.filters.${name}`),
          count: data ? cards.filter((card) => statesOf[name].includes(card.state)).length : undefined,
        }))}
      />
      <div className="page__scroll">
        {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
        {shown.length > 0 ? (
          <DeskTable className="inventory">
            <thead>
              <tr>
                <th scope="col">{t('card.label')}</th>
                <th scope="col">{t('card.number')}</th>
                <th scope="col">{t('card.stateColumn')}</th>
                <th scope="col">{t('card.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((card) => (
                <InventoryRow key={card.cardId} card={card} />
              ))}
            </tbody>
          </DeskTable>
        ) : data ? (
          <DeskNothing title={t('inventory.nothing')}>{t('inventory.nothingHint')}</DeskNothing>
        ) : null}
        {shown.length < found.length ? (
          <DeskButton onClick={() => setAll(true)}>
            {t('inventory.showAll', { count: found.length })}
          </DeskButton>
        ) : null}
      </div>
      {registering ? (
        <RegisterNumber nextFreeLabel={pad.nextFreeLabel} onClose={() => setRegistering(false)} />
      ) : null}
    </>
  );
}

function InventoryRow({ card }: { readonly card: CardRow }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const toast = useToast();
  const block = useCommand('cards.block');
  const unblock = useCommand('cards.unblock');
  const retire = useCommand('cards.retire');
  const [retiring, setRetiring] = useState(false);
  const refused = block.refused ?? unblock.refused ?? retire.refused;
  const name = cardName(t, card.label);
  const out = card.state === 'issued' || card.state === 'overdue';
  const barred = card.state === 'lost' || card.state === 'blocked';
  return (
    <tr>
      <td>
        <b>{name}</b>
        <small>{t(`card.type.${card.type}`)}</small>
      </td>
      <td className="desk-number">{credentialText(t, card.credential)}</td>
      <td>
        <CardStateTag state={card.state} />
        {out ? (
          <small>
            {card.holder ? <VisitorName visit={card.holder} /> : t('pad.holderUnknown')}
            {card.issuedAt === null ? null : ` · ${times.short(card.issuedAt)}`}
          </small>
        ) : null}
        {refused ? <small className="inventory__fault">{words(refused)}</small> : null}
      </td>
      <td>
        <div className="desk-actions">
          {card.state === 'in-stock' || out ? (
            <DeskButton
              kind="quiet"
              aria-label={t('inventory.blockLostNamed', { card: name })}
              busy={block.busy}
              onClick={() =>
                void block.run({ cardId: card.cardId, reason: 'lost' }).then((reply) => {
                  if (reply.ok) toast(t('inventory.blocked', { card: name }));
                })
              }
            >
              {t('inventory.blockLost')}
            </DeskButton>
          ) : null}
          {barred ? (
            <DeskButton
              kind="quiet"
              aria-label={t('inventory.unblockNamed', { card: name })}
              busy={unblock.busy}
              onClick={() => void unblock.run({ cardId: card.cardId })}
            >
              {t('pad.unblock')}
            </DeskButton>
          ) : null}
          {(card.state === 'in-stock' || barred) && !retiring ? (
            <DeskButton
              kind="quiet"
              aria-label={t('inventory.retireNamed', { card: name })}
              onClick={() => setRetiring(true)}
            >
              {t('inventory.retire')}
            </DeskButton>
          ) : null}
          {retiring ? (
            <>
              <DeskButton
                kind="danger"
                busy={retire.busy}
                onClick={() => void retire.run({ cardId: card.cardId }).then(() => setRetiring(false))}
              >
                {t('inventory.retireForGood')}
              </DeskButton>
              <DeskButton kind="quiet" onClick={() => setRetiring(false)}>
                {t('form.cancel')}
              </DeskButton>
            </>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
