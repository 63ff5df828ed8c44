/**
 * The HTTP interface for other programs as an OpenAPI 3.1 document, made from the contract's schemas: what they may
 * call, and the webhooks they are sent. The calls of Foyer's own pages are no part of it; `docs/contract.md` has them.
 */
import { z } from 'zod';
import { ExternalInvitation, ExternalInvited } from './contract/integrations.ts';
import { WebhookEvent } from './contract/outbox.ts';
import { WebhookBody } from './contract/webhooks.ts';
import { type RefusalCode, refusalCodes } from './reply.ts';
import { foyerVersion } from './version.ts';

/** RFC 9457. `code` says which refusal it is; no member repeats what was sent. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(refusalCodes),
  /** Codes of faults by field. */
  fields: z.record(z.string(), z.string()).optional(),
  retryAfterSeconds: z.number().int().optional(),
  /** Finds the fault in Foyer's log. */
  reference: z.string().optional(),
});
export type Problem = z.output<typeof Problem>;

/** The HTTP status of each refusal of the interface, and what it means there. */
export const problemTitles = {
  400: 'The request is not JSON, or not well formed.',
  401: 'The token is missing, unknown or revoked.',
  403: 'The request comes from a web page, or was sent to another name.',
  404: 'There is nothing at this address.',
  405: 'This method does nothing here.',
  409: 'The externalId belongs to another invitation.',
  413: 'The body is larger than 64 kB.',
  415: 'The body is not application/json in UTF-8.',
  422: 'A field is missing or wrong.',
  429: 'Too many requests.',
  500: 'A fault in Foyer.',
  503: 'Foyer is starting or not set up.',
  507: 'The disk is full.',
} as const;
export type ProblemStatus = keyof typeof problemTitles;

export function problem(
  status: ProblemStatus,
  code: RefusalCode,
  more: Pick<Problem, 'fields' | 'retryAfterSeconds' | 'reference'> = {},
): Problem {
  return { type: `urn:foyer:refusal:${code}`, title: problemTitles[status], status, code, ...more };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

const refused = (status: ProblemStatus) => ({
  description: problemTitles[status],
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: foyerVersion,
      description:
        'What other programs may ask of the front desk. Foyer listens on the loopback address of its machine, ' +
        'port 4713 unless told otherwise, and on its network side by TLS where that is on; requests with an Origin header are refused. A text is at most 120 ' +
        'characters and 480 bytes, without control characters.',
    },
    servers: [{ url: 'http://127.0.0.1:4713' }],
    security: [{ token: [] }],
    paths: {
      '/v1/invitations': {
        post: {
          operationId: 'invite',
          summary: 'Expects a visitor on a day.',
          description:
            'The same externalId with the same content is the same invitation, answered with 200 and without ' +
            'codes, until that invitation is purged. The day is a date in the time zone of the site, today at ' +
            'the earliest and within a year. Sixty a minute for each token; ten wrong tokens a minute hold their address up.',
          requestBody: { required: true, content: json('Invitation') },
          responses: {
            200: { description: 'It was made before.', content: json('Invited') },
            201: { description: 'The visitor is expected.', content: json('Invited') },
            ...Object.fromEntries(
              ([400, 401, 403, 409, 413, 415, 422, 429, 500, 503, 507] as const).map((status) => [
                status,
                refused(status),
              ]),
            ),
          },
        },
      },
      '/v1/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'This document.',
          security: [],
          responses: { 200: { description: 'OpenAPI 3.1.', content: { 'application/json': {} } } },
        },
      },
    },
    webhooks: Object.fromEntries(
      WebhookEvent.options.map((event) => [
        event,
        {
          post: {
            summary: `Sent for ${event} to endpoints that listen.`,
            security: [],
            parameters: [
              header('webhook-id', 'The same in every try of one delivery: leave out what you have had.'),
              header(
                'webhook-timestamp',
                'Of the try, in seconds since 1970: refuse what is five minutes off.',
              ),
              header(
                'webhook-signature',
                'v1, and the base64 of HMAC-SHA-256 over id.timestamp.body, by the secret after whsec_.',
              ),
            ],
            requestBody: { required: true, content: json('WebhookBody') },
            responses: {
              '2XX': { description: 'Taken.' },
              410: { description: 'Leave this endpoint alone: the delivery is given up.' },
            },
          },
        },
      ]),
    ),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'foyer_…, made in the office.' },
      },
      schemas: {
        Invitation: schemaOf(ExternalInvitation, 'input'),
        Invited: schemaOf(ExternalInvited, 'output'),
        Problem: schemaOf(Problem, 'output'),
        WebhookBody: schemaOf(WebhookBody, 'output'),
      },
    },
  };
}
