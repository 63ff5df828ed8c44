/** The notice in English. */
import { englishCatalogue } from './catalogue-en.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

export const english: NoticeWords = {
  title: 'What happens to your details',
  lead: (controller) => `${controller} is responsible.`,
  short: {
    data: {
      title: 'We keep name, e-mail and phone',
      text: 'Company, host and card, if any.',
      textWithDetails: 'Company, host, card, answers, if any.',
    },
    purpose: { title: 'Why', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Deleted ${days(contactDays)} after you leave`,
      text: (rest) => (rest === null ? 'Automatically.' : `The rest after ${days(rest)}.`),
    },
    rights: {
      title: 'See, correct, erase, restrict, object',
      text: (contact) => `Ask here or write to ${contact}. Complaints: supervisory authority.`,
    },
    also: (titles) => `Also here: ${titles}. The full notice says more.`,
  },
  responsible: {
    heading: 'Who is responsible',
    who: (controller, registrationNumber, address) =>
      `${controller}${registrationNumber === '' ? '' : ` (registration number ${registrationNumber})`}, ${address}, is the controller of your details.`,
    contact: (email, phone) =>
      `Questions about data protection: ${email}${phone === '' ? '' : `, telephone ${phone}`}.`,
  },
  kindOfVisit: {
    kind: 'The kind of your visit.',
    rules: 'Which rules of this site you were shown.',
    details: (labels) =>
      `Further details your kind of visit needs: ${labels}. They are kept as long as the contact details.`,
  },
  visitsNote: [
    'Without name, e-mail and telephone we cannot register your visit here; please speak to reception.',
    'This notice is information. You are not asked for consent and you sign nothing. Your details are never used for marketing.',
  ],
  labels: {
    purpose: 'Purpose',
    data: 'Data',
    people: 'About whom',
    source: 'Where it comes from',
    basis: 'Legal basis',
    interest: 'Our interest',
    recipients: 'Passed on to',
    transfers: 'Outside the EEA',
    retention: 'How long',
  },
  bases: {
    consent: { name: 'your consent', article: 'GDPR article 6(1)(a)' },
    contract: { name: 'a contract with you', article: 'GDPR article 6(1)(b)' },
    'legal-obligation': { name: 'a legal obligation', article: 'GDPR article 6(1)(c)' },
    'vital-interests': { name: 'vital interests', article: 'GDPR article 6(1)(d)' },
    'public-task': { name: 'a task in the public interest', article: 'GDPR article 6(1)(e)' },
    'legitimate-interests': { name: 'our legitimate interest', article: 'GDPR article 6(1)(f)' },
  },
  transfers: {
    none: 'Not transferred to countries outside the EEA.',
    adequacy: 'Basis: a decision of adequacy, GDPR article 45.',
    safeguards: 'Basis: appropriate safeguards, GDPR article 46. You can ask us for a copy.',
    derogation: 'Basis: an exception of GDPR article 49.',
  },
  nobody: 'Nobody outside this site.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Contact details: ${days(contactDays)} after your visit. The record of the visit: ${days(visitDays)}. If nobody records that you left, the time counts from your arrival. Deletion is automatic and is checked each time.`,
    cards: (cardLinkDays) =>
      `The link between you and the card: ${days(cardLinkDays)} after your visit. Then nothing tells who had the card.`,
  },
  access: {
    heading: 'Who sees the details of your visit',
    paragraphs: [
      'Reception, security and those in charge of data protection at this site. Every look at a visit is logged.',
      'The details are stored, encrypted, on the machine at this reception.',
    ],
  },
  rights: {
    heading: 'Your rights',
    what: 'You may ask to see your details, to have them corrected or deleted, and to have their use restricted, and you may object to their use for reasons of your own situation. There are no automated decisions about you.',
    withdrawal:
      'Where something rests on your consent, you may withdraw it at any time; what was done before stays lawful.',
    how: (contact) => `Ask at the desk or write to ${contact}. You get an answer within a month.`,
    complaint: (authority) => `You can complain to the supervisory authority: ${authority}.`,
  },
  untranslated: 'This part is not available in English.',
  core: {
    visits: {
      title: 'Visits and reception',
      purpose: 'To find everyone in an emergency and secure the building.',
      data: 'Name, e-mail address and telephone number; the company you come from and the person you visit, if you name them; when you arrive and leave; which version of this notice you saw.',
      people: 'Visitors.',
      source:
        'You, at this screen or at the desk; for telephone and company also your last visit, if it is still kept and you say that you were here before.',
      interest: 'The safety of everyone in the building, and its security.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Access cards',
      purpose: 'To let guests move about on their own.',
      data: 'Name, and the number of the card: when you got it and when you handed it back.',
      people: 'Visitors who get an access card.',
      source: 'Reception, when it hands out the card and takes it back.',
      interest: 'Knowing which cards are out and who is responsible for each.',
      recipients: '',
      transfers: '',
    },
  },
  further: englishCatalogue,
};
