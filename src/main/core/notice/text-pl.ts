/** The notice in Polish. */
import { polishCatalogue } from './catalogue-pl.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 dzień' : `${count} dni`;
}

export const polish: NoticeWords = {
  title: 'Jak przetwarzamy Państwa dane',
  lead: (controller) => `Administrator danych: ${controller}.`,
  short: {
    data: {
      title: 'Przechowujemy imię i nazwisko, e-mail i telefon',
      text: 'Także firmę, osobę odwiedzaną i kartę, jeśli są znane.',
      textWithDetails: 'Także firmę, osobę odwiedzaną, kartę i dalsze dane, jeśli są znane.',
    },
    purpose: { title: 'W jakim celu', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Usuwamy je ${contactDays === 1 ? '1 dzień' : `${contactDays} dni`} po wizycie`,
      text: (rest) =>
        rest === null ? 'Automatycznie.' : `Resztę po ${rest === 1 ? '1 dniu' : `${rest} dniach`}.`,
    },
    rights: {
      title: 'Dostęp, sprostowanie, usunięcie, ograniczenie, sprzeciw',
      text: (contact) => `Kontakt: recepcja lub ${contact}. Skargi: organ nadzorczy.`,
    },
    also: (titles) => `Także tutaj: ${titles}. Więcej w pełnej informacji.`,
  },
  responsible: {
    heading: 'Kto jest administratorem',
    who: (controller, registrationNumber, address) =>
      `Administratorem Państwa danych jest ${controller}${registrationNumber === '' ? '' : ` (numer rejestrowy ${registrationNumber})`}, ${address}.`,
    contact: (email, phone) =>
      `Pytania o ochronę danych: ${email}${phone === '' ? '' : `, telefon ${phone}`}.`,
  },
  kindOfVisit: {
    kind: 'Rodzaj wizyty.',
    rules: 'Wyświetlone zasady obowiązujące na terenie obiektu.',
    details: (labels) =>
      `Dalsze dane wymagane przy tym rodzaju wizyty: ${labels}. Są przechowywane tak długo jak dane kontaktowe.`,
  },
  visitsNote: [
    'Bez imienia i nazwiska, adresu e-mail i numeru telefonu nie możemy tu zarejestrować wizyty; w takim przypadku prosimy o rozmowę z recepcją.',
    'Ten tekst służy informacji. Nie prosimy o zgodę i niczego się nie podpisuje. Danych nigdy nie wykorzystujemy w celach marketingowych.',
  ],
  labels: {
    purpose: 'Cel',
    data: 'Dane',
    people: 'Kogo dotyczą',
    source: 'Źródło danych',
    basis: 'Podstawa prawna',
    interest: 'Nasz interes',
    recipients: 'Odbiorcy',
    transfers: 'Poza EOG',
    retention: 'Okres przechowywania',
  },
  bases: {
    consent: { name: 'Państwa zgoda', article: 'art. 6 ust. 1 lit. a RODO' },
    contract: { name: 'umowa z Państwem', article: 'art. 6 ust. 1 lit. b RODO' },
    'legal-obligation': { name: 'obowiązek prawny', article: 'art. 6 ust. 1 lit. c RODO' },
    'vital-interests': { name: 'żywotne interesy', article: 'art. 6 ust. 1 lit. d RODO' },
    'public-task': {
      name: 'zadanie realizowane w interesie publicznym',
      article: 'art. 6 ust. 1 lit. e RODO',
    },
    'legitimate-interests': {
      name: 'nasz prawnie uzasadniony interes',
      article: 'art. 6 ust. 1 lit. f RODO',
    },
  },
  transfers: {
    none: 'Dane nie są przekazywane do państw spoza EOG.',
    adequacy: 'Podstawa: decyzja stwierdzająca odpowiedni stopień ochrony, art. 45 RODO.',
    safeguards: 'Podstawa: odpowiednie zabezpieczenia, art. 46 RODO. Kopię można uzyskać u nas.',
    derogation: 'Podstawa: wyjątek na mocy art. 49 RODO.',
  },
  nobody: 'Nikt spoza tego miejsca.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Dane kontaktowe: ${days(contactDays)} po wizycie. Wpis o wizycie: ${days(visitDays)}. Jeśli nikt nie zarejestruje wyjścia, czas liczy się od przybycia. Dane są usuwane automatycznie, a każde usunięcie jest sprawdzane.`,
    cards: (cardLinkDays) =>
      `Powiązanie osoby z kartą: ${days(cardLinkDays)} po wizycie. Potem nie można ustalić, kto miał kartę.`,
  },
  access: {
    heading: 'Kto widzi dane o wizycie',
    paragraphs: [
      'Recepcja, ochrona oraz osoby odpowiedzialne w tym miejscu za ochronę danych. Każdy wgląd w dane wizyty jest rejestrowany.',
      'Dane są przechowywane w postaci zaszyfrowanej na komputerze w tej recepcji.',
    ],
  },
  rights: {
    heading: 'Państwa prawa',
    what: 'Przysługuje Państwu prawo dostępu do danych, ich sprostowania, usunięcia i ograniczenia przetwarzania oraz prawo sprzeciwu z przyczyn związanych ze szczególną sytuacją. Nie podejmujemy zautomatyzowanych decyzji.',
    withdrawal:
      'Jeżeli podstawą jest zgoda, można ją w każdej chwili wycofać; przetwarzanie przed jej wycofaniem pozostaje zgodne z prawem.',
    how: (contact) =>
      `Prosimy pytać w recepcji lub pisać na adres ${contact}. Odpowiedź otrzymają Państwo w ciągu miesiąca.`,
    complaint: (authority) => `Można wnieść skargę do organu nadzorczego: ${authority}.`,
  },
  untranslated: 'Ta część nie jest dostępna w języku polskim.',
  core: {
    visits: {
      title: 'Wizyty i recepcja',
      purpose: 'Aby odnaleźć wszystkich w sytuacji zagrożenia i zapewnić bezpieczeństwo budynku.',
      data: 'Imię i nazwisko, adres e-mail i numer telefonu; firma oraz osoba odwiedzana, jeśli zostaną podane; godzina przybycia i wyjścia; wersja tej informacji, którą wyświetlono.',
      people: 'Odwiedzający.',
      source:
        'Państwo sami, na tym ekranie lub w recepcji; telefon i firma także z ostatniej wizyty, jeśli jest jeszcze przechowywana i podadzą Państwo, że już tu byli.',
      interest: 'Bezpieczeństwo wszystkich osób w budynku i samego budynku.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Karty dostępu',
      purpose: 'Aby goście mogli poruszać się samodzielnie.',
      data: 'Imię i nazwisko oraz numer karty: kiedy została wydana i kiedy zwrócona.',
      people: 'Odwiedzający, którzy otrzymują kartę dostępu.',
      source: 'Recepcja, gdy wydaje kartę i ją przyjmuje.',
      interest: 'Wiedza o tym, które karty są wydane i kto za nie odpowiada.',
      recipients: '',
      transfers: '',
    },
  },
  further: polishCatalogue,
};
