/** How one call of the contract is written down. */
import type { z } from 'zod';
import type { StaffRole } from '../vocabulary.ts';

/**
 * Who may make a call: `kiosk` (anyone at the kiosk), `console` (the console before and after sign-in), `set-up`
 * (either door of an installation without data), or staff who hold the role and are signed in at the console.
 */
export type Access = 'kiosk' | 'console' | 'set-up' | StaffRole;

/** Largest message of a call, in bytes of JSON as UTF-8; the longest honest one has about 10 kB. */
export const largestMessage = 64 * 1024;

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
  /** Largest message, in bytes of JSON, where that is more than {@link largestMessage}. */
  readonly largestInput?: number;
  readonly input: Input;
  readonly output: Output;
}

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
