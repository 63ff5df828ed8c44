/** How the core says no: thrown inside, turned into a value once, by the router. */
import type { FieldFaults, RefusalCode } from '../../shared/reply.ts';

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
