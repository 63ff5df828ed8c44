/** The types of visitor a site distinguishes: adding, writing, ordering, retiring. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../../shared/contract/visitor-types.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing, DeskTag } from '../../ui/desk-message.tsx';
import { type ListedType, TypeEditor } from './type-editor.tsx';
import './visitor-types.css';
import { DeskTable } from '../../ui/desk-table.tsx';

export function TypesView() {
  const { t, i18n } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { data, error } = useCall('types.list', {});
  const arrange = useCommand('types.arrange');
  const retire = useCommand('types.retire');
  const [open, setOpen] = useState<ListedType | 'new' | null>(null);
  const offered = data?.types.filter(({ retired }) => !retired) ?? [];
  const refused = arrange.refused ?? retire.refused;

  const nameOf = ({ type }: ListedType): string =>
    inLanguage(type.names, i18n.language, [data?.defaultLanguage ?? 'en'])?.words ?? '';
  function move(index: number, by: 1 | -1): void {
    const ids = offered.map(({ visitorTypeId }) => visitorTypeId);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    void arrange.run({ visitorTypeIds: ids });
  }

  if (data && open !== null)
    return (
      <>
        <h1>{open === 'new' ? t('types.add') : t('types.editNamed', { name: nameOf(open) })}</h1>
        <TypeEditor
          listed={open === 'new' ? null : open}
          languages={data.languages}
          defaultLanguage={data.defaultLanguage}
          onClose={() => setOpen(null)}
        />
      </>
    );
  return (
    <>
      <header className="page__head">
        <div>
          <h1>{t('office.view.types')}</h1>
          <p className="desk-muted">{t('types.lead')}</p>
        </div>
        <div className="desk-actions">
          <DeskButton kind="primary" icon={<DeskIcon name="plus" />} onClick={() => setOpen('new')}>
            {t('types.add')}
          </DeskButton>
        </div>
      </header>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {refused ? (
        <DeskMessage tone="bad">
          {refused.code === 'type-outdated'
            ? t('types.outdated')
            : (faultWords(refused.fields?.['']) ?? words(refused))}
        </DeskMessage>
      ) : null}
      {data && data.types.length === 0 ? (
        <DeskNothing title={t('types.none')}>{t('types.noneHint')}</DeskNothing>
      ) : null}
      {data && data.types.length > 0 ? (
        <DeskTable className="visitor-types">
          <thead>
            <tr>
              <th scope="col">{t('types.name')}</th>
              <th scope="col">{t('types.asks')}</th>
              <th scope="col">{t('types.rules')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('card.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.types.map((listed, index) => {
              const name = nameOf(listed);
              const { type, retired, visitorTypeId } = listed;
              return (
                <tr key={visitorTypeId}>
                  <td>
                    <bdi>{name}</bdi> {retired ? <DeskTag>{t('types.retired')}</DeskTag> : null}
                  </td>
                  <td>
                    {type.fields
                      .map(
                        ({ words: said }) =>
                          inLanguage(said, i18n.language, [data.defaultLanguage])?.words.label,
                      )
                      .join(', ') || '–'}
                  </td>
                  <td>{Object.keys(type.rules).length > 0 ? t('kind.yes') : '–'}</td>
                  <td>
                    <div className="desk-actions visitor-types__actions">
                      {retired ? null : (
                        <>
                          <DeskButton
                            kind="quiet"
                            disabled={index === 0}
                            busy={arrange.busy}
                            aria-label={t('types.upNamed', { name })}
                            onClick={() => move(index, -1)}
                          >
                            ↑
                          </DeskButton>
                          <DeskButton
                            kind="quiet"
                            disabled={index === offered.length - 1}
                            busy={arrange.busy}
                            aria-label={t('types.downNamed', { name })}
                            onClick={() => move(index, 1)}
                          >
                            ↓
                          </DeskButton>
                          <DeskButton
                            aria-label={t('types.editNamed', { name })}
                            onClick={() => setOpen(listed)}
                          >
                            {t('types.edit')}
                          </DeskButton>
                        </>
                      )}
                      <DeskButton
                        kind="quiet"
                        busy={retire.busy}
                        aria-label={t(retired ? 'types.offerNamed' : 'types.retireNamed', { name })}
                        onClick={() => void retire.run({ visitorTypeId, retired: !retired })}
                      >
                        {t(retired ? 'types.offer' : 'types.retire')}
                      </DeskButton>
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </DeskTable>
      ) : null}
      {data && data.types.length > 0 ? <p className="desk-muted">{t('types.noticeHint')}</p> : null}
    </>
  );
}
