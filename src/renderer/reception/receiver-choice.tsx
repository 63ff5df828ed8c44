/** Who gets the free card: the latest sign-in waiting for one, or anybody else on site without a card. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { useTimes } from '../console/site.tsx';
import { Name } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { matches } from './matches.ts';
import type { CardPadMemory } from './use-card-pad.ts';

/** As many as fit on the pad; typing narrows them. */
const shownAtOnce = 6;

export function ReceiverChoice({ pad }: { readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const [choosing, setChoosing] = useState(false);
  const { receiver } = pad;
  const place = useRef<HTMLDivElement>(null);
  /** Where the focus goes when the list closes: to what the choice was for, or back to choosing. */
  const leadTo = useRef<'act' | 'choice' | null>(null);
  useEffect(() => {
    if (choosing || leadTo.current === null) return;
    const within = leadTo.current === 'act' ? place.current?.closest('.pad__face') : place.current;
    within?.querySelector<HTMLElement>(leadTo.current === 'act' ? '[data-first]' : 'button')?.focus();
    leadTo.current = null;
  }, [choosing]);
  const line = (visit: VisitRow): string =>
    [
      visit.company,
      t(visit.card.state === 'waiting' ? 'pad.waitingSince' : 'pad.arrivedAt', {
        at: times.short(visit.arrivedAt),
      }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  if (choosing)
    return (
      <ReceiverList
        open={pad.open}
        line={line}
        onChoose={(visit) => {
          pad.choose(visit.visitId);
          setChoosing(false);
          leadTo.current = 'act';
        }}
        onCancel={() => {
          setChoosing(false);
          leadTo.current = 'choice';
        }}
      />
    );
  return (
    <div ref={place}>
      <p className="pad__label">{t('pad.giveTo')}</p>
      <div className="pad__who">
        {receiver ? (
          <span>
            <b>
              <Name>{receiver.name}</Name>
            </b>
            <small>
              <bdi>{line(receiver)}</bdi>
            </small>
          </span>
        ) : (
          <span>
            <b>{t(pad.open.length === 0 ? 'pad.nobody' : 'pad.nobodyWaiting')}</b>
            <small>{t(pad.open.length === 0 ? 'pad.nobodyHint' : 'pad.nobodyWaitingHint')}</small>
          </span>
        )}
        {pad.open.length === 0 ? null : (
          <DeskButton kind="quiet" onClick={() => setChoosing(true)}>
            {t(receiver ? 'pad.change' : 'pad.choose')}
          </DeskButton>
        )}
      </div>
    </div>
  );
}

function ReceiverList({
  open,
  line,
  onChoose,
  onCancel,
}: {
  readonly open: readonly VisitRow[];
  readonly line: (visit: VisitRow) => string;
  readonly onChoose: (visit: VisitRow) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('console');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const found = open.filter((visit) => matches(text, visit));
  const shown = found.slice(0, shownAtOnce);
  const active = Math.min(at, shown.length - 1);
  return (
    <div className="receiver">
      <label className="pad__label" htmlFor={id}>
        {t('pad.chooseVisitor')}
      </label>
      <input
        ref={box}
        id={id}
        className="desk-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('pad.chooseHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const chosen = shown[active];
          if (event.key === 'ArrowDown') setAt(Math.min(active + 1, shown.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
          else if (event.key === 'Enter' && chosen) onChoose(chosen);
          else if (event.key === 'Escape') onCancel();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div className="receiver__list" id={`${id}-list`} role="listbox" aria-label={t('pad.chooseVisitor')}>
        {shown.map((visit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above owns the keys of its list
          <div
            key={visit.visitId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => onChoose(visit)}
          >
            <b>
              <Name>{visit.name}</Name>
            </b>
            <small>
              <bdi>{line(visit)}</bdi>
            </small>
          </div>
        ))}
      </div>
      <p className="desk-muted desk-small" role="status">
        {found.length === 0
          ? t('pad.chooseNone')
          : found.length > shown.length
            ? t('pad.chooseMore', { count: found.length - shown.length })
            : ''}
      </p>
      <DeskButton onClick={onCancel}>{t('form.cancel')}</DeskButton>
    </div>
  );
}
