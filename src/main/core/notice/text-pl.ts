/** The notice in Polish. */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 dzień' : `${count} dni`;
}

export function polishNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, telefon ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === '' ? '' : ` (numer rejestrowy ${controller.registrationNumber})`;
  return {
    title: 'Jak przetwarzamy Państwa dane',
    points: [
      {
        about: 'data',
        title: 'Przechowujemy imię i nazwisko, e-mail i telefon',
        text: 'Także firmę, osobę odwiedzaną i numer karty dostępu, jeśli są znane.',
      },
      {
        about: 'purpose',
        title: 'Dla Państwa i naszego bezpieczeństwa',
        text: 'Nasz prawnie uzasadniony interes, art. 6 ust. 1 lit. f RODO. Nigdy w celach marketingowych.',
      },
      {
        about: 'retention',
        title: `Przez ${days(retention.contactDays)} po wizycie`,
        text: 'Potem dane kontaktowe są automatycznie usuwane z tego komputera.',
      },
      {
        about: 'rights',
        title: 'Dostęp, sprostowanie, usunięcie, sprzeciw',
        text: `Kontakt: ${controller.contactEmail} lub recepcja. Skargi: ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Kto jest administratorem',
        paragraphs: [
          `Administratorem Państwa danych jest ${controller.name}${registration}, ${controller.address}.`,
          `Pytania o ochronę danych: ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'Co rejestrujemy',
        paragraphs: [
          'Imię i nazwisko, adres e-mail i numer telefonu, firmę oraz osobę odwiedzaną, jeśli zostaną podane, godzinę przybycia i wyjścia oraz wersję tej informacji, którą wyświetlono.',
          'Jeśli zostanie wydana karta dostępu: która to karta, kiedy została wydana i kiedy zwrócona.',
          'Dane podają Państwo sami na tym ekranie lub w recepcji. Bez imienia i nazwiska, adresu e-mail i numeru telefonu nie możemy tu zarejestrować wizyty; w takim przypadku prosimy o rozmowę z recepcją.',
        ],
      },
      {
        heading: 'W jakim celu i na jakiej podstawie prawnej',
        paragraphs: [
          'Aby wiedzieć, kto jest w budynku, móc odnaleźć wszystkich w sytuacji zagrożenia i zapewnić bezpieczeństwo budynku.',
          'Podstawą prawną jest nasz prawnie uzasadniony interes, jakim jest bezpieczeństwo (art. 6 ust. 1 lit. f RODO). Ten tekst służy informacji. Nie prosimy o zgodę i niczego się nie podpisuje.',
        ],
      },
      {
        heading: 'Jak długo przechowujemy dane',
        paragraphs: [
          `Dane kontaktowe: ${days(retention.contactDays)} po wizycie. Wpis o wizycie: ${days(retention.visitDays)}. Powiązanie osoby z kartą dostępu: ${days(retention.cardLinkDays)}.`,
          'Jeśli nikt nie zarejestruje wyjścia, czas liczy się od przybycia. Dane są usuwane automatycznie, a każde usunięcie jest sprawdzane.',
        ],
      },
      {
        heading: 'Kto widzi dane',
        paragraphs: [
          'Recepcja, ochrona oraz osoby odpowiedzialne w tym miejscu za ochronę danych. Każdy wgląd jest rejestrowany.',
          'Państwa dane są przechowywane w postaci zaszyfrowanej na komputerze w tej recepcji. Nie są przekazywane innym podmiotom ani do państw spoza EOG.',
        ],
      },
      {
        heading: 'Państwa prawa',
        paragraphs: [
          'Przysługuje Państwu prawo dostępu do danych, ich sprostowania, usunięcia i ograniczenia przetwarzania oraz prawo sprzeciwu z przyczyn związanych ze szczególną sytuacją. Nie podejmujemy zautomatyzowanych decyzji.',
          `Prosimy pytać w recepcji lub pisać na adres ${controller.contactEmail}. Odpowiedź otrzymają Państwo w ciągu miesiąca.`,
          `Można wnieść skargę do organu nadzorczego: ${controller.authority}.`,
        ],
      },
    ],
  };
}
