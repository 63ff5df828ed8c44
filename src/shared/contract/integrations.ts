/** Integrations: other programs that may invite visitors over HTTP, each with a token of its own. */
import { z } from 'zod';
import { Line } from '../text.ts';
import { EpochMs, IntegrationId, InvitationId, LocalDate } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { InvitationDetails } from './invitations.ts';

/** `foyer_` and 32 random bytes in base64url. */
export const IntegrationToken = z.string().regex(/^foyer_[A-Za-z0-9_-]{43}$/, 'shape');

export const Integration = z.strictObject({
  integrationId: IntegrationId,
  name: z.string(),
  madeAt: EpochMs,
  /** Kept to the minute; null before the first call. */
  lastUsedAt: EpochMs.nullable(),
  revokedAt: EpochMs.nullable(),
});
export type Integration = z.output<typeof Integration>;

/**
 * The body of `POST /v1/invitations`. Fields that may be empty may be left out. `externalId` is the caller's own name
 * for the invitation, 1 to 128 characters of `A–Z a–z 0–9 . _ : -`; it should not hold a name or an address.
 */
export const ExternalInvitation = z.strictObject({
  externalId: z.string('required').regex(/^[A-Za-z0-9._:-]{1,128}$/, 'shape'),
  ...InvitationDetails.omit({ phone: true, company: true, host: true }).shape,
  phone: InvitationDetails.shape.phone.default(''),
  company: InvitationDetails.shape.company.default(''),
  host: InvitationDetails.shape.host.default(''),
});
export type ExternalInvitation = z.output<typeof ExternalInvitation>;

/** What `POST /v1/invitations` answers with. */
export const ExternalInvited = z.strictObject({
  invitationId: InvitationId,
  externalId: z.string(),
  validOn: LocalDate,
  /** False where the same was sent before: then there are no codes, which only the first answer has. */
  created: z.boolean(),
  /** `K7QF-2M9X`. */
  typedCode: z.string().nullable(),
  /** What a QR code for the scanner holds. */
  scannedCode: z.string().nullable(),
  /** Whether Foyer mails the code to the visitor. */
  mailed: z.boolean(),
});
export type ExternalInvited = z.output<typeof ExternalInvited>;

export const integrations = {
  'integrations.list': query({
    summary: 'The integrations, revoked ones too, without their tokens.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ integrations: z.array(Integration) }),
  }),
  'integrations.add': command({
    summary:
      'Adds an integration and answers with its token, which is shown this once; only a hash of it is kept.',
    access: ['administrator'],
    input: z.strictObject({ name: Line }),
    output: z.strictObject({ integration: Integration, token: z.string() }),
  }),
  'integrations.revoke': command({
    summary: 'The token stops working for good; invitations made with it stay.',
    access: ['administrator'],
    input: z.strictObject({ integrationId: IntegrationId }),
    output: z.strictObject({}),
  }),
  'integrations.invite': command({
    summary:
      'Expects a visitor for another program, which comes through no door but the HTTP interface. The same `externalId` with the same content is the same invitation; with other content it is refused (`external-id-used`). Sixty a minute for each token.',
    access: ['integration'],
    input: z.strictObject({ token: IntegrationToken, invitation: ExternalInvitation }),
    output: ExternalInvited,
  }),
} as const;
