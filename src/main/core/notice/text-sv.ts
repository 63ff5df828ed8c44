/** The notice in Swedish. */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 dag' : `${count} dagar`;
}

export function swedishNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, telefon ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === '' ? '' : ` (organisationsnummer ${controller.registrationNumber})`;
  return {
    title: 'Så behandlas dina uppgifter',
    points: [
      {
        about: 'data',
        title: 'Vi sparar namn, e-post och telefon',
        text: 'Ditt företag och din värd om du anger dem, och numret på ditt passerkort om du får ett.',
      },
      {
        about: 'purpose',
        title: 'För din och vår säkerhet',
        text: 'Vårt berättigade intresse, artikel 6.1 f i GDPR. Aldrig för marknadsföring.',
      },
      {
        about: 'retention',
        title: `I ${days(retention.contactDays)} efter ditt besök`,
        text: 'Sedan raderas dina kontaktuppgifter automatiskt på den dator där de finns.',
      },
      {
        about: 'rights',
        title: 'Du kan få tillgång, rätta, radera och invända',
        text: `Skriv till ${controller.contactEmail} eller fråga i receptionen. Du kan klaga hos ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Vem som är ansvarig',
        paragraphs: [
          `${controller.name}${registration}, ${controller.address}, är personuppgiftsansvarig för dina uppgifter.`,
          `Frågor om dataskydd: ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'Vad vi registrerar',
        paragraphs: [
          'Ditt namn, din e-postadress och ditt telefonnummer, det företag du kommer från och den person du besöker om du anger dem, när du kommer och går, och vilken version av denna text du har sett.',
          'Om du får ett passerkort: vilket kort, när du fick det och när du lämnade tillbaka det.',
          'Du lämnar själv uppgifterna på den här skärmen eller i receptionen. Utan namn, e-postadress och telefonnummer kan vi inte registrera ditt besök här; tala då med receptionen.',
        ],
      },
      {
        heading: 'Varför och med vilken rättslig grund',
        paragraphs: [
          'För att veta vilka som är i byggnaden, så att alla kan hittas i en nödsituation och byggnaden förblir säker.',
          'Den rättsliga grunden är vårt berättigade intresse av säkerhet (artikel 6.1 f i GDPR). Den här texten är information. Du ombeds inte om samtycke och du skriver inte under något.',
        ],
      },
      {
        heading: 'Hur länge vi sparar dem',
        paragraphs: [
          `Kontaktuppgifter: ${days(retention.contactDays)} efter ditt besök. Själva besöket: ${days(retention.visitDays)}. Kopplingen mellan dig och ett passerkort: ${days(retention.cardLinkDays)}.`,
          'Om ingen registrerar att du har gått räknas tiden från din ankomst. Raderingen sker automatiskt och kontrolleras varje gång.',
        ],
      },
      {
        heading: 'Vilka som ser dem',
        paragraphs: [
          'Receptionen, säkerhetspersonalen och de som ansvarar för dataskydd på platsen. Varje sökning loggas.',
          'Dina uppgifter lagras krypterade på datorn i den här receptionen. De lämnas inte ut till andra och överförs inte till länder utanför EES.',
        ],
      },
      {
        heading: 'Dina rättigheter',
        paragraphs: [
          'Du kan begära tillgång till dina uppgifter, rättelse, radering och begränsning av behandlingen, och du kan göra invändningar av skäl som hänför sig till din specifika situation. Inga automatiserade beslut fattas om dig.',
          `Fråga i receptionen eller skriv till ${controller.contactEmail}. Du får svar inom en månad.`,
          `Du kan klaga hos tillsynsmyndigheten: ${controller.authority}.`,
        ],
      },
    ],
  };
}
