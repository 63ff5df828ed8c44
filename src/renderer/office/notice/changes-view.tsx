/** What the draft changes: entry by entry, and line by line in what visitors read. */
import { useTranslation } from 'react-i18next';
import type { NoticeContent, RegisterChange } from '../../../shared/contract/notice.ts';
import { useCall } from '../../console/queries.ts';
import { DeskNothing } from '../../ui/desk-message.tsx';
import { ownName } from '../../words/own-name.ts';
import { type Draft, titleOf } from './register-words.ts';

export function ChangesView({ draft, language }: { readonly draft: Draft; readonly language: string }) {
  const { t, i18n } = useTranslation('console');
  const words = ({ change, languages }: RegisterChange): string =>
    t(`notice.changes.${change}`, { languages: languages.map(ownName).join(', ') });
  if (draft.changes.length === 0)
    return <DeskNothing title={t('notice.changes.none')}>{t('notice.changes.noneHint')}</DeskNothing>;
  return (
    <div className="changes">
      <section className="desk-card">
        <h2>{t('notice.changes.title', { version: draft.published.version })}</h2>
        <ul className="changes__entries">
          {draft.changes.map((change) => (
            <li key={`${change.entryId} ${change.change}`}>
              <b>
                <bdi>{titleOf(draft, change.entryId, i18n.language)}</bdi>
              </b>{' '}
              {words(change)}
            </li>
          ))}
        </ul>
      </section>
      <ChangedLines draft={draft} language={language} />
    </div>
  );
}

function ChangedLines({ draft, language }: { readonly draft: Draft; readonly language: string }) {
  const { t } = useTranslation('console');
  const before = useCall('notice.current', { language });
  const after = useCall('notice.preview', { language, register: draft.register });
  if (!before.data || !after.data) return null;
  const old = linesOf(before.data.content);
  const next = linesOf(after.data.content);
  const gone = old.filter((line) => !next.includes(line));
  const added = next.filter((line) => !old.includes(line));
  return (
    <section className="desk-card">
      <h2>
        {t('notice.changes.lines')}: {ownName(language)}
      </h2>
      {gone.length + added.length === 0 ? <p className="desk-muted">{t('notice.changes.same')}</p> : null}
      <div className="changes__lines" lang={language}>
        {gone.length > 0 ? <Lines title={t('notice.changes.gone')} lines={gone} kind="gone" /> : null}
        {added.length > 0 ? <Lines title={t('notice.changes.new')} lines={added} kind="new" /> : null}
      </div>
    </section>
  );
}

function Lines({
  title,
  lines,
  kind,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly kind: 'gone' | 'new';
}) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className={`changes__${kind}`}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Everything a visitor can read, each line with what stands before it. */
function linesOf(content: NoticeContent): string[] {
  const lines = [
    content.title,
    content.lead,
    ...content.points.flatMap((point) => [point.title, point.text]),
    content.also,
    ...content.sections.flatMap((section) => [
      section.heading,
      ...section.paragraphs,
      ...section.facts.map((fact) => `${section.heading} · ${fact.label}: ${fact.text}`),
    ]),
  ];
  return [...new Set(lines)].filter((line) => line !== '');
}
