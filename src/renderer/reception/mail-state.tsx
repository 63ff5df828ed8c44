/** How far the mail with an invitation's code has come. */
import { useTranslation } from 'react-i18next';
import type { InvitationMail } from '../../shared/contract/invitations.ts';
import { DeskTag, type Tone } from '../ui/desk-message.tsx';

const tones: Readonly<Record<InvitationMail, Tone>> = {
  waiting: 'waiting',
  delivered: 'good',
  'given-up': 'bad',
  cancelled: 'plain',
};

export function MailState({ mail }: { readonly mail: InvitationMail | null }) {
  const { t } = useTranslation('console');
  if (mail === null) return null;
  return <DeskTag tone={tones[mail]}>{t(`expected.mail.${mail}`)}</DeskTag>;
}
