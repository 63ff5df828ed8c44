/** What must be typed: everything, or what an earlier visit does not tell. */
import { zodResolver } from '@hookform/resolvers/zod';
import type { OfferedType } from '../../shared/contract/visitor-types.ts';
import { VisitorDetails } from '../../shared/contract/visits.ts';
import { OptionalEmailAddress, OptionalPersonName, OptionalPhoneNumber } from '../../shared/text.ts';
import { type FieldName, questionOf } from './flow.ts';

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

const askedAgain = { name: ['name', 'email'], badge: [] } as const satisfies Readonly<
  Record<'name' | 'badge', readonly FieldName[]>
>;

/**
 * The fields that are shown. A company that the visitor's type needs is asked of whoever comes again as well: asking
 * only those of whom none is kept would say of whom one is.
 */
export function fieldsAsked(returning: Returning, type: OfferedType | null): readonly FieldName[] {
  if (returning === null) return Object.keys(questionOf) as FieldName[];
  const needsCompany = type?.company === 'required';
  return [...askedAgain[returning], ...(needsCompany ? (['company'] as const) : []), 'host'];
}
