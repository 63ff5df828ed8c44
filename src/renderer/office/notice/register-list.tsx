/** The register: what the site does with personal data, each entry with a switch and its way to the editor. */
import { useTranslation } from 'react-i18next';
import { isCoreEntry, type RegisterEntry } from '../../../shared/contract/register.ts';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskTag } from '../../ui/desk-message.tsx';
import { type Draft, entryTitle, isOfCatalogue, wordsIn } from './register-words.ts';

export function RegisterList({
  draft,
  busy,
  onSwitch,
  onEdit,
  onAdd,
}: {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onSwitch: (entry: RegisterEntry) => void;
  readonly onEdit: (entry: RegisterEntry) => void;
  readonly onAdd: () => void;
}) {
  const { t, i18n } = useTranslation('console');
  const changed = new Set(draft.changes.map(({ entryId }) => entryId));
  return (
    <div className="register-list">
      <div className="page__head">
        <p className="desk-muted">{t('notice.register.lead')}</p>
        <DeskButton icon={<DeskIcon name="plus" />} onClick={onAdd}>
          {t('notice.register.add')}
        </DeskButton>
      </div>
      <ul className="register-entries">
        {draft.register.entries.map((entry) => {
          const title = entryTitle(draft, entry, i18n.language);
          const core = isCoreEntry(entry.entryId);
          return (
            <li key={entry.entryId} className="register-entry" data-on={entry.on || undefined}>
              <input
                type="checkbox"
                role="switch"
                className="register-entry__switch"
                checked={entry.on}
                aria-checked={entry.on}
                disabled={core || busy}
                aria-label={t('notice.register.switch', { entry: title })}
                onChange={() => onSwitch({ ...entry, on: !entry.on })}
              />
              <div className="register-entry__what">
                <h2>
                  <bdi>{title}</bdi>
                </h2>
                <p className="desk-muted desk-small">{wordsIn(draft, entry, i18n.language)?.purpose}</p>
                <p className="visits__tags">
                  {core ? <DeskTag>{t('notice.register.core')}</DeskTag> : null}
                  {isOfCatalogue(draft, entry.entryId) ? null : <DeskTag>{t('notice.register.own')}</DeskTag>}
                  {entry.atKiosk && !core ? <DeskTag>{t('notice.register.atKiosk')}</DeskTag> : null}
                  {entry.legalBases.map((basis) => (
                    <DeskTag key={basis}>{t(`notice.entry.basis.${basis}`)}</DeskTag>
                  ))}
                  {changed.has(entry.entryId) ? (
                    <DeskTag tone="waiting">{t('notice.register.changed')}</DeskTag>
                  ) : null}
                </p>
              </div>
              <DeskButton
                kind="quiet"
                aria-label={t('notice.register.editNamed', { entry: title })}
                onClick={() => onEdit(entry)}
              >
                {t('notice.register.edit')}
              </DeskButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
