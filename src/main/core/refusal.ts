/** How the core says no: thrown inside, turned into a value once, by the router. */
import type { FieldFaults, RefusalCode, Refused } from '../../shared/reply.ts';

export interface RefusalDetails {
  readonly fields?: FieldFaults;
  readonly retryAfterSeconds?: number;
  /** What was written before the refusal stays, for example the count of failed tries. */
  readonly keep?: boolean;
}

/** The one class of Foyer, because `throw` wants an Error with a stack. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** The refusal as a value; throws everything else on. */
export function asRefused(error: unknown): Refused {
  if (!(error instanceof Refusal)) throw error;
  const { fields, retryAfterSeconds } = error.details;
  return {
    ok: false,
    code: error.code,
    ...(fields && { fields }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
