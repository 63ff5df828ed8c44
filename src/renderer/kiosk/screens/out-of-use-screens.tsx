/** Screens of a kiosk that nobody can sign in at: not reached yet, not set up yet, or broken. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TouchIcon, type TouchIconName } from '../../ui/touch-icon.tsx';
import { useFit } from './fit.ts';

export function QuietScreen({
  icon,
  title,
  lines,
  silent = false,
}: {
  readonly icon: TouchIconName;
  readonly title: string;
  readonly lines: readonly string[];
  /** Shows its picture alone. */
  readonly silent?: boolean;
}) {
  const screen = useRef<HTMLElement>(null);
  useFit(screen);
  return (
    <main ref={screen} className="screen screen--quiet">
      <div className="quiet-words" role="status">
        <span className="row__icon">
          <TouchIcon name={icon} />
        </span>
        <h1 tabIndex={-1} className={silent ? 'unseen' : undefined}>
          {title}
        </h1>
        {lines.map((line) => (
          <p key={line} className="lede">
            {line}
          </p>
        ))}
      </div>
    </main>
  );
}

/**
 * Before the first answer. The site has not said its language yet, so that words are shown only when nobody
 * answers: until then they are there for those who hear the screen.
 */
export function ConnectingScreen({ lost }: { readonly lost: boolean }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="kiosk">
      <QuietScreen
        icon="wait"
        title={t('lost.title')}
        lines={lost ? [t('lost.text'), t('lost.desk')] : []}
        silent={!lost}
      />
    </div>
  );
}

export function OutOfUseScreen({ reason }: { readonly reason: 'setUp' | 'outOfOrder' }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="kiosk">
      <QuietScreen
        icon={reason === 'setUp' ? 'door' : 'warning'}
        title={t(`${reason}.title`)}
        lines={[t(`${reason}.text`)]}
      />
    </div>
  );
}
