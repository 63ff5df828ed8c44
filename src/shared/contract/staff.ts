/** Staff: who may sign in at the console. */
import { z } from 'zod';
import { Line, Passphrase, UserName } from '../text.ts';
import { EpochMs, StaffId, StaffRole } from '../vocabulary.ts';
import { command, query } from './definition.ts';

/** Shortest passphrase: 15 for administrators, 8 for others (NIST SP 800-63B-4, single factor and with a second). */
export const shortestPassphrase = { administrator: 15, others: 8 } as const;

/** The shortest passphrase, in characters, for someone who holds `roles`. */
export function shortestPassphraseFor(roles: readonly StaffRole[]): number {
  return roles.includes('administrator') ? shortestPassphrase.administrator : shortestPassphrase.others;
}

export const StaffMember = z.strictObject({
  staffId: StaffId,
  userName: z.string(),
  displayName: z.string(),
  roles: z.array(StaffRole),
});
export type StaffMember = z.output<typeof StaffMember>;

const Roles = z.array(StaffRole).min(1, 'required');

/** A passphrase long enough for the roles beside it; message `passphrase-short` on the passphrase. */
export const NewStaff = z
  .strictObject({ userName: UserName, displayName: Line, roles: Roles, passphrase: Passphrase })
  .superRefine((staff, context) => {
    if (staff.passphrase.length < shortestPassphraseFor(staff.roles))
      context.addIssue({ code: 'custom', path: ['passphrase'], message: 'passphrase-short' });
  });
export type NewStaff = z.output<typeof NewStaff>;

const anyRole = ['reception', 'security', 'privacy', 'administrator'] as const;

export const staff = {
  'staff.signIn': command({
    summary:
      'Starts a session at the console. Five free tries, then waits that double, then an administrator unlocks.',
    access: ['console'],
    input: z.strictObject({ userName: UserName, passphrase: Passphrase }),
    output: z.strictObject({ staff: StaffMember, idleSeconds: z.number().int() }),
  }),
  'staff.signOut': command({
    summary: 'Ends the session, by the Lock button or because the screen was left alone.',
    access: anyRole,
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'staff.current': query({
    summary: 'Who is signed in at this console.',
    access: ['console'],
    input: z.strictObject({}),
    output: z.strictObject({
      staff: StaffMember.nullable(),
      /** Seconds without a touch or key after which the console locks. */
      idleSeconds: z.number().int(),
    }),
  }),
  'staff.stayActive': query({
    summary: 'Somebody touched the console: the idle clock starts again. Reading lists does not count.',
    access: anyRole,
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'staff.list': query({
    summary: 'All staff.',
    access: ['administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      staff: z.array(StaffMember.extend({ disabledAt: EpochMs.nullable(), lockedUntil: EpochMs.nullable() })),
    }),
  }),
  'staff.add': command({
    summary: 'Adds a member of staff.',
    access: ['administrator'],
    input: NewStaff,
    output: z.strictObject({ staff: StaffMember }),
  }),
  'staff.setDisabled': command({
    summary: 'Stops a member of staff from signing in, or allows it again and forgets their failed tries.',
    access: ['administrator'],
    input: z.strictObject({ staffId: StaffId, disabled: z.boolean() }),
    output: z.strictObject({}),
  }),
} as const;
