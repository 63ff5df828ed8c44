/** What reception can do about one visit, under its row. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { useBadgePrinting } from '../badges/badge-printing.tsx';
import { useBadgeKeys } from '../badges/use-badge-keys.ts';
import { useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useTimes } from '../console/site.tsx';
import { UnconfirmedDeparture } from '../console/unconfirmed-departure.tsx';
import { ContactFacts } from '../console/visit-facts.tsx';
import { cardName, PresenceTag } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { CorrectDetails } from './correct-details.tsx';
import type { CardPadMemory } from './use-card-pad.ts';

export function VisitActions({ visit, pad }: { readonly visit: VisitRow; readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const toast = useToast();
  const depart = useCommand('visits.depart');
  const aside = useCommand('visits.setAside');
  const [correcting, setCorrecting] = useState(false);
  const acts = useRef<HTMLDivElement>(null);
  const here = visit.departedAt === null;
  const badges = useBadgePrinting();
  const print = (kind: 'badge' | 'name-tag'): void =>
    void badges.run({ kind, visitIds: [visit.visitId], as: 'paper' });
  useBadgeKeys(here && visit.name !== '' ? print : null);
  const refused = depart.refused ?? aside.refused;
  const free = pad.state.show === 'free' ? pad.state.card : null;
  const setCardDue = async (cardDue: boolean): Promise<void> => {
    const reply = await aside.run({ visitId: visit.visitId, cardDue });
    if (reply.ok) toast(t(cardDue ? 'visit.cardDueAgain' : 'visit.cardNotNeeded'));
  };
  return (
    <div className="visit-actions" ref={acts}>
      <dl className="desk-facts">
        <ContactFacts visit={visit} />
        <dt>{t('visit.arrived')}</dt>
        <dd>
          {times.full(visit.arrivedAt)} <PresenceTag visit={visit} />
        </dd>
      </dl>
      <div className="desk-actions">
        {free && here && visit.card.state !== 'issued' ? (
          <DeskButton kind="primary" onClick={() => pad.choose(visit.visitId)}>
            {t('visit.giveCard', { card: cardName(t, free.label) })}
          </DeskButton>
        ) : null}
        {here && visit.name !== '' ? (
          <>
            <DeskButton
              icon={<DeskIcon name="printer" />}
              keyHint="B"
              busy={badges.busy}
              onClick={() => print('badge')}
            >
              {t('badges.printBadge')}
            </DeskButton>
            <DeskButton keyHint="T" busy={badges.busy} onClick={() => print('name-tag')}>
              {t('badges.printNameTag')}
            </DeskButton>
          </>
        ) : null}
        {visit.name === '' ? null : (
          <DeskButton onClick={() => setCorrecting(true)}>{t('visit.correct')}</DeskButton>
        )}
        {here ? (
          <DeskButton
            busy={depart.busy}
            onClick={() =>
              void depart.run({ visitId: visit.visitId }).then((reply) => {
                if (!reply.ok) return;
                toast(t('visit.departureMarked'));
                // This button goes: the row it belongs to has the focus next.
                acts.current
                  ?.closest('tr')
                  ?.previousElementSibling?.querySelector<HTMLElement>('.desk-row-button')
                  ?.focus();
              })
            }
          >
            {t('visit.depart')}
          </DeskButton>
        ) : null}
        {here && visit.card.state === 'waiting' ? (
          <DeskButton busy={aside.busy} onClick={() => void setCardDue(false)}>
            {t('visit.noCardNeeded')}
          </DeskButton>
        ) : null}
        {here && visit.card.state === 'none' ? (
          <DeskButton busy={aside.busy} onClick={() => void setCardDue(true)}>
            {t('visit.cardNeeded')}
          </DeskButton>
        ) : null}
      </div>
      <UnconfirmedDeparture visit={visit} />
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {correcting ? <CorrectDetails visit={visit} onClose={() => setCorrecting(false)} /> : null}
    </div>
  );
}
