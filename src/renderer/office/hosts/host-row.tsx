/** One host in the list. */
import { useTranslation } from 'react-i18next';
import type { Host } from '../../../shared/contract/hosts.ts';
import { useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { Address, Name, OrDash } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskTag } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';

export function HostRow({ host, onCorrect }: { readonly host: Host; readonly onCorrect: () => void }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const toast = useToast();
  const { run, busy, refused } = useCommand('hosts.leave');
  const { hostId, name, leftAt } = host;
  const left = leftAt !== null;
  async function turn(): Promise<void> {
    const reply = await run({ hostId, left: !left });
    if (reply.ok) toast(t(left ? 'hosts.isBack' : 'hosts.left'));
  }
  return (
    <tr>
      <td>
        <b>
          <Name>{name}</Name>
        </b>
        <small>
          <Address>{host.email}</Address>
        </small>
      </td>
      <td>
        <bdi>{host.department}</bdi>
      </td>
      <td>
        <OrDash>{host.phone}</OrDash>
      </td>
      <td>
        {left ? (
          <DeskTag>{t('hosts.leftAt', { at: times.short(leftAt) })}</DeskTag>
        ) : (
          <DeskTag tone="good">{t('hosts.active')}</DeskTag>
        )}
        {refused ? <small className="hosts__fault">{words(refused)}</small> : null}
      </td>
      <td>
        <div className="desk-actions">
          <DeskButton kind="quiet" aria-label={t('hosts.correctNamed', { name })} onClick={onCorrect}>
            {t('hosts.correct')}
          </DeskButton>
          <DeskButton
            kind="quiet"
            busy={busy}
            aria-label={t(left ? 'hosts.backNamed' : 'hosts.leaveNamed', { name })}
            onClick={() => void turn()}
          >
            {t(left ? 'hosts.back' : 'hosts.leave')}
          </DeskButton>
        </div>
      </td>
    </tr>
  );
}
