/** The notice in Norwegian (bokmål). */
import { norwegianCatalogue } from './catalogue-nb.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dager`;
}

export const norwegian: NoticeWords = {
  title: 'Slik behandles opplysningene dine',
  lead: (controller) => `Behandlingsansvarlig: ${controller}.`,
  short: {
    data: {
      title: 'Vi lagrer navn, e-post og telefon',
      text: 'Også firma, vert og adgangskort, hvis de finnes.',
      textWithDetails: 'Også firma, vert, adgangskort og ytterligere opplysninger, hvis de finnes.',
    },
    purpose: { title: 'Hvorfor', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Slettes ${days(contactDays)} etter besøket`,
      text: (rest) => (rest === null ? 'Automatisk.' : `Resten etter ${days(rest)}.`),
    },
    rights: {
      title: 'Innsyn, retting, sletting, begrensning, protest',
      text: (contact) => `Spør her eller skriv til ${contact}. Klager: tilsynsmyndigheten.`,
    },
    also: (titles) => `Her er også: ${titles}. Hele teksten sier mer.`,
  },
  responsible: {
    heading: 'Hvem som er ansvarlig',
    who: (controller, registrationNumber, address) =>
      `${controller}${registrationNumber === '' ? '' : ` (organisasjonsnummer ${registrationNumber})`}, ${address}, er behandlingsansvarlig for opplysningene dine.`,
    contact: (email, phone) => `Spørsmål om personvern: ${email}${phone === '' ? '' : `, telefon ${phone}`}.`,
  },
  kindOfVisit: {
    kind: 'Hva slags besøk det er.',
    rules: 'Hvilke regler for stedet du har fått se.',
    details: (labels) =>
      `Ytterligere opplysninger som din type besøk krever: ${labels}. De lagres like lenge som kontaktopplysningene.`,
  },
  visitsNote: [
    'Uten navn, e-postadresse og telefonnummer kan vi ikke registrere besøket ditt her; snakk da med resepsjonen.',
    'Denne teksten er informasjon. Du blir ikke bedt om samtykke, og du skriver ikke under på noe. Opplysningene dine brukes aldri til markedsføring.',
  ],
  labels: {
    purpose: 'Formål',
    data: 'Opplysninger',
    people: 'Om hvem',
    source: 'Hvor de kommer fra',
    basis: 'Rettslig grunnlag',
    interest: 'Vår interesse',
    recipients: 'Utleveres til',
    transfers: 'Utenfor EØS',
    retention: 'Hvor lenge',
  },
  bases: {
    consent: { name: 'samtykket ditt', article: 'personvernforordningen artikkel 6 nr. 1 bokstav a' },
    contract: { name: 'en avtale med deg', article: 'personvernforordningen artikkel 6 nr. 1 bokstav b' },
    'legal-obligation': {
      name: 'en rettslig forpliktelse',
      article: 'personvernforordningen artikkel 6 nr. 1 bokstav c',
    },
    'vital-interests': {
      name: 'vitale interesser',
      article: 'personvernforordningen artikkel 6 nr. 1 bokstav d',
    },
    'public-task': {
      name: 'en oppgave i allmennhetens interesse',
      article: 'personvernforordningen artikkel 6 nr. 1 bokstav e',
    },
    'legitimate-interests': {
      name: 'vår berettigede interesse',
      article: 'personvernforordningen artikkel 6 nr. 1 bokstav f',
    },
  },
  transfers: {
    none: 'Overføres ikke til land utenfor EØS.',
    adequacy:
      'Grunnlag: en beslutning om tilstrekkelig beskyttelsesnivå, personvernforordningen artikkel 45.',
    safeguards:
      'Grunnlag: nødvendige garantier, personvernforordningen artikkel 46. Du kan be oss om en kopi.',
    derogation: 'Grunnlag: et unntak i personvernforordningen artikkel 49.',
  },
  nobody: 'Ingen utenfor dette stedet.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Kontaktopplysninger: ${days(contactDays)} etter besøket. Selve besøket: ${days(visitDays)}. Hvis ingen registrerer at du har gått, regnes tiden fra ankomsten. Slettingen skjer automatisk og kontrolleres hver gang.`,
    cards: (cardLinkDays) =>
      `Koblingen mellom deg og kortet: ${days(cardLinkDays)} etter besøket. Deretter kan ingen se hvem som hadde kortet.`,
  },
  access: {
    heading: 'Hvem som ser opplysningene om besøket ditt',
    paragraphs: [
      'Resepsjonen, sikkerhetsvaktene og de som har ansvar for personvern på stedet. Hvert oppslag om et besøk blir logget.',
      'Opplysningene ligger kryptert på maskinen i denne resepsjonen.',
    ],
  },
  rights: {
    heading: 'Rettighetene dine',
    what: 'Du kan be om innsyn i opplysningene, om retting, sletting og begrenset behandling, og du kan protestere av grunner knyttet til din særlige situasjon. Det tas ingen automatiserte avgjørelser om deg.',
    withdrawal:
      'Der noe bygger på samtykket ditt, kan du når som helst trekke det tilbake; det som er gjort før, er fortsatt lovlig.',
    how: (contact) => `Spør i resepsjonen eller skriv til ${contact}. Du får svar innen én måned.`,
    complaint: (authority) => `Du kan klage til tilsynsmyndigheten: ${authority}.`,
  },
  untranslated: 'Denne delen finnes ikke på norsk.',
  core: {
    visits: {
      title: 'Besøk og resepsjon',
      purpose: 'For å finne alle i en nødssituasjon og holde bygningen sikker.',
      data: 'Navn, e-postadresse og telefonnummer; firmaet du kommer fra og personen du besøker, hvis du oppgir dem; når du kommer og går; hvilken versjon av denne teksten du har sett.',
      people: 'Besøkende.',
      source:
        'Du selv, på denne skjermen eller i resepsjonen; telefon og firma også fra ditt siste besøk, hvis det fortsatt er lagret og du oppgir at du har vært her før.',
      interest: 'Sikkerheten for alle i bygningen og for bygningen selv.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Adgangskort',
      purpose: 'For at gjester kan bevege seg på egen hånd.',
      data: 'Navn og kortets nummer: når du fikk det, og når du leverte det tilbake.',
      people: 'Besøkende som får et adgangskort.',
      source: 'Resepsjonen, når den leverer ut kortet og tar det tilbake.',
      interest: 'Å vite hvilke kort som er ute, og hvem som har ansvaret for dem.',
      recipients: '',
      transfers: '',
    },
  },
  further: norwegianCatalogue,
};
