/** What is compared and stored about a host. */
import type { HostDetails, HostField } from '../../../shared/contract/hosts.ts';
import type { HostContent } from './host-store.ts';

/** An e-mail as compared: letter case does not matter, accents do. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

export function toContent(details: HostDetails): HostContent {
  return { ...details, emailKey: emailKey(details.email) };
}

/** The fields in which `after` differs. */
export function changedFields(before: HostContent, after: HostDetails): HostField[] {
  return (['name', 'email', 'department', 'phone'] as const).filter(
    (field) => before[field] !== after[field],
  );
}
