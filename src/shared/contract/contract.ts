/**
 * The contract: every call there is, with its input, output, kind and who may make it. The router's handlers,
 * the renderer's client, the forms' validation, `docs/contract.md` and the table-driven tests all derive from
 * this one table.
 */
import type { z } from 'zod';
import { audit } from './audit.ts';
import { badges } from './badges.ts';
import { cards } from './cards.ts';
import { type CallDefinition, usualLargestInput } from './definition.ts';
import { delivery, devices } from './devices.ts';
import { evacuationList } from './evacuation-list.ts';
import { exports } from './exports.ts';
import { holds } from './holds.ts';
import { hosts } from './hosts.ts';
import { integrations } from './integrations.ts';
import { invitations } from './invitations.ts';
import { mail } from './mail.ts';
import { notice } from './notice.ts';
import { outbox } from './outbox.ts';
import { plannedEvents } from './planned-events.ts';
import { readers } from './readers.ts';
import { reports } from './reports.ts';
import { retention } from './retention.ts';
import { rollCalls } from './roll-calls.ts';
import { site } from './site.ts';
import { staff } from './staff.ts';
import { visitorTypes } from './visitor-types.ts';
import { visits } from './visits.ts';
import { watchlist } from './watchlist.ts';
import { webhooks } from './webhooks.ts';
import { words } from './words.ts';

export const contract = {
  ...site,
  ...staff,
  ...visits,
  ...holds,
  ...visitorTypes,
  ...invitations,
  ...cards,
  ...notice,
  ...retention,
  ...rollCalls,
  ...evacuationList,
  ...badges,
  ...reports,
  ...exports,
  ...hosts,
  ...readers,
  ...watchlist,
  ...audit,
  ...words,
  ...devices,
  ...delivery,
  ...outbox,
  ...mail,
  ...webhooks,
  ...integrations,
  ...plannedEvents,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export const callNames = Object.keys(contract) as CallName[];

/** What a caller sends. */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What a handler gets, after parsing. */
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
/** What a handler returns and a caller receives. */
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;

/** Bytes of JSON a host takes as the input of the call; a name that is no call has the usual limit. */
export function largestInputOf(name: string): number {
  const definition: CallDefinition | undefined = isCallName(name) ? contract[name] : undefined;
  return definition?.largestInput ?? usualLargestInput;
}

/** True for the names in the table, and for nothing an object inherits. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
