/**
 * Who is signed in at this console, and the idle lock. The lock works on this side too: it does not wait for the
 * core, and whatever was on screen or in memory goes with the signed-in part of the page.
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { StaffMember } from '../../shared/contract/staff.ts';
import type { StaffRole } from '../../shared/vocabulary.ts';
import { call } from '../client.ts';
import { listen } from './events.ts';

export interface Session {
  /** `unknown` until the core has answered once. */
  readonly state: 'unknown' | 'signed-out' | 'signed-in';
  readonly staff: StaffMember | null;
  readonly idleSeconds: number;
  readonly begin: (answer: CallOutput<'staff.signIn'>) => void;
  readonly lock: () => void;
  /** Locks after at least so many seconds without a touch; null as the roles say. */
  readonly lengthen: (seconds: number | null) => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

/** The signed-in member of staff; only for screens that are shown after sign-in. */
export function useStaff(): StaffMember {
  const { staff } = useSession();
  if (!staff) throw new Error('useStaff before sign-in');
  return staff;
}

export function useHasRole(...roles: readonly StaffRole[]): boolean {
  const { staff } = useSession();
  return staff?.roles.some((role) => roles.includes(role)) ?? false;
}

interface Held {
  readonly state: Session['state'];
  readonly staff: StaffMember | null;
  readonly idleSeconds: number;
}

const nobody: Held = { state: 'signed-out', staff: null, idleSeconds: 0 };

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [held, setHeld] = useState<Held>({ ...nobody, state: 'unknown' });
  const state = useRef(held.state);
  state.current = held.state;
  const signedIn = useRef(held.staff?.staffId);
  signedIn.current = held.staff?.staffId;

  useEffect(() => {
    let over = false;
    const ask = async (): Promise<void> => {
      const reply = await call('staff.current', {});
      if (over) return;
      if (reply.ok && reply.value.staff) {
        // Only the first answer may open the consoles: after a lock the core may still be ending the session.
        if (state.current === 'unknown')
          setHeld({ state: 'signed-in', staff: reply.value.staff, idleSeconds: reply.value.idleSeconds });
        else if (reply.value.staff.staffId !== signedIn.current) setHeld(nobody);
      } else if (reply.ok || reply.code === 'signed-out' || state.current === 'unknown') {
        setHeld(nobody);
      }
    };
    void ask();
    const stop = listen((event) => {
      if (event.type === 'session.ended' && state.current === 'signed-in') void ask();
    });
    return () => {
      over = true;
      stop();
    };
  }, []);

  const begin = useCallback((answer: CallOutput<'staff.signIn'>) => {
    setHeld({ state: 'signed-in', staff: answer.staff, idleSeconds: answer.idleSeconds });
  }, []);
  const lock = useCallback(() => {
    setHeld(nobody);
    void call('staff.signOut', {});
  }, []);
  const [least, lengthen] = useState<number | null>(null);
  const session = useMemo(
    () => ({ ...held, idleSeconds: Math.max(held.idleSeconds, least ?? 0), begin, lock, lengthen }),
    [held, least, begin, lock],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
