/** One invitation on paper: who, when, and the code as QR code and as text. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { useSite, useTimes } from '../console/site.tsx';
import { DeskQr } from '../ui/desk-qr.tsx';

export function InvitationSheet({
  invitation,
  typedCode,
  scannedCode,
}: Pick<CallOutput<'invitations.renew'>, 'invitation' | 'typedCode' | 'scannedCode'>) {
  const { t } = useTranslation('console');
  const { siteName } = useSite();
  const times = useTimes();
  return (
    <div className="invitation-sheet">
      <p>
        <bdi>{siteName}</bdi>
      </p>
      <h1>{t('invite.sheetTitle')}</h1>
      <p>
        <bdi>{invitation.name}</bdi>, {times.day(invitation.validOn)}
      </p>
      <DeskQr text={scannedCode} label={t('invite.qr')} />
      <p className="invitation-code__typed">{typedCode}</p>
      <p>{t('invite.sheetLead')}</p>
    </div>
  );
}
