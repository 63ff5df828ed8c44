/** One visit in full, for whoever answers its visitor. The look is audited, and the dialog says so. */
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../../shared/vocabulary.ts';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { VisitFacts, VisitTags } from '../../console/visit-facts.tsx';
import { VisitorName } from '../../console/visit-words.tsx';
import { VisitHold } from '../../holds/visit-hold.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';

export function VisitDialog({
  visitId,
  onClose,
}: {
  readonly visitId: VisitId;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('visits.get', { visitId }, { forget: true });
  return (
    <DeskDialog title={data ? <VisitorName visit={data.visit} /> : t('security.detail')} onClose={onClose}>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <>
          <VisitTags visit={data.visit} />
          <VisitFacts {...data} />
          {/* What has been done is done: another look at the visit would be one more entry of the audit. */}
          <VisitHold visit={data.visit} hold={data.hold} onDone={onClose} />
          <p className="desk-muted desk-small">{t('security.audited')}</p>
        </>
      ) : null}
      <div className="desk-actions">
        <DeskButton onClick={onClose}>{t('form.close')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
