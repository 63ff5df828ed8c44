/** What the visitor's type asked, at the review. */
import { useTranslation } from 'react-i18next';
import { inLanguage, type OfferedType } from '../../../shared/contract/visitor-types.ts';
import { useSession } from '../session-context.ts';
import { AnswerRow } from './answer-row.tsx';

export function TypeAnswer() {
  const { site, typeDue, visitType } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  if (visitType.chosen === null && !typeDue) return null;
  const name = visitType.chosen && inLanguage(visitType.chosen.names, i18n.language, [site.defaultLanguage]);
  return (
    <AnswerRow
      label={t('type.label')}
      answer={name?.words ?? ''}
      change={{ type: 'change', question: 'type' }}
    />
  );
}

export function DetailAnswers() {
  const { site, visitType } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const others = [site.defaultLanguage];

  function inWords({ fieldId, kind, options }: OfferedType['fields'][number]): string {
    const answer = visitType.answers[fieldId]?.trim() ?? '';
    if (kind === 'yes-no' && (answer === 'yes' || answer === 'no')) return t(`detail.${answer}`);
    const option = options.find(({ optionId }) => optionId === answer);
    return option === undefined ? answer : (inLanguage(option.words, i18n.language, others)?.words ?? '');
  }

  return visitType.chosen?.fields.map((field, detail) => {
    const found = inLanguage(field.words, i18n.language, others);
    return (
      <AnswerRow
        key={field.fieldId}
        label={found?.words.label ?? ''}
        lang={found?.language}
        answer={inWords(field)}
        change={{ type: 'change', question: 'detail', detail }}
      />
    );
  });
}
