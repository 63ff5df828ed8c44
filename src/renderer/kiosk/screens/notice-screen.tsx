/** The notice, short: what is kept, why, how long, and the visitor's rights. Information, never a consent. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon, type TouchIconName } from '../../ui/touch-icon.tsx';
import type { CurrentNotice } from '../notice-in-force.ts';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

type About = CurrentNotice['content']['points'][number]['about'];

const icons: Readonly<Record<About, TouchIconName>> = {
  data: 'person',
  purpose: 'shield',
  retention: 'clock',
  rights: 'pen',
};

export function NoticeScreen() {
  const { notice } = useSession();
  // A fresh screen once the text is there, so that its heading is read out.
  return <ShownNotice key={notice.current?.noticeId ?? 'none'} />;
}

function ShownNotice() {
  const { notice, follow } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const { current } = notice;
  if (current === null)
    return (
      <ScreenFrame name="notice" top={<StepBar step="notice" />}>
        <Heading title={t('notice.loading')} lede={notice.failed ? t('trouble') : undefined} />
        {notice.failed ? (
          <div className="acts">
            <TouchButton kind="primary" onClick={() => notice.reload(notice.renewed)}>
              {t('notice.again')}
            </TouchButton>
          </div>
        ) : null}
      </ScreenFrame>
    );
  return (
    <ScreenFrame name="notice" top={<StepBar step="notice" />}>
      <div className="screen__scroll" lang={current.language}>
        <Heading title={current.content.title} />
        {notice.renewed ? (
          <p className="strip" role="status" lang={i18n.language}>
            <TouchIcon name="again" />
            {common('refusal.notice-outdated')}
          </p>
        ) : null}
        <ul className="rows">
          {current.content.points.map((point) => (
            <li key={point.about} className="row">
              <span className="row__icon">
                <TouchIcon name={icons[point.about]} />
              </span>
              <div>
                <h2>{point.title}</h2>
                <p>{point.text}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div className="acts acts--notice">
        <TouchButton
          kind="quiet"
          className="full-notice"
          onClick={() => follow({ type: 'read-full-notice' })}
        >
          {t('notice.readFull')}
        </TouchButton>
        <TouchButton kind="primary" onClick={() => follow({ type: 'continue' })}>
          {t('frame.continue')}
        </TouchButton>
        <p className="acts__note">{t('notice.information')}</p>
      </div>
    </ScreenFrame>
  );
}
