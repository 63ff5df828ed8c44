/** The whole text of the notice, to read at leisure: by finger, wheel, keys, or the two buttons beside it. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { TouchNoticeSections } from '../../ui/touch-notice.tsx';
import { dateIn } from '../date-in.ts';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function FullNoticeScreen() {
  const { notice, site } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const { current } = notice;
  const text = useRef<HTMLElement>(null);
  const [overflows, setOverflows] = useState(false);
  const content = current?.content;

  useEffect(() => {
    const shown = text.current;
    if (shown === null) return;
    const measure = new ResizeObserver(() => setOverflows(shown.scrollHeight > shown.clientHeight + 1));
    measure.observe(shown);
    return () => measure.disconnect();
  }, []);

  const turn = (pages: number): void =>
    text.current?.scrollBy({ top: pages * text.current.clientHeight * 0.85 });

  return (
    <ScreenFrame name="full-notice" top={<StepBar step="notice" />}>
      <Heading title={content?.title ?? t('notice.loading')} lang={notice.current?.language} />
      <div className="reading">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text must be reachable by keyboard */}
        <section ref={text} className="reading__text" tabIndex={0} aria-label={content?.title}>
          {current === null ? null : (
            <>
              <div lang={current.language}>
                <TouchNoticeSections sections={current.content.sections} />
              </div>
              <p className="reading__version">
                {t('notice.version', {
                  version: current.version,
                  date: dateIn(i18n.language, site.timeZone, current.publishedAt),
                })}
              </p>
            </>
          )}
        </section>
        {overflows ? (
          <div className="reading__turn">
            <TouchButton
              icon={<TouchIcon name="up" />}
              aria-label={t('notice.up')}
              onClick={() => turn(-1)}
            />
            <TouchButton
              icon={<TouchIcon name="down" />}
              aria-label={t('notice.down')}
              onClick={() => turn(1)}
            />
          </div>
        ) : null}
      </div>
    </ScreenFrame>
  );
}
