/** A card of connections: what they are, adding one, and their table. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../../shared/reply.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useHasRole } from '../../console/session.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../../ui/desk-message.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';

export function ConnectionList({
  of,
  refused,
  rows,
  onAdd,
  children,
}: {
  readonly of: 'integrations' | 'webhooks';
  readonly refused: Refused | null | undefined;
  /** One row of name, state and acts for each; undefined until they have come. */
  readonly rows: readonly ReactNode[] | undefined;
  readonly onAdd: () => void;
  /** Dialogs. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const mayChange = useHasRole('administrator');
  const heading = `connections-${of}`;
  return (
    <section className="desk-card form-stack" aria-labelledby={heading}>
      <div className="connections__head">
        <div>
          <h2 id={heading}>{t(`connections.${of}.title`)}</h2>
          <p className="desk-muted">{t(`connections.${of}.lead`)}</p>
        </div>
        {mayChange ? (
          <DeskButton icon={<DeskIcon name="plus" />} onClick={onAdd}>
            {t(`connections.${of}.add`)}
          </DeskButton>
        ) : null}
      </div>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {rows?.length === 0 ? <DeskNothing title={t(`connections.${of}.none`)} /> : null}
      {rows && rows.length > 0 ? (
        <DeskTable className="connections__table">
          <thead>
            <tr>
              <th scope="col">{t(`connections.${of}.name`)}</th>
              <th scope="col">{t('deliveries.state')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('card.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </DeskTable>
      ) : null}
      {children}
    </section>
  );
}
