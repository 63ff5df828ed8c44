/** The privacy notice as a visitor reads it: the short layer, the full text below, and what the record will hold. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';

type Notice = CallOutput<'notice.current'>;

export function NoticeView({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('console');
  const { content } = notice;
  return (
    <article className="notice" lang={notice.language}>
      <h2>{content.title}</h2>
      <ul className="notice__points">
        {content.points.map((point) => (
          <li key={point.about}>
            <b>{point.title}</b>
            <p>{point.text}</p>
          </li>
        ))}
      </ul>
      {content.sections.map((section) => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <p className="notice__identity desk-muted desk-small">
        {t('notice.version', { version: notice.version })} · {t('notice.hash')}{' '}
        <span className="desk-hash">{notice.hash}</span>
      </p>
    </article>
  );
}
