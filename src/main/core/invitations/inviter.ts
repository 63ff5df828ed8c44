/**
 * Makes invitations and their codes, for whoever invites: reception one by one, an event with its guests, another
 * program. A code is kept as keyed hashes of its two forms.
 */
import type { InvitationDetails } from '../../../shared/contract/invitations.ts';
import { scannedCodeBytes, scannedCodeFrom, typedCodeLength } from '../../../shared/invitation-code.ts';
import type { EpochMs, InvitationId } from '../../../shared/vocabulary.ts';
import { createCode, readCode } from '../codes.ts';
import { chosenHost } from '../hosts/chosen-host.ts';
import type { InvitedBy, OutboxEntries } from '../outbox/entries.ts';
import type { Digest, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { day, endOfLocalDate, localDate } from '../time.ts';
import type { CodeHashes, StoredInvitation } from './invitation-store.ts';

/** Nobody plans a visit further ahead, so a later year is a slip of the finger. */
const furthestDays = 366;

export interface InviterParts {
  readonly stores: Pick<Stores, 'invitations' | 'hosts' | 'visitorTypes'>;
  readonly random: RandomBytes;
  readonly digest: Digest;
  readonly site: Site;
  readonly newId: () => string;
  readonly outbox: Pick<OutboxEntries, 'invited'>;
}

/** Where an invitation comes from, beside its details. */
export interface Origin {
  readonly eventSequence?: number;
  /** The event's host, instead of one found by the details. */
  readonly hostSequence?: number | null;
  readonly integration?: { readonly sequence: number; readonly externalId: string };
}

export interface Invited {
  readonly invitation: StoredInvitation;
  readonly typedCode: string;
  readonly scannedCode: string;
  /** Whether the code goes to the visitor by mail. */
  readonly mailed: boolean;
}

export type Inviter = ReturnType<typeof createInviter>;

export function createInviter({ stores, random, digest, site, newId, outbox }: InviterParts) {
  const hashTyped = (code: string): string => digest.hmac('invitation', `typed ${readCode(code)}`);
  const hashScanned = (code: string): string => digest.hmac('invitation', `scanned ${code}`);

  /** A code nobody has. */
  function newCode(): {
    readonly typedCode: string;
    readonly scannedCode: string;
    readonly hashes: CodeHashes;
  } {
    for (;;) {
      const typedCode = createCode(random, typedCodeLength);
      const scannedCode = scannedCodeFrom(random(scannedCodeBytes));
      const hashes = { typed: hashTyped(typedCode), scanned: hashScanned(scannedCode) };
      const taken = stores.invitations.byCode(hashes.typed) ?? stores.invitations.byCode(hashes.scanned);
      if (taken === undefined) return { typedCode, scannedCode, hashes };
    }
  }

  /** The code of a fault in the day, or null. */
  function dayFault(validOn: string, at: EpochMs): string | null {
    const { timeZone } = site.require().settings;
    if (validOn < localDate(at, timeZone)) return 'day-past';
    return validOn > localDate(at + furthestDays * day, timeZone) ? 'day-far' : null;
  }

  return {
    hashTyped,
    hashScanned,
    dayFault,
    /** Throws `bad-input` where the day is past or too far off, `type-outdated` where the type is offered no more. */
    invite(details: InvitationDetails, at: EpochMs, origin: Origin = {}): Invited {
      const { validOn, host, hostId, visitorTypeId, language, ...contact } = details;
      const fault = dayFault(validOn, at);
      if (fault !== null) throw new Refusal('bad-input', { fields: { validOn: fault } });
      const type = visitorTypeId && stores.visitorTypes.byId(visitorTypeId);
      if (visitorTypeId !== undefined && (type === undefined || type.retiredAt !== null))
        throw new Refusal('type-outdated', { fields: { visitorTypeId: 'required' } });
      const { typedCode, scannedCode, hashes } = newCode();
      const id = newId() as InvitationId;
      const sequence = stores.invitations.insert(
        {
          id,
          madeAt: at,
          validOn,
          validUntil: endOfLocalDate(validOn, site.require().settings.timeZone),
          contact,
          host,
          hostSequence: origin.hostSequence ?? chosenHost(stores.hosts, hostId, host)?.sequence ?? null,
          visitorTypeId: visitorTypeId ?? null,
          language: language ?? null,
          eventSequence: origin.eventSequence ?? null,
          integration: origin.integration ?? null,
        },
        hashes,
      );
      const mailed = outbox.invited(sequence, { typedCode, scannedCode });
      const invitation = stores.invitations.bySequence(sequence);
      if (invitation === undefined) throw new Error('an invitation that was just stored');
      return { invitation, typedCode, scannedCode, mailed };
    },
    /** A new code; the old one stops working. */
    renew(invitation: StoredInvitation, by: InvitedBy): Invited {
      const { typedCode, scannedCode, hashes } = newCode();
      stores.invitations.setCode(invitation.sequence, hashes);
      const mailed = outbox.invited(invitation.sequence, { typedCode, scannedCode }, by);
      return { invitation, typedCode, scannedCode, mailed };
    },
  };
}
