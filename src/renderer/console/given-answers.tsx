/** What brought a visitor here and what they answered, as facts of a visit. */
import { useTranslation } from 'react-i18next';
import type { GivenAnswer } from '../../shared/contract/visitor-types.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { OrDash } from './visit-words.tsx';

/** Inside a list of facts. */
export function TypeFacts({ visit }: { readonly visit: Pick<VisitRow, 'visitorType' | 'answers'> }) {
  const { t } = useTranslation('console');
  const said = ({ kind, value, text }: GivenAnswer): string =>
    kind === 'yes-no' && (value === 'yes' || value === 'no') ? t(`kind.${value}`) : text;
  if (visit.visitorType === '') return null;
  return (
    <>
      <dt>{t('kind.label')}</dt>
      <dd>
        <bdi>{visit.visitorType}</bdi>
      </dd>
      {visit.answers.map((answer) => (
        <div key={answer.fieldId} className="desk-facts__pair">
          <dt>{answer.label}</dt>
          <dd>
            <OrDash>{said(answer)}</OrDash>
          </dd>
        </div>
      ))}
    </>
  );
}
