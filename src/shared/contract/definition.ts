/** How one call of the contract is written down. */
import type { z } from 'zod';
import type { StaffRole } from '../vocabulary.ts';

/**
 * Who may make a call: `kiosk` (anyone at the kiosk), `console` (the console before and after sign-in), `set-up`
 * (either door of an installation without data), `integration` (the HTTP interface, with a token), or staff who hold the role and are signed in at the console.
 */
export type Access = 'kiosk' | 'console' | 'set-up' | 'integration' | StaffRole;

export interface CallDefinition<
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  /** A command changes data, in one transaction with its audit entry; a query does not. */
  readonly kind: Kind;
  /** One sentence for `docs/contract.md`. */
  readonly summary: string;
  readonly access: readonly Access[];
  readonly input: Input;
  readonly output: Output;
  /** Bytes of JSON a host takes for the input; absent for {@link usualLargestInput}. */
  readonly largestInput?: number;
}

/** Bytes of JSON a host takes as the input of a call; the longest honest one without a picture has about 10 kB. */
export const usualLargestInput = 64 * 1024;

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Omit<CallDefinition<'query', Input, Output>, 'kind'>,
): CallDefinition<'query', Input, Output> {
  return { kind: 'query', ...definition };
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Omit<CallDefinition<'command', Input, Output>, 'kind'>,
): CallDefinition<'command', Input, Output> {
  return { kind: 'command', ...definition };
}
