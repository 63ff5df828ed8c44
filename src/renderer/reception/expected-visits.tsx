/** Who is expected today and later, alone or at an event, and inviting. Whoever has arrived stands among the visitors. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { EventId } from '../../shared/vocabulary.ts';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { AddGuestsDialog } from './events/add-guests.tsx';
import { EventDialog } from './events/event-dialog.tsx';
import { EventList } from './events/event-list.tsx';
import { ImportCalendarDialog } from './events/import-calendar.tsx';
import { PlanEventDialog } from './events/plan-event.tsx';
import { PrintInvitationsDialog } from './events/print-invitations.tsx';
import { ExpectedRow } from './expected-row.tsx';
import { InvitationCodeDialog } from './invitation-code.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import './events/events.css';
import './expected-visits.css';
import { DeskTable } from '../ui/desk-table.tsx';

type Made = CallOutput<'invitations.make'>;

/** The one dialog that is open. */
type Open =
  | { readonly what: 'invite' }
  | { readonly what: 'plan' }
  | { readonly what: 'calendar' }
  | { readonly what: 'code'; readonly made: Made }
  | { readonly what: 'event' | 'guests' | 'print'; readonly eventId: EventId };

export function ExpectedVisits() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const { data, error } = useCall('invitations.expected', {});
  const planned = useCall('events.list', {});
  const send = useCommand('invitations.send');
  const renew = useCommand('invitations.renew');
  const cancel = useCommand('invitations.cancel');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const refused = error ?? planned.error ?? send.refused ?? renew.refused ?? cancel.refused;
  const invitations = data?.invitations ?? [];
  const events = planned.data?.events ?? [];
  const eventOf = (id: EventId | null) => events.find(({ eventId }) => eventId === id);

  return (
    <div className="page__scroll">
      <div className="desk-actions">
        <DeskButton
          kind="primary"
          large
          icon={<DeskIcon name="plus" />}
          disabled={!data}
          onClick={() => setOpen({ what: 'invite' })}
        >
          {t('expected.invite')}
        </DeskButton>
        <DeskButton large disabled={!data} onClick={() => setOpen({ what: 'plan' })}>
          {t('events.plan')}
        </DeskButton>
        <DeskButton large disabled={!data} onClick={() => setOpen({ what: 'calendar' })}>
          {t('events.calendar.open')}
        </DeskButton>
      </div>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {data && events.length > 0 ? (
        <EventList
          events={events}
          today={data.today}
          onOpen={(eventId) => setOpen({ what: 'event', eventId })}
        />
      ) : null}
      {data && invitations.length === 0 ? (
        <DeskNothing title={t('expected.none')}>{t('expected.noneHint')}</DeskNothing>
      ) : null}
      {data && invitations.length > 0 ? (
        <DeskTable className="expected" label={t('expected.list')}>
          <thead>
            <tr>
              <th scope="col">{t('expected.visitor')}</th>
              <th scope="col">{t('expected.host')}</th>
              <th scope="col">{t('expected.day')}</th>
              <th scope="col">
                <span className="desk-unseen">{t('expected.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((invitation) => (
              <ExpectedRow
                key={invitation.invitationId}
                invitation={invitation}
                event={eventOf(invitation.eventId)?.title ?? null}
                today={data.today}
                busy={send.busy || renew.busy || cancel.busy}
                onSend={
                  data.mayMail
                    ? async (invitationId) => {
                        const reply = await send.run({ invitationId });
                        if (reply.ok) toast(t('expected.sent'));
                      }
                    : null
                }
                onRenew={async (invitationId) => {
                  const reply = await renew.run({ invitationId });
                  if (reply.ok) setOpen({ what: 'code', made: reply.value });
                }}
                onCancel={async (invitationId) => {
                  const reply = await cancel.run({ invitationId });
                  if (reply.ok) toast(t('expected.cancelled'));
                }}
              />
            ))}
          </tbody>
        </DeskTable>
      ) : null}
      {data && open ? dialog(open, data) : null}
    </div>
  );

  function dialog(shown: Open, { today, mayMail }: CallOutput<'invitations.expected'>) {
    if (shown.what === 'invite')
      return (
        <InviteDialog today={today} onMade={(made) => setOpen({ what: 'code', made })} onClose={close} />
      );
    if (shown.what === 'code')
      return (
        <InvitationCodeDialog
          made={shown.made}
          onAnother={() => setOpen({ what: 'invite' })}
          onClose={close}
        />
      );
    if (shown.what === 'plan')
      return (
        <PlanEventDialog
          today={today}
          onPlanned={(eventId) => setOpen({ what: 'guests', eventId })}
          onClose={close}
        />
      );
    if (shown.what === 'calendar') return <ImportCalendarDialog onClose={close} />;
    const { what, eventId } = shown;
    const event = eventOf(eventId);
    if (event === undefined) return null;
    const expected = invitations.filter((invitation) => invitation.eventId === eventId);
    const back = () => setOpen({ what: 'event', eventId });
    if (what === 'guests') return <AddGuestsDialog eventId={eventId} title={event.title} onClose={back} />;
    if (what === 'print') return <PrintInvitationsDialog invitations={expected} onClose={back} />;
    return (
      <EventDialog
        {...{ event, expected, mayMail }}
        onAddGuests={() => setOpen({ what: 'guests', eventId })}
        onPrint={() => setOpen({ what: 'print', eventId })}
        onClose={close}
      />
    );
  }
}
