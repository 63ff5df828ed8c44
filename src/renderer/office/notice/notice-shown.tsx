/** The notice as it stands at the kiosk and as text: the one in force, or the one the draft would make. */
import { useTranslation } from 'react-i18next';
import { NoticeText, NoticeView } from '../../console/notice-view.tsx';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { PictureChoice } from './picture-choice.tsx';
import type { Draft } from './register-words.ts';
import { usePreview } from './use-preview.ts';

export function NoticeShown({ draft, language }: { readonly draft: Draft; readonly language: string }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const current = useCall('notice.current', { language });
  const { shown, error } = usePreview(draft.register, language);
  return (
    <>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {draft.differs ? <DeskMessage>{t('notice.picture.ofDraft')}</DeskMessage> : null}
      {shown ? (
        <div className="notice-shown">
          <section aria-label={t('notice.picture.asAtKiosk')}>
            <PictureChoice content={shown.content} language={shown.language} />
          </section>
          <section className="desk-card" aria-label={t('notice.picture.asText')}>
            {draft.differs || !current.data ? (
              <article className="notice" lang={shown.language}>
                <NoticeText content={shown.content} />
              </article>
            ) : (
              <NoticeView notice={current.data} />
            )}
          </section>
        </div>
      ) : null}
    </>
  );
}
