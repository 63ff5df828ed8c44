/** The notice in Danish. */
import { danishCatalogue } from './catalogue-da.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dage`;
}

export const danish: NoticeWords = {
  title: 'Det sker der med dine oplysninger',
  lead: (controller) => `Dataansvarlig: ${controller}.`,
  short: {
    data: {
      title: 'Vi gemmer navn, e-mail og telefon',
      text: 'Også firma, vært og adgangskort, hvis de findes.',
      textWithDetails: 'Også firma, vært, adgangskort og yderligere oplysninger, hvis de findes.',
    },
    purpose: { title: 'Hvorfor', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Slettes ${days(contactDays)} efter dit besøg`,
      text: (rest) => (rest === null ? 'Automatisk.' : `Resten efter ${days(rest)}.`),
    },
    rights: {
      title: 'Indsigt, rettelse, sletning, begrænsning, indsigelse',
      text: (contact) => `Spørg her, eller skriv til ${contact}. Klager: tilsynsmyndigheden.`,
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
  kindOfVisit: {
    kind: 'Hvilken slags besøg det er.',
    rules: 'Hvilke regler for stedet du har fået vist.',
    details: (labels) =>
      `Yderligere oplysninger, som din slags besøg kræver: ${labels}. De gemmes lige så længe som kontaktoplysningerne.`,
  },
  visitsNote: [
    'Uden navn, e-mail og telefonnummer kan vi ikke registrere dit besøg her; tal da med receptionen.',
    'Denne tekst er information. Du bliver ikke bedt om samtykke, og du skriver ikke under på noget. Dine oplysninger bruges aldrig til markedsføring.',
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
    consent: { name: 'dit samtykke', article: 'GDPR artikel 6, stk. 1, litra a' },
    contract: { name: 'en aftale med dig', article: 'GDPR artikel 6, stk. 1, litra b' },
    'legal-obligation': { name: 'en retlig forpligtelse', article: 'GDPR artikel 6, stk. 1, litra c' },
    'vital-interests': { name: 'vitale interesser', article: 'GDPR artikel 6, stk. 1, litra d' },
    'public-task': { name: 'en opgave i samfundets interesse', article: 'GDPR artikel 6, stk. 1, litra e' },
    'legitimate-interests': { name: 'vores legitime interesse', article: 'GDPR artikel 6, stk. 1, litra f' },
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
      source:
        'Dig selv, på denne skærm eller i receptionen; telefon og firma også fra dit seneste besøg, hvis det stadig er gemt, og du oplyser, at du har været her før.',
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
