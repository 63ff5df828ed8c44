/** The end of a visit to the kiosk: thanks, what comes next, and a screen that clears itself. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon, type TouchIconName } from '../../ui/touch-icon.tsx';
import { useCountdown } from '../idle.ts';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, SiteBar } from './screen-frame.tsx';

/** Seconds a finished screen stays untouched: long enough to read it twice, short enough to leave no name behind. */
const clearsAfter = 20;

function FinishedScreen({
  title,
  lede,
  children,
}: {
  readonly title: ReactNode;
  readonly lede: string;
  readonly children?: ReactNode;
}) {
  const { end, modes } = useSession();
  const { t } = useTranslation('kiosk');
  const left = useCountdown(modes.unhurried ? null : clearsAfter, end);
  return (
    <ScreenFrame name="done" top={<SiteBar />}>
      <div className="finished">
        <span className="finished__tick">
          <TouchIcon name="tick" />
        </span>
        <Heading title={title} lede={lede} />
        {children ? <ul className="rows">{children}</ul> : null}
      </div>
      <div className="acts">
        <TouchButton onClick={end}>{t('frame.done')}</TouchButton>
        {left === null ? null : (
          <p className="acts__note" role="timer">
            {t('frame.clears', { count: left })} {t('frame.keep')}
          </p>
        )}
      </div>
    </ScreenFrame>
  );
}

function NextStep({
  icon,
  title,
  text,
}: {
  readonly icon: TouchIconName;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <li className="row">
      <span className="row__icon">
        <TouchIcon name={icon} />
      </span>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </li>
  );
}

export function DoneScreen() {
  const { arrival } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <FinishedScreen
      title={arrival?.firstName ? t('done.title', { name: arrival.firstName }) : t('slot.title')}
      lede={t(arrival?.queued ? 'away.done' : 'done.lede')}
    >
      {arrival?.cardDue ? (
        <NextStep icon="card" title={t('done.cardTitle')} text={t('done.cardText')} />
      ) : null}
      <NextStep icon="leave" title={t('done.leaveTitle')} text={t('done.leaveText')} />
    </FinishedScreen>
  );
}

export function SignedOutScreen() {
  const { farewell } = useSession();
  const { t } = useTranslation('kiosk');
  if (farewell?.by === 'card')
    return (
      <FinishedScreen
        title={t('slot.title')}
        lede={t(farewell.outcome === 'signed-out' ? 'slot.signedOut' : 'slot.returned')}
      />
    );
  return (
    <FinishedScreen title={t('signedOut.title')} lede={t('signedOut.lede')}>
      {farewell?.cardToReturn ? (
        <NextStep icon="card" title={t('signedOut.cardTitle')} text={t('signedOut.cardText')} />
      ) : null}
    </FinishedScreen>
  );
}
