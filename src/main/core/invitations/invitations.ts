/**
 * Invitations: staff say who is expected when, the visitor gets a code, and the kiosk knows them by it. A code is
 * kept as keyed hashes of its two forms, so that neither a copy of the database nor anybody at a console can tell
 * it again. Using one up is part of `visits.arrive`, taking rows away is the purge's.
 */
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts';
import { type InvitationRow, invitations } from '../../../shared/contract/invitations.ts';
import {
  readScannedCode,
  scannedCodeBytes,
  scannedCodeFrom,
  typedCodeLength,
} from '../../../shared/invitation-code.ts';
import type { EpochMs, InvitationId } from '../../../shared/vocabulary.ts';
import { createCode, readCode } from '../codes.ts';
import type { Handlers } from '../context.ts';
import { chosenHost } from '../hosts/chosen-host.ts';
import type { Clock, Digest, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { createThrottle } from '../throttle.ts';
import { day, endOfLocalDate, localDate } from '../time.ts';
import type { CodeHashes, StoredInvitation } from './invitation-store.ts';
import type { Scans } from './scans.ts';

/** The longest list a screen gets, as for visits. */
const longestList = 1000;
/** Nobody plans a visit further ahead, so a later year is a slip of the finger. */
const furthestDays = 366;

const opened = invitations['invitations.open'].output;
type OpenedInvitation = NonNullable<CallOutput<'invitations.open'>['invitation']>;

export interface InvitationParts {
  readonly stores: Pick<Stores, 'invitations' | 'hosts' | 'visitorTypes'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly digest: Digest;
  readonly site: Site;
  readonly scans: Scans;
  readonly newId: () => string;
}

type InvitationCalls =
  | 'invitations.make'
  | 'invitations.renew'
  | 'invitations.cancel'
  | 'invitations.expected'
  | 'invitations.open';

export function createInvitations(parts: InvitationParts): Handlers<InvitationCalls> {
  const { stores, clock, random, digest, site, scans, newId } = parts;
  const tries = createThrottle(5, 60_000, () => clock.monotonic());

  const hashTyped = (code: string): string => digest.hmac('invitation', `typed ${readCode(code)}`);
  const hashScanned = (code: string): string => digest.hmac('invitation', `scanned ${code}`);

  /** The hash of no code where it is none, or another's. */
  function hashOf(input: ParsedInput<'invitations.open'>, connectionId: string): string {
    if (input.by === 'typed') return hashTyped(input.code);
    if (input.by === 'camera') return hashScanned(readScannedCode(input.code) ?? '');
    return hashScanned(scans.claim(input.scan, connectionId) ?? '');
  }

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

  function openById(id: InvitationId): StoredInvitation {
    const invitation = stores.invitations.byId(id);
    if (invitation === undefined || invitation.endedAt !== null) throw new Refusal('not-found');
    return invitation;
  }

  function checkDay(validOn: string, at: EpochMs, zone: string): void {
    const fields = (message: string) => ({ fields: { validOn: message } });
    if (validOn < localDate(at, zone)) throw new Refusal('bad-input', fields('day-past'));
    if (validOn > localDate(at + furthestDays * day, zone)) throw new Refusal('bad-input', fields('day-far'));
  }

  return {
    'invitations.make'({ validOn, host, hostId, visitorTypeId, ...contact }, context) {
      const { timeZone } = site.require().settings;
      checkDay(validOn, context.at, timeZone);
      const type = visitorTypeId && stores.visitorTypes.byId(visitorTypeId);
      if (visitorTypeId !== undefined && (type === undefined || type.retiredAt !== null))
        throw new Refusal('type-outdated', { fields: { visitorTypeId: 'required' } });
      const id = newId() as InvitationId;
      const { typedCode, scannedCode, hashes } = newCode();
      const chosen = chosenHost(stores.hosts, hostId, host);
      const invitation = {
        ...{ id, madeAt: context.at, validOn, contact, host },
        hostId: chosen?.id ?? null,
        visitorTypeId: visitorTypeId ?? null,
      };
      const validUntil = endOfLocalDate(validOn, timeZone);
      stores.invitations.insert(
        { ...invitation, hostSequence: chosen?.sequence ?? null, validUntil },
        hashes,
      );
      context.note(id);
      context.changed('invitations');
      return { invitation: toInvitationRow(invitation), typedCode, scannedCode };
    },

    'invitations.renew'({ invitationId }, context) {
      const invitation = openById(invitationId);
      const { typedCode, scannedCode, hashes } = newCode();
      stores.invitations.setCode(invitation.sequence, hashes);
      context.note(invitation.id);
      return { invitation: toInvitationRow(invitation), typedCode, scannedCode };
    },

    'invitations.cancel'({ invitationId }, context) {
      const invitation = openById(invitationId);
      stores.invitations.end(invitation.sequence, context.at);
      context.note(invitation.id);
      context.changed('invitations', 'retention');
      return {};
    },

    'invitations.expected'(_input, context) {
      const today = localDate(context.at, site.require().settings.timeZone);
      const expected = stores.invitations.expectedFrom(today, longestList);
      return { today, invitations: expected.map(toInvitationRow) };
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

function toOpened(invitation: StoredInvitation): OpenedInvitation {
  const { validOn: _day, madeAt: _made, ...row } = toInvitationRow(invitation);
  return row;
}

function toInvitationRow(
  invitation: Pick<
    StoredInvitation,
    'id' | 'madeAt' | 'validOn' | 'contact' | 'host' | 'hostId' | 'visitorTypeId'
  >,
): InvitationRow {
  const { id, madeAt, validOn, contact, host, hostId, visitorTypeId } = invitation;
  return { invitationId: id, ...contact, host, hostId, visitorTypeId, validOn, madeAt };
}
