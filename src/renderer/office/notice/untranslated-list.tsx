/** Entries that do not say the same in every language, before they are published; each leads to its words. */
import { useTranslation } from 'react-i18next';
import type { RegisterEntry } from '../../../shared/contract/register.ts';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { type Draft, entryTitle } from './register-words.ts';

export function UntranslatedList({
  draft,
  onWrite,
}: {
  readonly draft: Draft;
  readonly onWrite: (entry: RegisterEntry, language: string) => void;
}) {
  const { t, i18n } = useTranslation('console');
  if (draft.untranslated.length === 0) return null;
  const languages = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <DeskMessage tone="waiting" title={t('notice.untranslated.title')}>
      <ul className="untranslated">
        {draft.untranslated.map(({ entryId, language, reason }) => {
          const entry = draft.register.entries.find((each) => each.entryId === entryId);
          if (entry === undefined) return null;
          const names = {
            entry: entryTitle(draft, entry, i18n.language),
            language: languages.of(language) ?? language,
          };
          return (
            <li key={`${entryId} ${language}`}>
              {t(`notice.untranslated.${reason}`, names)}
              <DeskButton kind="quiet" onClick={() => onWrite(entry, language)}>
                {t('notice.untranslated.open', names)}
              </DeskButton>
            </li>
          );
        })}
      </ul>
    </DeskMessage>
  );
}
