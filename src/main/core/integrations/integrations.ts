/** Integrations: making and revoking them, and the one thing they may do, inviting. */
import type { ExternalInvitation, Integration } from '../../../shared/contract/integrations.ts';
import type { IntegrationId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import type { StoredInvitation } from '../invitations/invitation-store.ts';
import type { Inviter } from '../invitations/inviter.ts';
import type { Clock, Digest, RandomBytes } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';
import { createThrottle } from '../throttle.ts';
import { minute } from '../time.ts';
import type { StoredIntegration } from './integration-store.ts';

/** The most integrations of one site, revoked ones too. */
const mostIntegrations = 100;
/** 256 bits: nobody guesses a token; whoever sends wrong ones is held up before they get here (hosts/server/api.ts). */
const tokenBytes = 32;
/** Invitations of one token a minute: a calendar that is read in is a few hundred in five minutes. */
const mostInvitations = 60;

export interface IntegrationParts {
  readonly stores: Pick<Stores, 'integrations' | 'invitations' | 'hosts'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly digest: Digest;
  readonly newId: () => string;
  readonly inviter: Pick<Inviter, 'invite'>;
}

type IntegrationCalls =
  | 'integrations.list'
  | 'integrations.add'
  | 'integrations.revoke'
  | 'integrations.invite';

export function createIntegrations(parts: IntegrationParts): Handlers<IntegrationCalls> {
  const { stores, clock, random, digest, newId, inviter } = parts;
  const invitations = createThrottle(mostInvitations, minute, () => clock.monotonic());
  // Looked up by keyed hash: how far two hashes are alike says nothing about the tokens, so the time of an answer
  // tells nothing.
  const hashOf = (token: string): string => digest.hmac('invitation', `token ${token}`);

  return {
    'integrations.list': () => ({ integrations: stores.integrations.all().map(toIntegration) }),

    'integrations.add'({ name }, context) {
      if (stores.integrations.all().length >= mostIntegrations) throw new Refusal('too-many');
      const token = `foyer_${Buffer.from(random(tokenBytes)).toString('base64url')}`;
      const integration = { id: newId() as IntegrationId, name, madeAt: context.at };
      stores.integrations.insert(integration, hashOf(token));
      context.note(integration.id);
      context.changed('outbox');
      const made = { ...integration, sequence: 0, lastUsedAt: null, revokedAt: null };
      return { integration: toIntegration(made), token };
    },

    'integrations.revoke'({ integrationId }, context) {
      const integration = stores.integrations.all().find(({ id }) => id === integrationId);
      if (integration === undefined) throw new Refusal('not-found');
      stores.integrations.revoke(integration.sequence, context.at);
      context.note(integrationId);
      context.changed('outbox');
      return {};
    },

    'integrations.invite'({ token, invitation: { externalId, ...details } }, context) {
      const integration = stores.integrations.byTokenHash(hashOf(token));
      if (integration === undefined || integration.revokedAt !== null) throw new Refusal('unknown-token');
      const wait = invitations.attempt(integration.id);
      if (wait > 0) throw new Refusal('throttled', { retryAfterSeconds: wait });
      if (context.at >= (integration.lastUsedAt ?? 0) + minute) {
        stores.integrations.used(integration.sequence, context.at);
        context.changed('outbox');
      }
      const known = stores.invitations.byExternalId(integration.sequence, externalId);
      if (known !== undefined) {
        if (!isSame(known, details)) throw new Refusal('external-id-used');
        context.note(known.id, 'repeated');
        const { id, validOn } = known;
        const codes = { typedCode: null, scannedCode: null, mailed: false };
        return { invitationId: id, externalId, validOn, created: false, ...codes };
      }
      const origin = { integration: { sequence: integration.sequence, externalId } };
      const { invitation, typedCode, scannedCode, mailed } = inviter.invite(details, context.at, origin);
      // Which program it was stands in the audit beside the invitation.
      context.note(invitation.id, integration.id);
      context.changed('invitations', 'outbox');
      const { id, validOn } = invitation;
      return { invitationId: id, externalId, validOn, created: true, typedCode, scannedCode, mailed };
    },
  };
}

function isSame(
  stored: StoredInvitation,
  { name, email, phone, company, host, hostId, validOn, language }: Omit<ExternalInvitation, 'externalId'>,
): boolean {
  const { contact } = stored;
  return (
    contact.name === name &&
    contact.email === email &&
    contact.phone === phone &&
    contact.company === company &&
    stored.host === host &&
    // A host who was not taken for the words, or is gone, is no difference.
    (stored.hostId === null || hostId === stored.hostId) &&
    stored.validOn === validOn &&
    stored.language === (language ?? null)
  );
}

function toIntegration({ id, name, madeAt, lastUsedAt, revokedAt }: StoredIntegration): Integration {
  return { integrationId: id, name, madeAt, lastUsedAt, revokedAt };
}
