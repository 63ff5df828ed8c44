/** Erasing a visit is asked about once more, because nothing brings it back. */
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useTimes } from '../console/site.tsx';
import { cardName } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';

export function EraseDialog({
  visit,
  onDone,
  onClose,
}: {
  readonly visit: VisitRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const times = useTimes();
  const { run, busy, refused } = useCommand('visits.erase');
  const { visitId, name, arrivedAt, card } = visit;
  const at = times.full(arrivedAt);
  return (
    <DeskDialog title={t('holds.eraseTitle')} onClose={onClose}>
      <p>{name === '' ? t('holds.eraseOf', { at }) : t('holds.eraseWhose', { name, at })}</p>
      <p>{t('holds.eraseText')}</p>
      {card.state === 'issued' ? (
        <DeskMessage tone="waiting">{t('holds.eraseCard', { card: cardName(t, card.label) })}</DeskMessage>
      ) : null}
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <div className="desk-actions">
        <DeskButton
          kind="danger"
          busy={busy}
          onClick={() =>
            void run({ visitId }).then((reply) => {
              if (reply.ok) onDone();
            })
          }
        >
          {t('holds.eraseNow')}
        </DeskButton>
        <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
