/** Where the visitor comes from and whom they come to see. Both may stay empty; the host may be chosen or written. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asksCompany } from '../asked-details.ts';
import { useSession } from '../session-context.ts';
import { useHostAnswers } from './host-answers.ts';
import { HostPicker } from './host-picker.tsx';
import { QuestionScreen, useAnswered } from './question-screens.tsx';

export function VisitScreen() {
  const { t } = useTranslation('kiosk');
  const { form, visitType, returning } = useSession();
  const inOrder = useAnswered(['company', 'host']);
  const needed = (['company', 'host'] as const).filter((name) => visitType.chosen?.[name] === 'required');

  /** What the visitor's type needs may not stay empty. */
  async function answered(): Promise<void> {
    const missing = needed.filter((name) => form.getValues(name).trim() === '');
    const [first] = missing;
    if (first === undefined) return inOrder();
    for (const name of missing) form.setError(name, { message: 'required' });
    form.setFocus(first);
  }

  const found = useHostAnswers();
  const list = useRef<HTMLUListElement>(null);

  return (
    <QuestionScreen
      question="visit"
      lede={t(returning === 'badge' ? 'visit.badge' : 'visit.lede')}
      fields={[
        ...(asksCompany(returning, visitType.chosen)
          ? [{ name: 'company', keys: 'text', hint: t('visit.companyHint') } as const]
          : []),
        {
          name: 'host',
          keys: 'name',
          hint: t('visit.hostHint'),
          onTyped(text) {
            // Other words are no longer those of the host who was chosen.
            form.setValue('hostId', undefined);
            found.typed(text);
          },
          onKeyDown(event) {
            if (event.key === 'Escape') found.close();
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.querySelector('button')?.focus();
          },
        },
      ]}
      onSubmit={answered}
    >
      <HostPicker
        found={found}
        list={list}
        onChoose={({ words, hostId }) => {
          form.setValue('host', words);
          form.setValue('hostId', hostId ?? undefined);
          found.close();
          form.setFocus('host');
        }}
        onPass={() => {
          // Words that were chosen say who is listed; words that were written stay for reception.
          if (form.getValues('hostId') !== undefined) form.setValue('host', '');
          form.setValue('hostId', undefined);
          void answered();
        }}
        onLeave={() => form.setFocus('host')}
      />
    </QuestionScreen>
  );
}
