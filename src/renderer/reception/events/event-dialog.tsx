/** One event: who is still expected, and what can be done for all of them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpectedInvitation } from '../../../shared/contract/invitations.ts';
import { type PlannedEvent, timeSpan } from '../../../shared/contract/planned-events.ts';
import { useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { CompanyLine, Name, OrDash } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../../ui/desk-message.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { MailState } from '../mail-state.tsx';

export function EventDialog({
  event,
  expected,
  mayMail,
  onAddGuests,
  onPrint,
  onClose,
}: {
  readonly event: PlannedEvent;
  /** Its guests who have not arrived. */
  readonly expected: readonly ExpectedInvitation[];
  readonly mayMail: boolean;
  readonly onAddGuests: () => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const toast = useToast();
  const send = useCommand('invitations.send');
  const cancel = useCommand('events.cancel');
  const [isCancelling, setCancelling] = useState(false);
  const { title, validOn, starts, ends, host, guests, arrived } = event;
  /** Whose code is neither in their mailbox nor on its way there. */
  const unsent = expected.filter(({ mail }) => mail !== 'delivered' && mail !== 'waiting');
  const refused = send.refused ?? cancel.refused;

  async function sendAll(): Promise<void> {
    let sent = 0;
    for (const { invitationId } of unsent) {
      const reply = await send.run({ invitationId });
      if (!reply.ok && reply.code !== 'not-found') return;
      if (reply.ok) sent += 1;
    }
    toast(t('events.sent', { count: sent }));
  }
  async function callOff(): Promise<void> {
    const reply = await cancel.run({ eventId: event.eventId });
    if (!reply.ok) return;
    toast(t('events.cancelled'));
    onClose();
  }

  return (
    <DeskDialog title={<bdi>{title}</bdi>} onClose={onClose}>
      <dl className="desk-facts">
        <dt>{t('expected.day')}</dt>
        <dd>
          {times.day(validOn)} {timeSpan(starts, ends)}
        </dd>
        <dt>{t('expected.host')}</dt>
        <dd>
          <OrDash>{host}</OrDash>
        </dd>
        <dt>{t('events.arrived')}</dt>
        <dd>{t('events.arrivedOf', { arrived, guests })}</dd>
      </dl>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {expected.length === 0 ? (
        <DeskNothing title={t(guests === 0 ? 'events.noGuests' : 'events.nobodyExpected')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key
        <section className="events__report" aria-label={t('events.expected')} tabIndex={0}>
          <DeskTable>
            <thead>
              <tr>
                <th scope="col">{t('expected.visitor')}</th>
                <th scope="col">{t('expected.mailState')}</th>
              </tr>
            </thead>
            <tbody>
              {expected.map(({ invitationId, name, company, mail }) => (
                <tr key={invitationId}>
                  <td>
                    <Name>{name}</Name>
                    <CompanyLine company={company} />
                  </td>
                  <td>{mail === null ? <OrDash>{''}</OrDash> : <MailState mail={mail} />}</td>
                </tr>
              ))}
            </tbody>
          </DeskTable>
        </section>
      )}
      {isCancelling ? (
        <DeskMessage tone="bad">{t('events.cancelLead', { count: expected.length })}</DeskMessage>
      ) : null}
      <div className="desk-actions">
        <DeskButton kind="primary" icon={<DeskIcon name="plus" />} onClick={onAddGuests}>
          {t('events.guests.add')}
        </DeskButton>
        {expected.length > 0 ? (
          <DeskButton icon={<DeskIcon name="printer" />} onClick={onPrint}>
            {t('events.print.open')}
          </DeskButton>
        ) : null}
        {mayMail && unsent.length > 0 ? (
          <DeskButton busy={send.busy} onClick={() => void sendAll()}>
            {t('expected.send')}
          </DeskButton>
        ) : null}
        {isCancelling ? (
          <DeskButton kind="danger" busy={cancel.busy} onClick={() => void callOff()}>
            {t('events.cancelNow')}
          </DeskButton>
        ) : (
          <DeskButton kind="quiet" onClick={() => setCancelling(true)}>
            {t('events.cancel')}
          </DeskButton>
        )}
        <DeskButton onClick={onClose}>{t('form.close')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
