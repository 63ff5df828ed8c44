/** The faces of the card pad for a card Foyer knows. */
import { useTranslation } from 'react-i18next';
import type { CardRow } from '../../shared/contract/cards.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { useTimes } from '../console/site.tsx';
import { cardName, credentialText, Name, VisitorName } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import type { Done } from './card-pad-state.ts';
import { ReceiverChoice } from './receiver-choice.tsx';
import type { CardPadMemory } from './use-card-pad.ts';

type Tone = 'good' | 'bad' | 'issued';

function Tapped({
  tone,
  title,
  card,
  role = 'status',
}: {
  readonly tone: Tone;
  readonly title: string;
  readonly card: CardRow;
  readonly role?: 'status' | 'alert';
}) {
  const { t } = useTranslation('console');
  return (
    <div className={`tapped tapped--${tone}`} role={role}>
      <span>{title}</span>
      <strong>{cardName(t, card.label)}</strong>
      <small>
        {credentialText(t, card.credential)}
        {card.type === 'visitor' ? '' : ` · ${t(`card.type.${card.type}`)}`}
      </small>
    </div>
  );
}

function LostButton({ pad }: { readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  return (
    <DeskButton kind="danger" keyHint="L" onClick={pad.reportLost}>
      {t('pad.reportLost')}
    </DeskButton>
  );
}

export function FreeCard({ pad, card }: { readonly pad: CardPadMemory; readonly card: CardRow }) {
  const { t } = useTranslation('console');
  return (
    <>
      <Tapped tone="good" title={t('pad.free')} card={card} />
      <ReceiverChoice pad={pad} />
      <DeskButton
        kind="primary"
        large
        wide
        busy={pad.busy}
        disabled={pad.receiver === null}
        data-first
        keyHint={t('key.enter')}
        onClick={pad.issue}
      >
        {t('pad.issue')}
      </DeskButton>
      <div className="pad__pair">
        <DeskButton keyHint={t('key.escape')} onClick={pad.clear}>
          {t('pad.putAside')}
        </DeskButton>
        <LostButton pad={pad} />
      </div>
    </>
  );
}

export function IssuedCard({
  pad,
  card,
  holder,
}: {
  readonly pad: CardPadMemory;
  readonly card: CardRow;
  readonly holder: VisitRow | null;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const who = holder ?? card.holder;
  const details = [
    ...(holder && holder.company !== '' ? [holder.company] : []),
    ...(card.issuedAt === null ? [] : [t('pad.since', { at: times.short(card.issuedAt) })]),
  ];
  const overdue = card.state === 'overdue';
  return (
    <>
      <Tapped
        tone={overdue ? 'bad' : 'issued'}
        title={t(overdue ? 'pad.overdue' : 'pad.issued')}
        card={card}
      />
      <div className="pad__who">
        <span>
          <small>{t('pad.holder')}</small>
          <b>{who === null ? t('pad.holderUnknown') : <VisitorName visit={who} />}</b>
          <small>
            <bdi>{details.join(' · ')}</bdi>
          </small>
        </span>
      </div>
      <DeskButton
        kind="primary"
        large
        wide
        busy={pad.busy}
        data-first
        keyHint={t('key.enter')}
        onClick={() => pad.giveBack(false)}
      >
        {t('pad.return')}
      </DeskButton>
      {holder !== null && holder.departedAt === null ? (
        <DeskButton large wide busy={pad.busy} keyHint="S" onClick={() => pad.giveBack(true)}>
          {t('pad.returnSignOut')}
        </DeskButton>
      ) : null}
      <div className="pad__pair">
        <DeskButton keyHint={t('key.escape')} onClick={pad.clear}>
          {t('pad.putAside')}
        </DeskButton>
        <LostButton pad={pad} />
      </div>
    </>
  );
}

export function BarredCard({ pad, card }: { readonly pad: CardPadMemory; readonly card: CardRow }) {
  const { t } = useTranslation('console');
  const state = card.state === 'lost' ? 'lost' : card.state === 'retired' ? 'retired' : 'blocked';
  return (
    <>
      <Tapped tone="bad" title={t(`pad.barred.${state}`)} card={card} role="alert" />
      <p className="pad__advice">{t(`pad.barredHint.${state}`)}</p>
      {state === 'retired' ? null : (
        <DeskButton large wide busy={pad.busy} onClick={pad.unblock}>
          {t('pad.unblock')}
        </DeskButton>
      )}
      <DeskButton large wide data-first keyHint={t('key.escape')} onClick={pad.clear}>
        {t('pad.putAside')}
      </DeskButton>
    </>
  );
}

export function DoneCard({ pad, done }: { readonly pad: CardPadMemory; readonly done: Done }) {
  const { t } = useTranslation('console');
  const { card } = done;
  const title =
    done.act === 'returned' && done.signedOut ? t('pad.done.returnedSignedOut') : t(`pad.done.${done.act}`);
  const name = done.act === 'issued' ? done.visit.name : done.act === 'returned' ? done.name : '';
  return (
    <>
      <Tapped tone={done.act === 'lost' ? 'bad' : 'good'} title={title} card={card} />
      {name === '' ? null : (
        <div className="pad__who">
          <span>
            <small>{t(done.act === 'issued' ? 'pad.givenTo' : 'pad.takenFrom')}</small>
            <b>
              <Name>{name}</Name>
            </b>
          </span>
          {done.act === 'issued' && pad.undoable?.card.cardId === card.cardId ? (
            <DeskButton kind="quiet" busy={pad.busy} onClick={pad.undoIssue}>
              {t('pad.undo')}
            </DeskButton>
          ) : null}
        </div>
      )}
      {done.act === 'registered' || done.act === 'issue-undone' || done.act === 'unblocked' ? (
        <DeskButton large wide onClick={() => pad.show(card)}>
          {t('pad.giveOut')}
        </DeskButton>
      ) : null}
      {done.act === 'lost' ? (
        <DeskButton large wide busy={pad.busy} onClick={pad.unblock}>
          {t('pad.unblock')}
        </DeskButton>
      ) : null}
      <p className="pad__advice">{t('pad.nextTap')}</p>
    </>
  );
}
