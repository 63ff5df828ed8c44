/** The card pad: what the reader sees, and the one act that follows from it. Enter does the act, Escape clears the pad. */
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalWords } from '../console/refusals.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { isPlainKey, isTyping, ownsEnter, useDeskKeys } from '../ui/desk-keys.ts';
import { DeskMessage } from '../ui/desk-message.tsx';
import { BarredCard, DoneCard, FreeCard, IssuedCard } from './card-pad-cards.tsx';
import { ReaderLines } from './reader-line.tsx';
import { RecentCards } from './recent-cards.tsx';
import { UnknownCard } from './unknown-card.tsx';
import type { CardPadMemory } from './use-card-pad.ts';

/** Single keys of the pad, each with the same act as its button. */
function usePadKeys(pad: CardPadMemory): void {
  useDeskKeys((event) => {
    if (!isPlainKey(event) || isTyping(event.target)) return;
    const { state, issue, giveBack, reportLost, clear } = pad;
    const key = event.key.toLowerCase();
    if (key === 'enter' && !ownsEnter(event.target)) {
      if (state.show === 'free') issue();
      else if (state.show === 'issued') giveBack(false);
      else return;
    } else if (key === 'l' && (state.show === 'free' || state.show === 'issued')) reportLost();
    else if (key === 's' && state.show === 'issued') giveBack(true);
    else if (key === 'escape' && state.show !== 'nothing') clear();
    else return;
    event.preventDefault();
  });
}

/** After a tap the pad's first button takes the focus, unless somebody is typing elsewhere. */
function usePadFocus(pad: CardPadMemory): React.RefObject<HTMLDivElement | null> {
  const face = useRef<HTMLDivElement>(null);
  const { state } = pad;
  // With the face, not after it: a key pressed at once would lose the focus it just took.
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (document.querySelector('dialog[open]')) return;
    const empty = activeElement instanceof HTMLInputElement && activeElement.value === '';
    if (isTyping(activeElement) && !(empty && activeElement.type === 'search')) return;
    if (state.show === 'nothing' || state.show === 'reading') return;
    const first = face.current?.querySelector<HTMLElement>('[data-first]');
    (first ?? face.current)?.focus({ preventScroll: true });
  }, [state]);
  return face;
}

export function CardPad({ pad }: { readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  usePadKeys(pad);
  const face = usePadFocus(pad);
  return (
    <section className="pad" aria-label={t('pad.name')}>
      <div className="pad__head">
        <div>
          <ReaderLines />
        </div>
        <button
          type="button"
          className="pad__sound"
          aria-pressed={!pad.silent}
          aria-label={t('pad.sound')}
          title={t(pad.silent ? 'pad.soundOff' : 'pad.soundOn')}
          onClick={() => pad.setSilent(!pad.silent)}
        >
          <DeskIcon name={pad.silent ? 'silent' : 'speaker'} />
        </button>
      </div>
      {pad.batch ? (
        <DeskMessage
          title={t('pad.batch', { label: pad.nextFreeLabel })}
          icon="card"
          action={
            <DeskButton kind="quiet" onClick={pad.stopBatch}>
              {t('pad.batchStop')}
            </DeskButton>
          }
        >
          {t('pad.batchCount', { count: pad.batch.registered, type: t(`card.type.${pad.batch.type}`) })}
        </DeskMessage>
      ) : null}
      <div className="pad__face" ref={face} tabIndex={-1}>
        <Face pad={pad} />
        {pad.refused ? <DeskMessage tone="bad">{words(pad.refused)}</DeskMessage> : null}
      </div>
      <RecentCards pad={pad} />
    </section>
  );
}

function Face({ pad }: { readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { state } = pad;
  switch (state.show) {
    case 'nothing':
      return (
        <div className="tapped tapped--quiet">
          <DeskIcon name="wave" size={44} />
          <b>{t('pad.ready')}</b>
          <p>{t('pad.readyHint')}</p>
        </div>
      );
    case 'reading':
      return (
        <div className="tapped tapped--quiet" role="status">
          <DeskIcon name="wave" size={44} />
          <b>{t('pad.reading')}</b>
        </div>
      );
    case 'refused':
      return (
        <>
          <div className="tapped tapped--bad" role="alert">
            <span>{t('pad.notRead')}</span>
            <p>{words(state.refused)}</p>
          </div>
          <DeskButton large wide data-first onClick={pad.clear} keyHint={t('key.escape')}>
            {t('pad.clear')}
          </DeskButton>
        </>
      );
    case 'unreadable':
      return (
        <>
          <div className="tapped tapped--bad" role="alert">
            <span>{t('pad.unreadable')}</span>
            <p>{t(`pad.unreadableWhy.${state.reason}`)}</p>
          </div>
          <DeskButton large wide data-first onClick={pad.clear} keyHint={t('key.escape')}>
            {t('pad.clear')}
          </DeskButton>
        </>
      );
    case 'unknown':
      return <UnknownCard key={state.tap} pad={pad} reading={state.answer} />;
    case 'free':
      return <FreeCard pad={pad} card={state.card} />;
    case 'issued':
      return <IssuedCard pad={pad} card={state.card} holder={state.holder} />;
    case 'barred':
      return <BarredCard pad={pad} card={state.card} />;
    case 'done':
      return <DoneCard pad={pad} done={state.done} />;
  }
}
