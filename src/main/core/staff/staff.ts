/** Staff: signing in and out at the console, and who may. */
import { type StaffMember, shortestPassphraseFor } from '../../../shared/contract/staff.ts';
import type { StaffId, StaffRole } from '../../../shared/vocabulary.ts';
import type { Handlers, Sessions } from '../context.ts';
import type { PassphraseHasher } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';
import { afterFailure, secondsLocked } from './lockout.ts';
import type { StoredStaff } from './staff-store.ts';

/** Seconds without a touch before the console locks: short where strangers stand, longer in the office. */
export function idleSecondsFor(roles: readonly StaffRole[]): number {
  return roles.includes('reception') || roles.includes('security') ? 120 : 300;
}

/**
 * A hash nobody's passphrase has, with the parameters of real ones: verifying it makes an unknown user name take
 * as long as a known one.
 */
const nobody =
  '$argon2id$v=19$m=65536,p=1,t=3$LQcoMceqCytlGZ2ATbMucA$tSP2rvPBmscuxx4qXa3ekLsQuhn8XX14ODxzyALDWwQ';

export interface StaffParts {
  readonly stores: Stores;
  readonly hasher: PassphraseHasher;
  readonly sessions: Sessions;
  readonly newId: () => string;
}

export function toStaffMember(staff: StoredStaff): StaffMember {
  return {
    staffId: staff.id,
    userName: staff.userName,
    displayName: staff.displayName,
    roles: [...staff.roles],
  };
}

type StaffCalls =
  | 'staff.signIn'
  | 'staff.signOut'
  | 'staff.current'
  | 'staff.stayActive'
  | 'staff.list'
  | 'staff.add'
  | 'staff.setDisabled';

export function createStaff({ stores, hasher, sessions, newId }: StaffParts): Handlers<StaffCalls> {
  /** Failed tries with names nobody has, so that they lock like real ones and tell nothing. */
  const unknownNames = new Map<string, { tries: number; lockedUntilAt: number | null }>();

  function failUnknown(userName: string, at: number): void {
    const { tries } = unknownNames.get(userName) ?? { tries: 0 };
    unknownNames.delete(userName);
    unknownNames.set(userName, { tries: tries + 1, lockedUntilAt: afterFailure(tries + 1, at, false) });
    if (unknownNames.size > 1000) unknownNames.delete(unknownNames.keys().next().value ?? '');
  }

  function refuseLocked(lockedUntilAt: number | null | undefined, at: number): void {
    const wait = secondsLocked(lockedUntilAt ?? null, at);
    if (wait > 0) throw new Refusal('locked-out', { retryAfterSeconds: wait });
  }

  return {
    'staff.signIn': {
      async prepare({ userName, passphrase }, context) {
        const known = stores.staff.byUserName(userName);
        refuseLocked(known?.lockedUntilAt ?? unknownNames.get(userName)?.lockedUntilAt, context.at);
        const right = await hasher.verify(known?.passphraseHash ?? nobody, passphrase);
        return () => {
          const staff = stores.staff.byUserName(userName);
          // Looked at again: of many tries sent at once, those after the fifth meet a lock.
          refuseLocked(staff?.lockedUntilAt ?? unknownNames.get(userName)?.lockedUntilAt, context.at);
          if (staff === undefined) failUnknown(userName, context.at);
          if (staff === undefined || staff.disabledAt !== null || !right) {
            if (staff !== undefined) {
              const tries = staff.failedTries + 1;
              const isAdministrator = staff.roles.includes('administrator');
              stores.staff.setTries(staff.id, tries, afterFailure(tries, context.at, isAdministrator));
            }
            context.note(staff?.id ?? null, 'refused');
            throw new Refusal('wrong-passphrase', { keep: true });
          }
          if (staff.failedTries > 0) stores.staff.setTries(staff.id, 0, null);
          const member = toStaffMember(staff);
          const idleSeconds = idleSecondsFor(staff.roles);
          context.note(staff.id);
          context.afterCommit(() => sessions.start(context.connectionId, member, idleSeconds));
          return { staff: member, idleSeconds };
        };
      },
    },

    'staff.signOut'(_input, context) {
      context.note(context.staff?.staffId ?? null);
      context.afterCommit(() => sessions.end(context.connectionId));
      return {};
    },

    'staff.current'(_input, context) {
      const session = sessions.current(context.connectionId);
      return { staff: session?.staff ?? null, idleSeconds: session?.idleSeconds ?? 0 };
    },

    'staff.stayActive'(_input, context) {
      sessions.stayActive(context.connectionId);
      return {};
    },

    'staff.list'(_input, context) {
      return {
        staff: stores.staff.all().map((staff) => ({
          ...toStaffMember(staff),
          disabledAt: staff.disabledAt,
          lockedUntil:
            staff.lockedUntilAt !== null && staff.lockedUntilAt > context.at ? staff.lockedUntilAt : null,
        })),
      };
    },

    'staff.add': {
      async prepare({ passphrase, userName, displayName, roles }, context) {
        if (passphrase.length < shortestPassphraseFor(roles))
          throw new Refusal('bad-input', { fields: { passphrase: 'passphrase-short' } });
        const passphraseHash = await hasher.hash(passphrase);
        return () => {
          if (stores.staff.byUserName(userName) !== undefined)
            throw new Refusal('user-name-taken', { fields: { userName: 'user-name-taken' } });
          const id = newId() as StaffId;
          const unique = [...new Set(roles)];
          stores.staff.insert({
            id,
            userName,
            displayName,
            roles: unique,
            passphraseHash,
            createdAt: context.at,
          });
          context.note(id, unique.join(' '));
          context.changed('staff');
          return { staff: { staffId: id, userName, displayName, roles: unique } };
        };
      },
    },

    'staff.setDisabled'({ staffId, disabled }, context) {
      const staff = stores.staff.byId(staffId);
      if (staff === undefined) throw new Refusal('not-found');
      const otherAdministrators = stores.staff
        .all()
        .filter((other) => other.id !== staffId && other.disabledAt === null)
        .filter((other) => other.roles.includes('administrator'));
      if (disabled && staff.roles.includes('administrator') && otherAdministrators.length === 0)
        throw new Refusal('last-administrator');
      stores.staff.setDisabled(staffId, disabled ? context.at : null);
      if (!disabled) stores.staff.setTries(staffId, 0, null);
      context.note(staffId, disabled ? 'disabled' : 'enabled');
      context.changed('staff');
      if (disabled) context.afterCommit(() => sessions.endFor(staffId));
      return {};
    },
  };
}
