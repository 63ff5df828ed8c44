/** An invitation's code, shown this once: on screen, as a text to send, and on paper. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { useSite, useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskCopy } from '../ui/desk-copy.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { DeskSheet, printSheet } from '../ui/desk-print.tsx';
import { DeskQr } from '../ui/desk-qr.tsx';
import { InvitationSheet } from './invitation-sheet.tsx';

export function InvitationCodeDialog({
  made,
  onAnother,
  onClose,
}: {
  readonly made: CallOutput<'invitations.make'>;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const { siteName } = useSite();
  const times = useTimes();
  const { invitation, typedCode, scannedCode } = made;
  const day = times.day(invitation.validOn);
  return (
    <DeskDialog title={<bdi>{t('invite.codeTitle', { name: invitation.name })}</bdi>} onClose={onClose}>
      <div className="invitation-code">
        <DeskQr text={scannedCode} label={t('invite.qr')} />
        <dl className="desk-facts">
          <dt>{t('invite.typed')}</dt>
          <dd className="invitation-code__typed">{typedCode}</dd>
          <dt>{t('expected.day')}</dt>
          <dd>{day}</dd>
        </dl>
      </div>
      <DeskMessage>{t('invite.once')}</DeskMessage>
      <DeskCopy
        text={t('invite.text', { site: siteName, day, code: typedCode })}
        name={t('invite.textName')}
        label={t('invite.copy')}
        copied={t('invite.copied')}
        marked={t('invite.marked')}
      >
        <DeskButton icon={<DeskIcon name="printer" />} onClick={printSheet}>
          {t('invite.print')}
        </DeskButton>
      </DeskCopy>
      <div className="desk-actions">
        <DeskButton kind="primary" onClick={onClose}>
          {t('form.close')}
        </DeskButton>
        <DeskButton onClick={onAnother}>{t('invite.another')}</DeskButton>
      </div>
      <DeskSheet>{() => <InvitationSheet {...made} />}</DeskSheet>
    </DeskDialog>
  );
}
