/** The last five things done with cards, without names; the issue just made here can be undone. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../console/queries.ts';
import { useTimes } from '../console/site.tsx';
import { cardName } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import type { CardPadMemory } from './use-card-pad.ts';

export function RecentCards({ pad }: { readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { data } = useCall('cards.recent', {});
  const title = useId();
  const events = data?.events ?? [];
  // While the pad still shows the issue, its own undo stands there.
  const onPad = pad.state.show === 'done' && pad.state.done.act === 'issued';
  const undoable = onPad
    ? -1
    : events.findIndex(({ act, cardId }) => act === 'issued' && cardId === pad.undoable?.card.cardId);
  return (
    <section className="recent" aria-labelledby={title}>
      <h2 id={title}>{t('recent.title')}</h2>
      {events.length === 0 ? <p className="desk-muted desk-small">{t('recent.none')}</p> : null}
      <ol>
        {events.map((event, index) => (
          <li key={`${event.at}-${event.act}-${event.cardId}`}>
            <b>{t(`recent.act.${event.act}`, { card: cardName(t, event.label) })}</b>
            <span className="desk-number">{times.short(event.at)}</span>
            {index === undoable ? (
              <DeskButton kind="quiet" busy={pad.busy} onClick={pad.undoIssue}>
                {t('pad.undo')}
              </DeskButton>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
