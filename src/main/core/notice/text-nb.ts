/** The notice in Norwegian (Bokmål). */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dager`;
}

export function norwegianNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, telefon ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === '' ? '' : ` (organisasjonsnummer ${controller.registrationNumber})`;
  return {
    title: 'Slik behandles opplysningene dine',
    points: [
      {
        about: 'data',
        title: 'Vi lagrer navn, e-post og telefon',
        text: 'Firmaet og verten din hvis du oppgir dem, og nummeret på adgangskortet hvis du får et.',
      },
      {
        about: 'purpose',
        title: 'For din og vår sikkerhet',
        text: 'Vår berettigede interesse, personvernforordningen artikkel 6 nr. 1 bokstav f. Aldri til markedsføring.',
      },
      {
        about: 'retention',
        title: `I ${days(retention.contactDays)} etter besøket`,
        text: 'Deretter slettes kontaktopplysningene dine automatisk på maskinen der de ligger.',
      },
      {
        about: 'rights',
        title: 'Du kan få innsyn, rette, slette og protestere',
        text: `Skriv til ${controller.contactEmail} eller spør i resepsjonen. Du kan klage til ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Hvem som er ansvarlig',
        paragraphs: [
          `${controller.name}${registration}, ${controller.address}, er behandlingsansvarlig for opplysningene dine.`,
          `Spørsmål om personvern: ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'Hva vi registrerer',
        paragraphs: [
          'Navnet ditt, e-postadressen og telefonnummeret ditt, firmaet du kommer fra og personen du besøker hvis du oppgir dem, når du kommer og går, og hvilken versjon av denne teksten du har sett.',
          'Hvis du får et adgangskort: hvilket kort, når du fikk det og når du leverte det tilbake.',
          'Du gir oss selv opplysningene på denne skjermen eller i resepsjonen. Uten navn, e-postadresse og telefonnummer kan vi ikke registrere besøket ditt her; snakk da med resepsjonen.',
        ],
      },
      {
        heading: 'Hvorfor og på hvilket rettslig grunnlag',
        paragraphs: [
          'For å vite hvem som er i bygningen, slik at alle kan finnes i en nødssituasjon og bygningen er sikker.',
          'Det rettslige grunnlaget er vår berettigede interesse i sikkerhet (personvernforordningen artikkel 6 nr. 1 bokstav f). Denne teksten er informasjon. Du blir ikke bedt om samtykke, og du skriver ikke under på noe.',
        ],
      },
      {
        heading: 'Hvor lenge vi lagrer dem',
        paragraphs: [
          `Kontaktopplysninger: ${days(retention.contactDays)} etter besøket. Selve besøket: ${days(retention.visitDays)}. Koblingen mellom deg og et adgangskort: ${days(retention.cardLinkDays)}.`,
          'Hvis ingen registrerer at du har gått, regnes tiden fra ankomsten. Slettingen skjer automatisk og kontrolleres hver gang.',
        ],
      },
      {
        heading: 'Hvem som ser dem',
        paragraphs: [
          'Resepsjonen, sikkerhetsvaktene og de som har ansvar for personvern på stedet. Hvert oppslag blir logget.',
          'Opplysningene dine ligger kryptert på maskinen i denne resepsjonen. De utleveres ikke til andre og overføres ikke til land utenfor EØS.',
        ],
      },
      {
        heading: 'Rettighetene dine',
        paragraphs: [
          'Du kan be om innsyn i opplysningene, om retting, sletting og begrenset behandling, og du kan protestere av grunner knyttet til din særlige situasjon. Det tas ingen automatiserte avgjørelser om deg.',
          `Spør i resepsjonen eller skriv til ${controller.contactEmail}. Du får svar innen én måned.`,
          `Du kan klage til tilsynsmyndigheten: ${controller.authority}.`,
        ],
      },
    ],
  };
}
