/**
 * Who is signed in at which connection, and until when: idle for as long as the roles allow, eight hours at most.
 * Sessions live in memory: a restart signs everybody out.
 */

import type { StaffMember } from '../shared/contract/staff.ts';
import type { Sessions } from './core/context.ts';
import { hour } from './core/time.ts';

const longestSessionMs = 8 * hour;
/** The client locks first; the core follows a little later, so that a screen never shows a session it has not. */
const graceMs = 5_000;

interface Session {
  readonly staff: StaffMember;
  readonly idleSeconds: number;
  readonly startedAt: number;
  activeAt: number;
  /** Seconds a roll call keeps it open without a touch; 0 for none. */
  keptSeconds: number;
}

export interface SessionTable extends Sessions {
  /** Ends sessions that have run out; true when any did. */
  expire(): boolean;
  /** The connection is gone. Ends its session, unless a roll call keeps it until somebody is back. */
  lost(connectionId: string): void;
}

/** `ended` hears of every session that is over: signed out, replaced, disabled or run out. */
export function createSessions(
  monotonic: () => number,
  ended: (connectionId: string) => void = () => undefined,
): SessionTable {
  const sessions = new Map<string, Session>();
  const isOver = (session: Session): boolean => {
    const now = monotonic();
    return (
      now > session.activeAt + Math.max(session.idleSeconds, session.keptSeconds) * 1000 + graceMs ||
      now > session.startedAt + longestSessionMs
    );
  };
  function remove(connectionId: string): void {
    if (sessions.delete(connectionId)) ended(connectionId);
  }
  return {
    start(connectionId, staff, idleSeconds) {
      remove(connectionId);
      const now = monotonic();
      sessions.set(connectionId, { staff, idleSeconds, startedAt: now, activeAt: now, keptSeconds: 0 });
    },
    end(connectionId) {
      remove(connectionId);
    },
    endFor(staffId) {
      for (const [connectionId, { staff }] of sessions) if (staff.staffId === staffId) remove(connectionId);
    },
    stayActive(connectionId) {
      const session = sessions.get(connectionId);
      if (session !== undefined && !isOver(session)) session.activeAt = monotonic();
    },
    lengthen(connectionId, idleSeconds) {
      const session = sessions.get(connectionId);
      if (session !== undefined) session.keptSeconds = idleSeconds;
    },
    shorten() {
      for (const session of sessions.values()) {
        if (session.keptSeconds > 0) session.activeAt = monotonic();
        session.keptSeconds = 0;
      }
    },
    lost(connectionId) {
      if ((sessions.get(connectionId)?.keptSeconds ?? 0) === 0) remove(connectionId);
    },
    current(connectionId) {
      const session = sessions.get(connectionId);
      if (session === undefined || isOver(session)) return null;
      return { staff: session.staff, idleSeconds: session.idleSeconds };
    },
    expire() {
      const before = sessions.size;
      for (const [connectionId, session] of sessions) if (isOver(session)) remove(connectionId);
      return sessions.size < before;
    },
  };
}
