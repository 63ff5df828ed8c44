/** What must be typed: everything, or what an earlier visit does not tell. */
import { zodResolver } from '@hookform/resolvers/zod';
import { VisitorDetails } from '../../shared/contract/visits.ts';
import { OptionalEmailAddress, OptionalPersonName, OptionalPhoneNumber } from '../../shared/text.ts';

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
