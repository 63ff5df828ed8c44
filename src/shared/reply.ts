/**
 * What a call answers with, whatever carries it. Inside, the core throws; at the border there is only this value.
 */

/**
 * Why a call was refused. The screens map every code to words, exhaustively, so a new code does not compile
 * until it has them.
 */
export const refusalCodes = [
  // the message itself
  'unknown-call',
  'bad-input',
  'too-large',
  'wrong-origin',
  // who asks
  'not-allowed',
  'signed-out',
  'wrong-passphrase',
  'locked-out',
  'throttled',
  // set-up
  'wrong-code',
  'already-set-up',
  'not-set-up',
  // things that are not as the caller thought
  'not-found',
  'visit-closed',
  'visit-has-card',
  'card-issued',
  'card-not-issued',
  'card-not-in-stock',
  'card-known',
  'label-taken',
  'user-name-taken',
  'last-administrator',
  'tap-expired',
  'tap-unreadable',
  'notice-outdated',
  'type-outdated',
  'draft-outdated',
  'nothing-to-publish',
  'watchlist-not-in-notice',
  'alert-decided',
  'visit-on-site',
  'visit-restricted',
  'purge-running',
  'nothing-to-purge',
  'purge-needs-confirmation',
  'reader-not-simulated',
  'nothing-to-send',
  'too-many',
  'unknown-token',
  'external-id-used',
  'roll-call-open',
  'roll-call-closed',
  // the machine
  'storage-full',
  'unavailable',
  // a joined kiosk without its host
  'away',
  'internal',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Message codes of single fields; see `text.ts`. Keys are dotted paths into the input, `''` for the whole. */
export type FieldFaults = Readonly<Record<string, string>>;

export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Which fields are at fault and why, only with `bad-input` and the codes that name one field. */
  readonly fields?: FieldFaults;
  /** Whole seconds until another try is worth while, only with `throttled` and `locked-out`. */
  readonly retryAfterSeconds?: number;
  /** Finds the fault in the log, only with `internal`. */
  readonly reference?: string;
}

export type Reply<Value> = { readonly ok: true; readonly value: Value } | Refused;
