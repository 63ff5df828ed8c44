/** What the screens say about the return slot: that there is one, and what has just become of a card. */
import { useTranslation } from 'react-i18next';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import type { ReturnOutcome } from '../connection.ts';
import { useSession } from '../session-context.ts';

function isGood(outcome: ReturnOutcome): boolean {
  return outcome === 'returned' || outcome === 'signed-out';
}

/** On the welcome: how to leave with a card, or why the card just put in was not taken. */
export function SlotHint() {
  const { site, slotNotice } = useSession();
  const { t } = useTranslation('kiosk');
  if (slotNotice !== null) return <SlotStrip />;
  return site.returnSlot ? (
    <p className="slot-hint">
      <TouchIcon name="card" />
      {t('slot.hint')}
    </p>
  ) : null;
}

/** In the flow of a screen whose visitor has put the card in. Read out by the session itself. */
export function SlotStrip() {
  const { slotNotice } = useSession();
  const { t } = useTranslation('kiosk');
  return slotNotice === null ? null : (
    <p className="strip">
      <TouchIcon name="card" />
      {t(`slot.notice.${slotNotice}`)}
    </p>
  );
}

/** Beside whatever somebody else is doing: takes no place of its own, no focus and no touch. */
export function SlotNotice() {
  const { slotNotice } = useSession();
  const { t } = useTranslation('kiosk');
  return slotNotice === null ? null : (
    <p className={isGood(slotNotice) ? 'bar__notice bar__notice--good' : 'bar__notice'} aria-hidden="true">
      <TouchIcon name={isGood(slotNotice) ? 'tick' : 'card'} />
      <span>{t(`slot.notice.${slotNotice}`)}</span>
    </p>
  );
}
