/**
 * What every handler of the core gets beside its input, and how handlers are typed: one for each call of the
 * contract, or it does not compile.
 */
import type { CallName, CallOutput, ParsedInput } from '../../shared/contract/contract.ts';
import type { Area } from '../../shared/contract/events.ts';
import type { StaffMember } from '../../shared/contract/staff.ts';
import type { DeviceId, Door, EpochMs } from '../../shared/vocabulary.ts';

export interface Context {
  readonly door: Door;
  readonly connectionId: string;
  /** The paired device the call comes from; null on the host's own machine. */
  readonly deviceId: DeviceId | null;
  /** Who is signed in at this connection. */
  readonly staff: StaffMember | null;
  /** The instant of the call; one call has one. */
  readonly at: EpochMs;
  /**
   * What the audit entry of this call says: the id it is about, and codes. Every command is audited, with or
   * without; a query is audited when it calls this. Never content.
   */
  note(subject: string | null, detail?: string): void;
  /** Areas whose screens should ask again after the commit. */
  changed(...areas: Area[]): void;
  /** Runs once the transaction is on disk, for what lives in memory only. */
  afterCommit(work: () => void): void;
}

/** Runs inside the call's transaction. Throws `Refusal`; anything else thrown is a bug. */
export type Handler<Name extends CallName> = (input: ParsedInput<Name>, context: Context) => CallOutput<Name>;

/** For the few calls that must wait first (passphrase hashing): what `prepare` resolves to runs in the transaction. */
export interface PreparedHandler<Name extends CallName> {
  prepare(input: ParsedInput<Name>, context: Context): Promise<() => CallOutput<Name>>;
}

export type Handlers<Names extends CallName = CallName> = {
  readonly [Name in Names]: Handler<Name> | PreparedHandler<Name>;
};

export interface Sessions {
  start(connectionId: string, staff: StaffMember, idleSeconds: number): void;
  end(connectionId: string): void;
  /** Ends every session of one person, for example when they are disabled. */
  endFor(staffId: string): void;
  stayActive(connectionId: string): void;
  /**
   * While a roll call is open: the session lasts at least so many seconds without a touch, and a lost connection
   * does not end it.
   */
  lengthen(connectionId: string, idleSeconds: number): void;
  /** Every session is as short again as its roles say. */
  shorten(): void;
  current(connectionId: string): { readonly staff: StaffMember; readonly idleSeconds: number } | null;
}
