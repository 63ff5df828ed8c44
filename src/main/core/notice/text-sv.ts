/** The notice in Swedish. */
import { swedishCatalogue } from './catalogue-sv.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dagar`;
}

export const swedish: NoticeWords = {
  title: 'Så behandlas dina uppgifter',
  lead: (controller) => `Personuppgiftsansvarig: ${controller}.`,
  short: {
    data: {
      title: 'Vi sparar namn, e-post och telefon',
      text: 'Även företag, värd och passerkort, om de finns.',
      textWithDetails: 'Även företag, värd, passerkort och ytterligare uppgifter, om de finns.',
    },
    purpose: { title: 'Varför', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Raderas ${days(contactDays)} efter ditt besök`,
      text: (rest) => (rest === null ? 'Automatiskt.' : `Resten efter ${days(rest)}.`),
    },
    rights: {
      title: 'Tillgång, rättelse, radering, begränsning, invändning',
      text: (contact) => `Fråga här eller skriv till ${contact}. Klagomål: tillsynsmyndigheten.`,
    },
    also: (titles) => `Här finns också: ${titles}. Hela texten säger mer.`,
  },
  responsible: {
    heading: 'Vem som är ansvarig',
    who: (controller, registrationNumber, address) =>
      `${controller}${registrationNumber === '' ? '' : ` (organisationsnummer ${registrationNumber})`}, ${address}, är personuppgiftsansvarig för dina uppgifter.`,
    contact: (email, phone) => `Frågor om dataskydd: ${email}${phone === '' ? '' : `, telefon ${phone}`}.`,
  },
  kindOfVisit: {
    kind: 'Vilket slags besök det är.',
    rules: 'Vilka regler för platsen du har fått se.',
    details: (labels) =>
      `Ytterligare uppgifter som ditt slags besök kräver: ${labels}. De sparas lika länge som kontaktuppgifterna.`,
  },
  visitsNote: [
    'Utan namn, e-postadress och telefonnummer kan vi inte registrera ditt besök här; tala då med receptionen.',
    'Den här texten är information. Du ombeds inte om samtycke och du skriver inte under något. Dina uppgifter används aldrig för marknadsföring.',
  ],
  labels: {
    purpose: 'Ändamål',
    data: 'Uppgifter',
    people: 'Om vem',
    source: 'Varifrån de kommer',
    basis: 'Rättslig grund',
    interest: 'Vårt intresse',
    recipients: 'Lämnas ut till',
    transfers: 'Utanför EES',
    retention: 'Hur länge',
  },
  bases: {
    consent: { name: 'ditt samtycke', article: 'artikel 6.1 a i GDPR' },
    contract: { name: 'ett avtal med dig', article: 'artikel 6.1 b i GDPR' },
    'legal-obligation': { name: 'en rättslig förpliktelse', article: 'artikel 6.1 c i GDPR' },
    'vital-interests': { name: 'grundläggande intressen', article: 'artikel 6.1 d i GDPR' },
    'public-task': { name: 'en uppgift av allmänt intresse', article: 'artikel 6.1 e i GDPR' },
    'legitimate-interests': { name: 'vårt berättigade intresse', article: 'artikel 6.1 f i GDPR' },
  },
  transfers: {
    none: 'Överförs inte till länder utanför EES.',
    adequacy: 'Grund: ett beslut om adekvat skyddsnivå, artikel 45 i GDPR.',
    safeguards: 'Grund: lämpliga skyddsåtgärder, artikel 46 i GDPR. Du kan be oss om en kopia.',
    derogation: 'Grund: ett undantag i artikel 49 i GDPR.',
  },
  nobody: 'Ingen utanför den här platsen.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Kontaktuppgifter: ${days(contactDays)} efter ditt besök. Själva besöket: ${days(visitDays)}. Om ingen registrerar att du har gått räknas tiden från din ankomst. Raderingen sker automatiskt och kontrolleras varje gång.`,
    cards: (cardLinkDays) =>
      `Kopplingen mellan dig och kortet: ${days(cardLinkDays)} efter ditt besök. Därefter framgår det inte vem som hade kortet.`,
  },
  access: {
    heading: 'Vilka som ser uppgifterna om ditt besök',
    paragraphs: [
      'Receptionen, säkerhetspersonalen och de som ansvarar för dataskydd på platsen. Varje gång någon tar del av ett besök loggas det.',
      'Uppgifterna lagras krypterade på datorn i den här receptionen.',
    ],
  },
  rights: {
    heading: 'Dina rättigheter',
    what: 'Du kan begära tillgång till dina uppgifter, rättelse, radering och begränsning av behandlingen, och du kan göra invändningar av skäl som hänför sig till din specifika situation. Inga automatiserade beslut fattas om dig.',
    withdrawal:
      'Där något grundar sig på ditt samtycke kan du när som helst återkalla det; det som har gjorts dessförinnan är fortfarande lagligt.',
    how: (contact) => `Fråga i receptionen eller skriv till ${contact}. Du får svar inom en månad.`,
    complaint: (authority) => `Du kan klaga hos tillsynsmyndigheten: ${authority}.`,
  },
  untranslated: 'Den här delen finns inte på svenska.',
  core: {
    visits: {
      title: 'Besök och reception',
      purpose: 'För att hitta alla i en nödsituation och hålla byggnaden säker.',
      data: 'Namn, e-postadress och telefonnummer; det företag du kommer från och den person du besöker, om du anger dem; när du kommer och går; vilken version av denna text du har sett.',
      people: 'Besökare.',
      source:
        'Du själv, på den här skärmen eller i receptionen; telefon och företag även från ditt senaste besök, om det fortfarande är sparat och du uppger att du har varit här förut.',
      interest: 'Säkerheten för alla i byggnaden och för byggnaden själv.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Passerkort',
      purpose: 'För att gäster ska kunna röra sig på egen hand.',
      data: 'Namn och kortets nummer: när du fick det och när du lämnade tillbaka det.',
      people: 'Besökare som får ett passerkort.',
      source: 'Receptionen, när den lämnar ut kortet och tar tillbaka det.',
      interest: 'Att veta vilka kort som är ute och vem som ansvarar för dem.',
      recipients: '',
      transfers: '',
    },
  },
  further: swedishCatalogue,
};
