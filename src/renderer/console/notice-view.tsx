/** The privacy notice as text: the short layer, the full text below, and what identifies it. */
import { useTranslation } from 'react-i18next';
import type { NoticeContent, ReadableNotice } from '../../shared/contract/notice.ts';
import { useTimes } from './site.tsx';

export function NoticeView({ notice }: { readonly notice: ReadableNotice }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <article className="notice" lang={notice.language}>
      <NoticeText content={notice.content} />
      <p className="notice__identity desk-muted desk-small">
        {t('notice.versionOf', { version: notice.version, at: times.full(notice.publishedAt) })}
        <br />
        {t('notice.hash')} <span className="desk-hash">{notice.hash}</span>
        <br />
        {t('notice.textHash')} <span className="desk-hash">{notice.textHash}</span>
      </p>
    </article>
  );
}

export function NoticeText({ content }: { readonly content: NoticeContent }) {
  return (
    <>
      <h2>{content.title}</h2>
      {content.lead === '' ? null : <p>{content.lead}</p>}
      <ul className="notice__points">
        {content.points.map((point) => (
          <li key={point.about}>
            <b>{point.title}</b>
            <p>{point.text}</p>
          </li>
        ))}
      </ul>
      {content.also === '' ? null : <p>{content.also}</p>}
      {content.sections.map((section) => (
        <section key={section.heading}>
          <h3 lang={section.language ?? undefined}>{section.heading}</h3>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.facts.length === 0 ? null : (
            <dl className="notice__facts">
              {section.facts.map((fact) => (
                <div key={fact.label}>
                  <dt>{fact.label}</dt>
                  <dd lang={section.language ?? undefined}>{fact.text}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </>
  );
}
