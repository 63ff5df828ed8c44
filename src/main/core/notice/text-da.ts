/** The notice in Danish. */
import { danishCatalogue } from './catalogue-da.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dage`;
}

export const danish: NoticeWords = {
  title: 'Det sker der med dine oplysninger',
  lead: (controller) => `${controller} er ansvarlig for dem.`,
  short: {
    data: {
      title: 'Vi gemmer dit navn, din e-mail og dit telefonnummer',
      text: 'Dit firma og din vært, hvis du oplyser dem, og nummeret på dit adgangskort, hvis du får et.',
    },
    purpose: {
      title: 'Derfor har vi brug for dem',
      text: (purpose, basis) => `${purpose} ${basis}. Aldrig til markedsføring.`,
    },
    retention: {
      title: (contactDays) => `I ${days(contactDays)} efter dit besøg`,
      text: (rest) =>
        `Derefter slettes dine kontaktoplysninger automatisk på den maskine, hvor de ligger.${
          rest === null ? '' : ` Resten af besøget slettes efter ${days(rest)}.`
        }`,
    },
    rights: {
      title: 'Du kan få indsigt, rette, slette og gøre indsigelse',
      text: (contact, authority) =>
        `Skriv til ${contact}, eller spørg i receptionen. Du kan klage til ${authority}.`,
    },
    also: (titles) => `Her er også: ${titles}. Hele teksten siger mere.`,
  },
  responsible: {
    heading: 'Hvem er ansvarlig',
    who: (controller, registrationNumber, address) =>
      `${controller}${registrationNumber === '' ? '' : ` (registreringsnummer ${registrationNumber})`}, ${address}, er dataansvarlig for dine oplysninger.`,
    contact: (email, phone) =>
      `Spørgsmål om databeskyttelse: ${email}${phone === '' ? '' : `, telefon ${phone}`}.`,
  },
  visitsNote: [
    'Uden navn, e-mail og telefonnummer kan vi ikke registrere dit besøg her; tal da med receptionen.',
    'Denne tekst er information. Du bliver ikke bedt om samtykke, og du skriver ikke under på noget.',
  ],
  labels: {
    purpose: 'Formål',
    data: 'Oplysninger',
    people: 'Om hvem',
    source: 'Hvor de kommer fra',
    basis: 'Retsgrundlag',
    interest: 'Vores interesse',
    recipients: 'Gives videre til',
    transfers: 'Uden for EØS',
    retention: 'Hvor længe',
  },
  bases: {
    consent: 'dit samtykke, GDPR artikel 6, stk. 1, litra a',
    contract: 'en aftale med dig, GDPR artikel 6, stk. 1, litra b',
    'legal-obligation': 'en retlig forpligtelse, GDPR artikel 6, stk. 1, litra c',
    'vital-interests': 'vitale interesser, GDPR artikel 6, stk. 1, litra d',
    'public-task': 'en opgave i samfundets interesse, GDPR artikel 6, stk. 1, litra e',
    'legitimate-interests': 'vores legitime interesse, GDPR artikel 6, stk. 1, litra f',
  },
  transfers: {
    none: 'Overføres ikke til lande uden for EØS.',
    adequacy: 'Grundlag: en afgørelse om tilstrækkeligt beskyttelsesniveau, GDPR artikel 45.',
    safeguards: 'Grundlag: fornødne garantier, GDPR artikel 46. Du kan bede os om en kopi.',
    derogation: 'Grundlag: en undtagelse i GDPR artikel 49.',
  },
  nobody: 'Ingen uden for dette sted.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Kontaktoplysninger: ${days(contactDays)} efter dit besøg. Selve besøget: ${days(visitDays)}. Hvis ingen registrerer, at du er gået, regnes tiden fra din ankomst. Sletningen sker automatisk og kontrolleres hver gang.`,
    cards: (cardLinkDays) =>
      `Forbindelsen mellem dig og kortet: ${days(cardLinkDays)} efter dit besøg. Derefter kan ingen se, hvem der havde kortet.`,
  },
  access: {
    heading: 'Hvem ser oplysningerne om dit besøg',
    paragraphs: [
      'Receptionen, sikkerhedsvagterne og de ansvarlige for databeskyttelse på stedet. Hvert opslag om et besøg bliver logget.',
      'Oplysningerne ligger krypteret på maskinen i denne reception.',
    ],
  },
  rights: {
    heading: 'Dine rettigheder',
    what: 'Du kan bede om at se dine oplysninger, få dem rettet eller slettet og få brugen af dem begrænset, og du kan gøre indsigelse af grunde, der vedrører din særlige situation. Der træffes ingen automatiske afgørelser om dig.',
    withdrawal:
      'Hvor noget bygger på dit samtykke, kan du altid trække det tilbage; det, der er sket før, er stadig lovligt.',
    how: (contact) => `Spørg i receptionen, eller skriv til ${contact}. Du får svar inden for en måned.`,
    complaint: (authority) => `Du kan klage til tilsynsmyndigheden: ${authority}.`,
  },
  untranslated: 'Denne del findes ikke på dansk.',
  core: {
    visits: {
      title: 'Besøg og reception',
      purpose: 'For at finde alle i en nødsituation og holde bygningen sikker.',
      data: 'Navn, e-mailadresse og telefonnummer; det firma, du kommer fra, og den person, du besøger, hvis du oplyser dem; hvornår du kommer og går; hvilken version af denne tekst du har set.',
      people: 'Besøgende.',
      source: 'Dig selv, på denne skærm eller i receptionen.',
      interest: 'Sikkerheden for alle i bygningen og for bygningen selv.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Adgangskort',
      purpose: 'For at gæster kan færdes på egen hånd.',
      data: 'Navn og kortets nummer: hvornår du fik det, og hvornår du afleverede det.',
      people: 'Besøgende, der får et adgangskort.',
      source: 'Receptionen, når den udleverer kortet og tager det tilbage.',
      interest: 'At vide, hvilke kort der er ude, og hvem der har ansvaret for dem.',
      recipients: '',
      transfers: '',
    },
  },
  further: danishCatalogue,
};
