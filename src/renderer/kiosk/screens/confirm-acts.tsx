/** The button that registers the visit, why the last try did not work, and that one is under way. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { useSession } from '../session-context.ts';

export function Trouble() {
  const { trouble } = useSession();
  return trouble === '' ? null : (
    <p className="strip strip--bad" role="alert">
      <TouchIcon name="warning" />
      {trouble}
    </p>
  );
}

/** `note` stands under the button while nothing is sent. */
export function ConfirmButton({ label, note = '' }: { readonly label: string; readonly note?: ReactNode }) {
  const { confirm, sending } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <>
      <TouchButton kind="primary" busy={sending} onClick={() => void confirm()}>
        {label}
      </TouchButton>
      <p className="acts__note" role="status">
        {sending ? t('review.sending') : note}
      </p>
    </>
  );
}
