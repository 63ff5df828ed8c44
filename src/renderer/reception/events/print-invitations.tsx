/** Invitations on paper, a sheet each. Codes are stored as hashes only, so paper needs new ones. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { ExpectedInvitation } from '../../../shared/contract/invitations.ts';
import { useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { DeskSheet, printSheet } from '../../ui/desk-print.tsx';
import { InvitationSheet } from '../invitation-sheet.tsx';

type Made = CallOutput<'invitations.renew'>;

export function PrintInvitationsDialog({
  invitations,
  onClose,
}: {
  readonly invitations: readonly ExpectedInvitation[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { run, busy, refused } = useCommand('invitations.renew');
  /** Who was expected when the dialog opened: somebody may arrive meanwhile. */
  const [asked] = useState(invitations);
  const [made, setMade] = useState<readonly Made[]>([]);
  const [isDone, setDone] = useState(false);

  async function makeCodes(): Promise<void> {
    const sheets = [...made];
    for (const { invitationId } of asked.slice(sheets.length)) {
      const reply = await run({ invitationId, onPaper: true });
      // Who has arrived meanwhile, or was cancelled, needs no sheet.
      if (!reply.ok && reply.code !== 'not-found') return;
      if (reply.ok) sheets.push(reply.value);
      setMade([...sheets]);
    }
    setDone(true);
  }

  return (
    <DeskDialog title={t('events.print.title')} onClose={onClose}>
      <div className="form-stack">
        <DeskMessage>
          {isDone
            ? t('events.print.ready', { count: made.length })
            : t('events.print.lead', { count: asked.length })}
        </DeskMessage>
        {refused && refused.code !== 'not-found' ? (
          <DeskMessage tone="bad">{words(refused)}</DeskMessage>
        ) : null}
        <div className="desk-actions">
          {isDone ? (
            <DeskButton kind="primary" icon={<DeskIcon name="printer" />} onClick={printSheet}>
              {t('invite.print')}
            </DeskButton>
          ) : (
            <DeskButton kind="primary" busy={busy} onClick={() => void makeCodes()}>
              {t('events.print.make')}
            </DeskButton>
          )}
          <DeskButton onClick={onClose}>{t(isDone ? 'form.close' : 'form.cancel')}</DeskButton>
        </div>
      </div>
      {isDone ? (
        <DeskSheet>
          {() => made.map((each) => <InvitationSheet key={each.invitation.invitationId} {...each} />)}
        </DeskSheet>
      ) : null}
    </DeskDialog>
  );
}
