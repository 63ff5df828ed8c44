/** The notice, short: who, what, why, how long, and the visitor's rights. Information, never a consent. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { TouchNoticePoints } from '../../ui/touch-notice.tsx';
import { dateIn } from '../date-in.ts';
import { useSession } from '../session-context.ts';
import { ConfirmButton, Trouble } from './confirm-acts.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function NoticeScreen() {
  const { notice } = useSession();
  // A fresh screen once the text is there, so that its heading is read out.
  return <ShownNotice key={notice.current?.noticeId ?? 'none'} />;
}

function ShownNotice() {
  const { site, notice, follow, confirmsAtNotice, returning } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const { current } = notice;
  // The invited have no questions behind them to count.
  const invited = confirmsAtNotice && returning === null;
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
    <ScreenFrame name="notice" top={invited ? <StepBar /> : <StepBar step="notice" />}>
      <div className="screen__scroll" lang={current.language}>
        <Heading title={current.content.title} lede={current.content.lead} />
        {returning === null || notice.renewed ? null : (
          // Said to all who say that they have been here, so that it says nothing of anybody.
          <p className="notice-since" lang={i18n.language}>
            {t('notice.since', { date: dateIn(i18n.language, site.timeZone, current.publishedAt) })}
          </p>
        )}
        {notice.renewed ? (
          <p className="strip" role="status" lang={i18n.language}>
            <TouchIcon name="again" />
            {common('refusal.notice-outdated')}
          </p>
        ) : null}
        <TouchNoticePoints points={current.content.points} also={current.content.also} />
      </div>
      <div className="acts acts--notice">
        <Trouble />
        <TouchButton
          kind="quiet"
          className="full-notice"
          onClick={() => follow({ type: 'read-full-notice' })}
        >
          {t('notice.readFull')}
        </TouchButton>
        {confirmsAtNotice ? (
          <ConfirmButton label={t('frame.continue')} note={t('notice.information')} />
        ) : (
          <>
            <TouchButton kind="primary" onClick={() => follow({ type: 'continue' })}>
              {t('frame.continue')}
            </TouchButton>
            <p className="acts__note">{t('notice.information')}</p>
          </>
        )}
      </div>
    </ScreenFrame>
  );
}
