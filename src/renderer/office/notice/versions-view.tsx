/** Every version of the notice, to read in each language, with how many visits saw it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeId } from '../../../shared/vocabulary.ts';
import { ownName } from '../../console/language-switch.tsx';
import { NoticeDialog } from '../../console/notice-dialog.tsx';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage, DeskTag } from '../../ui/desk-message.tsx';

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
        <table className="desk-table">
          <thead>
            <tr>
              <th>{t('notice.versions.version')}</th>
              <th>{t('notice.versions.published')}</th>
              <th>{t('notice.versions.cause')}</th>
              <th className="desk-table__number">{t('notice.versions.visits')}</th>
              <th>{t('notice.versions.read')}</th>
            </tr>
          </thead>
          <tbody>
            {data.versions.map(({ version, publishedAt, cause, visits, hash, texts }, index) => (
              <tr key={version}>
                <td>
                  {version}{' '}
                  {index === 0 ? <DeskTag tone="good">{t('notice.versions.inForce')}</DeskTag> : null}
                  <small className="desk-hash" title={hash}>
                    {hash.slice(0, 12)}
                  </small>
                </td>
                <td>{times.full(publishedAt)}</td>
                <td>{t(`notice.versions.causes.${cause}`)}</td>
                <td className="desk-table__number">{times.number(visits)}</td>
                <td>
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
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {open ? <NoticeDialog {...open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
