/** The notice in English. */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

export function englishNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, telephone ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === '' ? '' : ` (registration number ${controller.registrationNumber})`;
  return {
    title: 'What happens to your details',
    points: [
      {
        about: 'data',
        title: 'We keep your name, e-mail and phone',
        text: 'Your company and host if you give them, and the number of your access card if you get one.',
      },
      {
        about: 'purpose',
        title: 'For your safety and our security',
        text: 'Our legitimate interest, GDPR article 6(1)(f). Never for marketing.',
      },
      {
        about: 'retention',
        title: `For ${days(retention.contactDays)} after you leave`,
        text: 'Then your contact details are deleted automatically, on this machine, where they are kept.',
      },
      {
        about: 'rights',
        title: 'You may see, correct, delete or object',
        text: `Write to ${controller.contactEmail} or ask at the desk. You can complain to ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Who is responsible',
        paragraphs: [
          `${controller.name}${registration}, ${controller.address}, is the controller of your details.`,
          `Questions about data protection: ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'What we register',
        paragraphs: [
          'Your name, e-mail address and telephone number, the company you come from and the person you visit if you name them, when you arrive and leave, and which version of this notice you saw.',
          'If you get an access card: which card, when you got it and when you handed it back.',
          'You give us these details yourself at this screen or at the desk. Without name, e-mail and telephone we cannot register your visit here; please speak to reception.',
        ],
      },
      {
        heading: 'Why, and on what legal basis',
        paragraphs: [
          'To know who is in the building, so that everyone can be accounted for in an emergency and the building stays secure.',
          'The basis is our legitimate interest in safety and security (GDPR article 6(1)(f)). This notice is information. You are not asked for consent and you sign nothing.',
        ],
      },
      {
        heading: 'How long we keep it',
        paragraphs: [
          `Contact details: ${days(retention.contactDays)} after your visit. The record of the visit: ${days(retention.visitDays)}. The link between you and an access card: ${days(retention.cardLinkDays)}.`,
          'If nobody records that you left, the time counts from your arrival. Deletion is automatic and is checked each time.',
        ],
      },
      {
        heading: 'Who sees it',
        paragraphs: [
          'Reception, security and those in charge of data protection at this site. Every look at it is logged.',
          'Your details are stored, encrypted, on the machine at this reception. They are not passed on to others and not transferred to countries outside the EEA.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You may ask to see your details, to have them corrected or deleted, and to have their use restricted, and you may object to their use for reasons of your own situation. There are no automated decisions about you.',
          `Ask at the desk or write to ${controller.contactEmail}. You get an answer within a month.`,
          `You can complain to the supervisory authority: ${controller.authority}.`,
        ],
      },
    ],
  };
}
