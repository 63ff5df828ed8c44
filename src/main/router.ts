/**
 * The one way into the core: name → who may → input parsed → transaction with its audit entry → output parsed →
 * reply. All that cuts across calls is here, and nothing about any single one.
 */
import { type CallName, contract, isCallName } from '../shared/contract/contract.ts';
import type { CallDefinition } from '../shared/contract/definition.ts';
import type { Area } from '../shared/contract/events.ts';
import type { FieldFaults, Refused, Reply } from '../shared/reply.ts';
import type { Caller } from './caller.ts';
import type { Audit } from './core/audit.ts';
import type { Context, Handlers, Sessions } from './core/context.ts';
import { faultLine } from './core/fault-line.ts';
import type { Clock, Log } from './core/ports.ts';
import { asRefused, Refusal } from './core/refusal.ts';

export interface RouterParts {
  readonly handlers: Handlers;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly isSetUp: () => boolean;
  readonly transact: <Result>(work: () => Result) => Result;
  readonly changed: (areas: readonly Area[]) => void;
  /** Finds a fault in the log; no more than that. */
  readonly newReference: () => string;
  /** The refusal a failing store stands for, or null for a bug. */
  readonly storeRefusal: (error: unknown) => Refused | null;
}

type AnyHandler = (input: unknown, context: Context) => unknown;

export type Router = (caller: Caller, name: string, input: unknown) => Promise<Reply<unknown>>;

export function createRouter(parts: RouterParts): Router {
  const { handlers, sessions, audit, clock, log } = parts;
  const checkedOutputs = new WeakMap<object, object>();

  return async (caller, name, input) => {
    try {
      if (!isCallName(name)) throw new Refusal('unknown-call');
      const definition: CallDefinition = contract[name];
      const { context, effects } = createCall(caller);
      authorise(definition, context);
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) throw new Refusal('bad-input', { fields: fieldFaults(parsed.error.issues) });
      const handler = handlers[name];
      const run =
        typeof handler === 'function'
          ? () => (handler as AnyHandler)(parsed.data, context)
          : await handler.prepare(parsed.data as never, context);
      const value = perform(name, definition, context, effects, run);
      return value;
    } catch (error) {
      return refuse(error, isCallName(name) ? name : 'unknown');
    }
  };

  function createCall(caller: Caller) {
    const effects = {
      note: null as { subject: string | null; detail: string | null } | null,
      areas: new Set<Area>(),
      afterCommit: [] as (() => void)[],
    };
    const context: Context = {
      door: caller.door,
      connectionId: caller.connectionId,
      deviceId: caller.deviceId ?? null,
      staff: caller.door === 'console' ? (sessions.current(caller.connectionId)?.staff ?? null) : null,
      at: clock.now(),
      note(subject, detail) {
        effects.note = { subject, detail: detail ?? null };
      },
      changed(...areas) {
        for (const area of areas) effects.areas.add(area);
      },
      afterCommit(work) {
        effects.afterCommit.push(work);
      },
    };
    return { context, effects };
  }

  function authorise({ access }: CallDefinition, { door, staff }: Context): void {
    if (!parts.isSetUp()) {
      if (access.includes('set-up') || access.includes(door)) return;
      throw new Refusal('not-set-up');
    }
    if (access.includes(door)) return;
    if (staff?.roles.some((role) => access.includes(role))) return;
    const staffMay = door === 'console' && access.some((who) => who !== 'kiosk' && who !== 'set-up');
    if (staffMay && staff === null) throw new Refusal('signed-out');
    if (access.includes('set-up')) throw new Refusal('already-set-up');
    throw new Refusal('not-allowed');
  }

  function perform(
    name: CallName,
    definition: CallDefinition,
    context: Context,
    effects: ReturnType<typeof createCall>['effects'],
    run: () => unknown,
  ): Reply<unknown> {
    // Reading opens no write transaction and does not wait for the disk, audited or not.
    const write = definition.kind === 'command' ? audit.record : audit.defer;
    const record = (detail: string | null): void =>
      write({
        at: context.at,
        act: name,
        staffId: context.staff?.staffId ?? null,
        subject: effects.note?.subject ?? null,
        detail: detail ?? effects.note?.detail ?? null,
      });
    const work = (): Reply<unknown> => {
      try {
        const output = checked(name, definition, run());
        if (definition.kind === 'command' || effects.note !== null) record(null);
        return { ok: true, value: output };
      } catch (error) {
        if (!(error instanceof Refusal) || error.details.keep !== true) throw error;
        record(effects.note?.detail ?? error.code);
        return refuse(error, name);
      }
    };
    const reply = definition.kind === 'command' ? parts.transact(work) : work();
    if (reply.ok) for (const effect of effects.afterCommit) effect();
    if (effects.areas.size > 0) parts.changed([...effects.areas]);
    return reply;
  }

  /** The output as the contract lets it leave. An answer that is the same object is the same answer. */
  function checked(name: CallName, definition: CallDefinition, given: unknown): unknown {
    const isShared = typeof given === 'object' && given !== null;
    const before = isShared ? checkedOutputs.get(given) : undefined;
    if (before !== undefined) return before;
    const output = definition.output.safeParse(given);
    if (!output.success) throw new Error(`the output of ${name} does not fit the contract`);
    if (isShared && definition.kind === 'query') checkedOutputs.set(given, output.data as object);
    return output.data;
  }

  function refuse(error: unknown, name: string): Refused {
    if (error instanceof Refusal) {
      log({ event: 'refused', call: name, code: error.code });
      return asRefused(error);
    }
    const refusal = parts.storeRefusal(error);
    const reference = parts.newReference();
    log({ event: 'fault', call: name, reference, ...faultLine(error) });
    return refusal ?? { ok: false, code: 'internal', reference };
  }
}

function fieldFaults(
  issues: readonly {
    readonly path: readonly PropertyKey[];
    readonly message: string;
    readonly code?: string | undefined;
  }[],
): FieldFaults {
  const faults: Record<string, string> = {};
  for (const { path, message, code } of issues) {
    const key = path.map(String).join('.');
    // Zod's own sentences may quote what was sent; only our codes leave.
    if (!Object.hasOwn(faults, key)) faults[key] = /^[a-z-]+$/.test(message) ? message : (code ?? 'shape');
  }
  return faults;
}
