/** One expected visitor, and what can be done with the invitation. */
import { useTranslation } from 'react-i18next';
import type { ExpectedInvitation } from '../../shared/contract/invitations.ts';
import type { LocalDate } from '../../shared/vocabulary.ts';
import { CompanyLine, Name, OrDash } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DayWords } from './day-words.tsx';
import { MailState } from './mail-state.tsx';

type Act = (id: ExpectedInvitation['invitationId']) => Promise<void>;

export function ExpectedRow({
  invitation,
  event,
  today,
  busy,
  onSend,
  onRenew,
  onCancel,
}: {
  readonly invitation: ExpectedInvitation;
  /** The title of the event it belongs to. */
  readonly event: string | null;
  readonly today: LocalDate;
  readonly busy: boolean;
  /** Null where mail is off. */
  readonly onSend: Act | null;
  readonly onRenew: Act;
  readonly onCancel: Act;
}) {
  const { t } = useTranslation('console');
  const { invitationId, name, company, host, validOn, mail } = invitation;
  const acts = [
    ...(onSend === null ? [] : [{ words: 'send', act: onSend } as const]),
    { words: 'newCode', act: onRenew },
    { words: 'cancel', act: onCancel },
  ] as const;
  return (
    <tr>
      <td>
        <Name>{name}</Name>
        <CompanyLine company={company} />
        {event === null ? null : (
          <small>
            {t('events.one')}: <bdi>{event}</bdi>
          </small>
        )}
        {host === '' ? null : (
          <small className="expected__host">
            {t('expected.host')}: <bdi>{host}</bdi>
          </small>
        )}
      </td>
      <td>
        <OrDash>{host}</OrDash>
      </td>
      <td>
        <DayWords on={validOn} today={today} />
        {mail === null ? null : (
          <div className="expected__mail">
            <MailState mail={mail} />
          </div>
        )}
      </td>
      <td>
        <div className="expected__acts">
          {acts.map(({ words, act }) => (
            <DeskButton
              key={words}
              kind="quiet"
              busy={busy}
              aria-label={t(`expected.${words}Named`, { name })}
              onClick={() => void act(invitationId)}
            >
              {t(`expected.${words}`)}
            </DeskButton>
          ))}
        </div>
      </td>
    </tr>
  );
}
