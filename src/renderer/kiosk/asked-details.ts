/** What must be typed: everything, or what an earlier visit does not tell. */
import { zodResolver } from '@hookform/resolvers/zod';
import type { OfferedType } from '../../shared/contract/visitor-types.ts';
import { VisitorDetails } from '../../shared/contract/visits.ts';
import { OptionalEmailAddress, OptionalPersonName, OptionalPhoneNumber } from '../../shared/text.ts';

export type Returning = 'name' | 'badge' | null;

export const askedOf = {
  all: zodResolver(VisitorDetails),
  name: zodResolver(VisitorDetails.extend({ phone: OptionalPhoneNumber })),
  badge: zodResolver(
    VisitorDetails.extend({
      name: OptionalPersonName,
      email: OptionalEmailAddress,
      phone: OptionalPhoneNumber,
    }),
  ),
};

/**
 * Whether the company is asked for. One that the visitor's type needs is asked of whoever comes again as well: asking
 * only those of whom none is kept would say of whom one is.
 */
export function asksCompany(returning: Returning, type: OfferedType | null): boolean {
  return returning === null || type?.company === 'required';
}
