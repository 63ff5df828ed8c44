/**
 * The details of an earlier visit that a new one takes over, inside the core: the kiosk gets none of them and no
 * word on whether there were any (docs/decisions/019-returning-visitors.md).
 */
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';
import { Refusal } from '../refusal.ts';
import { cutOffsAt } from '../retention/schedule.ts';
import type { Site } from '../site/site.ts';
import type { Contact, StoredVisit } from '../stores.ts';
import type { Badges } from './badges.ts';
import type { Recognition } from './recognition.ts';

export interface EarlierVisits {
  /** What was typed, with what an earlier visit has to add. Refuses a badge that is forgotten, by the fields. */
  contactOf(input: ParsedInput<'visits.arrive'>, at: EpochMs, connectionId: string): Contact;
}

export function createEarlierVisits(parts: {
  readonly site: Site;
  readonly recognition: Recognition;
  readonly badges: Badges;
}): EarlierVisits {
  const { site, recognition, badges } = parts;

  /** Its contact details are within their clock, purged or not, and may be used: not of a restricted visit. */
  function isKept(visit: StoredVisit, at: EpochMs): boolean {
    const ended =
      visit.departedAt === null || visit.departure === 'unconfirmed' ? visit.arrivedAt : visit.departedAt;
    if (visit.hold !== null) return false;
    return visit.contact !== null && ended >= cutOffsAt(at, site.require().retention).contactsBefore;
  }

  return {
    contactOf({ name, email, phone, company, earlier }, at, connectionId) {
      if (earlier === undefined) return { name, email, phone, company };
      if (earlier.by === 'badge') {
        const visit = badges.recognised(earlier.badge, connectionId);
        if (visit?.contact == null || !isKept(visit, at))
          throw new Refusal('bad-input', {
            fields: { name: 'required', email: 'required', phone: 'required' },
          });
        return {
          ...visit.contact,
          phone: phone || visit.contact.phone,
          company: company || visit.contact.company,
        };
      }
      const visits = recognition.visitsOf(name, email).filter((visit) => isKept(visit, at));
      // A visit that itself took over nothing has nothing to give.
      const known = visits.find(({ contact }) => contact?.phone !== '')?.contact;
      return {
        name,
        email,
        phone: phone || (known?.phone ?? ''),
        company: company || (known?.company ?? ''),
      };
    },
  };
}
