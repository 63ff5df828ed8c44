/** Every answer as it stands, each with a way to change it. What a type asks of the invited comes after this. */
import { useTranslation } from 'react-i18next';
import { type FieldName, questionOf } from '../flow.ts';
import { useSession } from '../session-context.ts';
import { AnswerRow } from './answer-row.tsx';
import { DetailAnswers, TypeAnswer } from './type-answers.tsx';

const fields = Object.keys(questionOf) as readonly FieldName[];

export function Answers() {
  const { form, screen } = useSession();
  const { t } = useTranslation('kiosk');
  const given = form.getValues();
  return (
    <dl className="answers">
      <TypeAnswer />
      {fields.map((field) => (
        <AnswerRow
          key={field}
          label={t(`field.${field}`)}
          answer={given[field].trim()}
          change={{ type: 'change', question: questionOf[field] }}
        />
      ))}
      {screen === 'review' ? <DetailAnswers /> : null}
    </dl>
  );
}
