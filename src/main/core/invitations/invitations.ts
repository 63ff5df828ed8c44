/**
 * Invitations: staff say who is expected when, the visitor gets a code, and the kiosk knows them by it. A code is
 * kept as keyed hashes of its two forms, so that neither a copy of the database nor anybody at a console can tell
 * it again. Using one up is part of `visits.arrive`, taking rows away is the purge's.
 */
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts';
import { type InvitationRow, invitations } from '../../../shared/contract/invitations.ts';
import { readScannedCode } from '../../../shared/invitation-code.ts';
import type { InvitationId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import type { Clock } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { createThrottle } from '../throttle.ts';
import { localDate } from '../time.ts';
import type { StoredInvitation } from './invitation-store.ts';
import type { Invited, Inviter } from './inviter.ts';
import type { Scans } from './scans.ts';

/** The longest list a screen gets, as for visits. */
const longestList = 1000;

const opened = invitations['invitations.open'].output;
type OpenedInvitation = NonNullable<CallOutput<'invitations.open'>['invitation']>;

export interface InvitationParts {
  readonly stores: Pick<Stores, 'invitations' | 'outbox'>;
  readonly clock: Clock;
  readonly site: Site;
  readonly scans: Scans;
  readonly inviter: Inviter;
  /** Whether mail is on. */
  readonly mayMail: () => boolean;
}

type InvitationCalls =
  | 'invitations.make'
  | 'invitations.renew'
  | 'invitations.send'
  | 'invitations.cancel'
  | 'invitations.expected'
  | 'invitations.open';

export function createInvitations(parts: InvitationParts): Handlers<InvitationCalls> {
  const { stores, clock, site, scans, inviter } = parts;
  const tries = createThrottle(5, 60_000, () => clock.monotonic());

  /** The hash of no code where it is none, or another's. */
  function hashOf(input: ParsedInput<'invitations.open'>, connectionId: string): string {
    if (input.by === 'typed') return inviter.hashTyped(input.code);
    if (input.by === 'camera') return inviter.hashScanned(readScannedCode(input.code) ?? '');
    return inviter.hashScanned(scans.claim(input.scan, connectionId) ?? '');
  }

  function openById(id: InvitationId): StoredInvitation {
    const invitation = stores.invitations.byId(id);
    if (invitation === undefined || invitation.endedAt !== null) throw new Refusal('not-found');
    return invitation;
  }

  return {
    'invitations.make'(details, context) {
      const invited = inviter.invite(details, context.at);
      context.note(invited.invitation.id);
      context.changed('invitations', 'outbox');
      return toMade(invited);
    },

    'invitations.renew'({ invitationId, onPaper }, context) {
      const invited = inviter.renew(openById(invitationId), onPaper === true ? 'paper' : 'settings');
      context.note(invitationId);
      context.changed('outbox');
      return toMade(invited);
    },

    'invitations.send'({ invitationId }, context) {
      const invitation = openById(invitationId);
      context.note(invitationId);
      if (!inviter.renew(invitation, 'mail').mailed) throw new Refusal('nothing-to-send');
      context.changed('outbox');
      return {};
    },

    'invitations.cancel'({ invitationId }, context) {
      const invitation = openById(invitationId);
      stores.invitations.end(invitation.sequence, context.at, 'cancelled');
      stores.outbox.cancelFor(invitation.sequence);
      context.note(invitation.id);
      context.changed('invitations', 'retention', 'outbox');
      return {};
    },

    'invitations.expected'(_input, context) {
      const today = localDate(context.at, site.require().settings.timeZone);
      const expected = stores.invitations.expectedFrom(today, longestList);
      const mails = stores.outbox.invitationMails();
      return {
        today,
        mayMail: parts.mayMail(),
        invitations: expected.map((invitation) => ({
          ...toInvitationRow(invitation),
          mail: mails.get(invitation.sequence) ?? null,
        })),
      };
    },

    // A hit and a miss hash once, look once and commit once, so that neither takes longer.
    'invitations.open'(input, context) {
      const wait = tries.attempt(context.connectionId);
      if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
      const hash = hashOf(input, context.connectionId);
      const found = stores.invitations.byCode(hash);
      // A code nobody has reads and checks somebody's invitation as well, so that the time tells nothing.
      const read = found ?? stores.invitations.first();
      const today = localDate(context.at, site.require().settings.timeZone);
      const hit = found !== undefined && found.endedAt === null && found.validOn === today;
      context.note(hit ? found.id : null, hit ? 'hit' : 'miss');
      const invitation = read === undefined ? null : toOpened(read);
      if (!hit) {
        opened.parse({ invitation });
        return { invitation: null };
      }
      tries.forget(context.connectionId);
      return { invitation };
    },
  };
}

function toMade({ invitation, typedCode, scannedCode, mailed }: Invited) {
  return { invitation: toInvitationRow(invitation), typedCode, scannedCode, mailed };
}

function toOpened(invitation: StoredInvitation): OpenedInvitation {
  const { validOn: _day, madeAt: _made, eventId: _event, ...row } = toInvitationRow(invitation);
  return row;
}

export function toInvitationRow(invitation: StoredInvitation): InvitationRow {
  const { id, madeAt, validOn, contact, host, hostId, visitorTypeId, event } = invitation;
  return {
    ...{ invitationId: id, ...contact, host, hostId, visitorTypeId, validOn, madeAt },
    eventId: event?.id ?? null,
  };
}
