/** Every version of the notice, to read in each language, with how many visits saw it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeId } from '../../../shared/vocabulary.ts';
import { NoticeDialog } from '../../console/notice-dialog.tsx';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage, DeskTag } from '../../ui/desk-message.tsx';
import { ownName } from '../../words/own-name.ts';

export function VersionsView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const times = useTimes();
  const { data, error } = useCall('notice.history', {});
  const [open, setOpen] = useState<{ readonly noticeId: NoticeId; readonly version: number } | null>(null);
  return (
    <>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <ul className="versions">
          {data.versions.map(({ version, publishedAt, cause, visits, hash, texts }, index) => (
            <li key={version}>
              <div className="versions__head">
                <h2>{t('notice.version', { version })}</h2>
                {index === 0 ? <DeskTag tone="good">{t('notice.versions.inForce')}</DeskTag> : null}
              </div>
              <p>
                {t('notice.versions.line', {
                  at: times.full(publishedAt),
                  cause: t(`notice.versions.causes.${cause}`),
                })}
                {' · '}
                {t('notice.versions.seen', { count: visits })}
              </p>
              <p className="desk-muted desk-small desk-hash">{hash}</p>
              <div className="versions__languages">
                {texts.map(({ language, noticeId }) => (
                  <DeskButton
                    key={noticeId}
                    kind="quiet"
                    lang={language}
                    aria-label={t('notice.versions.readNamed', { version, language: ownName(language) })}
                    onClick={() => setOpen({ noticeId, version })}
                  >
                    {ownName(language)}
                  </DeskButton>
                ))}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? <NoticeDialog {...open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
