/** E-mail: the server that takes it, and which mails the site sends. Off until the office switches it on. */
import { z } from 'zod';
import { EmailAddress, OptionalLine } from '../text.ts';
import { command, query } from './definition.ts';
import { DeliveryFault } from './outbox.ts';

/** `tls`: from the first byte (usually port 465). `starttls`: before anything is said (587). `none`: in the clear. */
export const MailSecurity = z.enum(['tls', 'starttls', 'none']);
export type MailSecurity = z.infer<typeof MailSecurity>;

/** A host name or an address, without scheme and port. Messages: `required`, `machine`. */
const Machine = z
  .string('required')
  .trim()
  .superRefine((text, context) => {
    const message =
      text === ''
        ? 'required'
        : /^(?:[A-Za-z0-9.-]{1,253}|\[?[0-9A-Fa-f:.]{2,45}\]?)$/.test(text)
          ? null
          : 'machine';
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

const fields = {
  enabled: z.boolean(),
  host: Machine,
  port: z.number('required').int('port').min(1, 'port').max(65_535, 'port'),
  security: MailSecurity,
  /** Empty: the server asks for none. */
  userName: OptionalLine,
  senderName: OptionalLine,
  senderAddress: EmailAddress,
  /** Visitors get their code by mail when they are invited. */
  invitationMail: z.boolean(),
  /** Hosts are told that their visitor has arrived. */
  arrivalMail: z.boolean(),
};

export const MailSettings = z.strictObject(fields);
export type MailSettings = z.output<typeof MailSettings>;

/** This machine itself: what goes there does not cross a network. */
export function isLoopback(machine: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(machine.toLowerCase());
}

/** `password` null: as it is. A password never goes in the clear over a network: `tls-needed` beside `security`. */
const MailChange = z
  .strictObject({ ...fields, password: z.string().max(256, 'too-long').nullable() })
  .superRefine(({ security, userName, host }, context) => {
    if (security === 'none' && userName !== '' && !isLoopback(host))
      context.addIssue({ code: 'custom', path: ['security'], message: 'tls-needed' });
  });

export const mail = {
  'mail.settings': query({
    summary: 'How mail is sent; null until it was set up once. The password never leaves.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ settings: MailSettings.nullable(), hasPassword: z.boolean() }),
  }),
  'mail.change': command({
    summary: 'Changes how mail is sent, and switches it on or off.',
    access: ['administrator'],
    input: MailChange,
    output: z.strictObject({ settings: MailSettings, hasPassword: z.boolean() }),
  }),
  'mail.test': command({
    summary:
      'Sends one mail without personal data to the address, with the stored settings, switched on or not, and says how it went. The address is not kept. Five a minute.',
    access: ['administrator'],
    input: z.strictObject({ to: EmailAddress }),
    output: z.strictObject({ fault: DeliveryFault.nullable() }),
  }),
} as const;
