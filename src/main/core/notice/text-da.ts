/** The notice in Danish. */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dage`;
}

export function danishNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, telefon ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === '' ? '' : ` (registreringsnummer ${controller.registrationNumber})`;
  return {
    title: 'Det sker der med dine oplysninger',
    points: [
      {
        about: 'data',
        title: 'Vi gemmer dit navn, din e-mail og dit telefonnummer',
        text: 'Dit firma og din vært, hvis du oplyser dem, og nummeret på dit adgangskort, hvis du får et.',
      },
      {
        about: 'purpose',
        title: 'Af hensyn til din og vores sikkerhed',
        text: 'Vores legitime interesse, GDPR artikel 6, stk. 1, litra f. Aldrig til markedsføring.',
      },
      {
        about: 'retention',
        title: `I ${days(retention.contactDays)} efter dit besøg`,
        text: 'Derefter slettes dine kontaktoplysninger automatisk på den maskine, hvor de ligger.',
      },
      {
        about: 'rights',
        title: 'Du kan få indsigt, rette, slette og gøre indsigelse',
        text: `Skriv til ${controller.contactEmail}, eller spørg i receptionen. Du kan klage til ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Hvem er ansvarlig',
        paragraphs: [
          `${controller.name}${registration}, ${controller.address}, er dataansvarlig for dine oplysninger.`,
          `Spørgsmål om databeskyttelse: ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'Hvad vi registrerer',
        paragraphs: [
          'Dit navn, din e-mailadresse og dit telefonnummer, det firma, du kommer fra, og den person, du besøger, hvis du oplyser dem, hvornår du kommer og går, og hvilken version af denne tekst du har set.',
          'Hvis du får et adgangskort: hvilket kort, hvornår du fik det, og hvornår du afleverede det.',
          'Du giver os selv oplysningerne på denne skærm eller i receptionen. Uden navn, e-mail og telefonnummer kan vi ikke registrere dit besøg her; tal da med receptionen.',
        ],
      },
      {
        heading: 'Hvorfor og på hvilket grundlag',
        paragraphs: [
          'For at vide, hvem der er i bygningen, så alle kan findes i en nødsituation, og bygningen er sikker.',
          'Grundlaget er vores legitime interesse i sikkerhed (GDPR artikel 6, stk. 1, litra f). Denne tekst er information. Du bliver ikke bedt om samtykke, og du skriver ikke under på noget.',
        ],
      },
      {
        heading: 'Hvor længe vi gemmer det',
        paragraphs: [
          `Kontaktoplysninger: ${days(retention.contactDays)} efter dit besøg. Selve besøget: ${days(retention.visitDays)}. Forbindelsen mellem dig og et adgangskort: ${days(retention.cardLinkDays)}.`,
          'Hvis ingen registrerer, at du er gået, regnes tiden fra din ankomst. Sletningen sker automatisk og kontrolleres hver gang.',
        ],
      },
      {
        heading: 'Hvem ser det',
        paragraphs: [
          'Receptionen, sikkerhedsvagterne og de ansvarlige for databeskyttelse på stedet. Hvert opslag bliver logget.',
          'Dine oplysninger ligger krypteret på maskinen i denne reception. De gives ikke videre til andre og overføres ikke til lande uden for EØS.',
        ],
      },
      {
        heading: 'Dine rettigheder',
        paragraphs: [
          'Du kan bede om at se dine oplysninger, få dem rettet eller slettet og få brugen af dem begrænset, og du kan gøre indsigelse af grunde, der vedrører din særlige situation. Der træffes ingen automatiske afgørelser om dig.',
          `Spørg i receptionen, eller skriv til ${controller.contactEmail}. Du får svar inden for en måned.`,
          `Du kan klage til tilsynsmyndigheden: ${controller.authority}.`,
        ],
      },
    ],
  };
}
