/** What an entry of a calendar says, for whoever reads the file. */
export interface CalendarPerson {
  /** Empty where the entry gives none. */
  readonly name: string;
  readonly email: string;
}

export interface ReadEntry {
  /** UID, with the occurrence of a series it stands for. */
  readonly uid: string;
  readonly title: string;
  /** `YYYY-MM-DD` and `HH:MM` in the site's time zone; times empty for a whole day. Null where there is no start. */
  readonly start: { readonly date: string; readonly time: string } | null;
  /** Empty where it ends on another day. */
  readonly ends: string;
  readonly organizer: CalendarPerson | null;
  /** Without rooms and those who declined. */
  readonly attendees: readonly CalendarPerson[];
  readonly isRecurring: boolean;
  readonly isCancelled: boolean;
}

/** The entries of an iCalendar file (RFC 5545), or null where it is none. Never rejects. */
export type ReadCalendar = (bytes: Uint8Array, timeZone: string) => Promise<readonly ReadEntry[] | null>;
