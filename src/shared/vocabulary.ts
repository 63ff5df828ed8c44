/**
 * The words of the front desk as schemas: ids, instants, texts and roles that more than one area uses. What only
 * one area uses lives in that area's file under `contract/`. Nothing here reads a clock, a device or a database.
 */
import { z } from 'zod';

/** An instant: milliseconds since 1970-01-01T00:00:00Z, a non-negative integer. Columns end in `_at`. */
export const EpochMs = z.number().int().nonnegative();
export type EpochMs = z.infer<typeof EpochMs>;

/** A date in the site's own time zone, `YYYY-MM-DD`. Columns end in `_on`. */
export const LocalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'shape');
export type LocalDate = z.infer<typeof LocalDate>;

/** A date there is; messages `required` and `date`. */
export const CalendarDate = z.string('required').superRefine((text, context) => {
  const at = Date.parse(`${text}T00:00:00Z`);
  const exists =
    LocalDate.safeParse(text).success && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  if (!exists) context.addIssue({ code: 'custom', message: text === '' ? 'required' : 'date' });
});

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'shape');

/** Ids are UUID version 7 (RFC 9562): their order is the order of creation, and they carry nothing personal. */
export const VisitId = uuid.brand<'VisitId'>();
export type VisitId = z.infer<typeof VisitId>;
export const CardId = uuid.brand<'CardId'>();
export type CardId = z.infer<typeof CardId>;
export const LoanId = uuid.brand<'LoanId'>();
export type LoanId = z.infer<typeof LoanId>;
export const StaffId = uuid.brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;
export const HostId = uuid.brand<'HostId'>();
export type HostId = z.infer<typeof HostId>;
export const NoticeId = uuid.brand<'NoticeId'>();
export type NoticeId = z.infer<typeof NoticeId>;
export const InvitationId = uuid.brand<'InvitationId'>();
export type InvitationId = z.infer<typeof InvitationId>;
export const VisitorTypeId = uuid.brand<'VisitorTypeId'>();
export type VisitorTypeId = z.infer<typeof VisitorTypeId>;
export const RollCallId = uuid.brand<'RollCallId'>();
export type RollCallId = z.infer<typeof RollCallId>;
/** One line of a roll call: the visit's own id, or one made for a person who is on no list. */
export const PersonId = uuid.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const MarkId = uuid.brand<'MarkId'>();
export type MarkId = z.infer<typeof MarkId>;
export const WatchlistEntryId = uuid.brand<'WatchlistEntryId'>();
export type WatchlistEntryId = z.infer<typeof WatchlistEntryId>;
export const CertificateId = uuid.brand<'CertificateId'>();
export type CertificateId = z.infer<typeof CertificateId>;
export const DeviceId = uuid.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

export const EventId = uuid.brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;
export const DeliveryId = uuid.brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof DeliveryId>;
export const WebhookId = uuid.brand<'WebhookId'>();
export type WebhookId = z.infer<typeof WebhookId>;
export const IntegrationId = uuid.brand<'IntegrationId'>();
export type IntegrationId = z.infer<typeof IntegrationId>;

/** Stands for one tapped card for two minutes; opaque, so that an event never carries a card number. */
export const TapReference = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'shape')
  .brand<'TapReference'>();
export type TapReference = z.infer<typeof TapReference>;

/** ISO 639-1 code in lower case, for example `da`. */
export const Language = z.string().regex(/^[a-z]{2}$/, 'shape');
export type Language = z.infer<typeof Language>;

/** Roles of staff. One person may hold several; what each may call stands in the contract. */
export const StaffRole = z.enum(['reception', 'security', 'privacy', 'administrator']);
export type StaffRole = z.infer<typeof StaffRole>;

/**
 * The door a call comes through. The kiosk door reaches visitor calls only, whatever it sends; the console door
 * reaches staff calls after a sign-in.
 */
export const Door = z.enum(['kiosk', 'console']);
export type Door = z.infer<typeof Door>;
