/** The notice in German. */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 Tag' : `${count} Tage`;
}

export function germanNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, Telefon ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === '' ? '' : ` (Registernummer ${controller.registrationNumber})`;
  return {
    title: 'Was mit Ihren Daten geschieht',
    points: [
      {
        about: 'data',
        title: 'Wir speichern Name, E-Mail und Telefon',
        text: 'Auch Firma, Gastgeber und die Nummer Ihrer Zutrittskarte, wenn es sie gibt.',
      },
      {
        about: 'purpose',
        title: 'Für Ihre und unsere Sicherheit',
        text: 'Unser berechtigtes Interesse, Art. 6 Abs. 1 Buchst. f DSGVO. Niemals für Werbung.',
      },
      {
        about: 'retention',
        title: `${days(retention.contactDays)} lang nach Ihrem Besuch`,
        text: 'Danach werden Ihre Kontaktdaten auf diesem Rechner automatisch gelöscht.',
      },
      {
        about: 'rights',
        title: 'Auskunft, Berichtigung, Löschung, Widerspruch',
        text: `Schreiben Sie an ${controller.contactEmail} oder fragen Sie am Empfang. Beschwerden an: ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Wer verantwortlich ist',
        paragraphs: [
          `${controller.name}${registration}, ${controller.address}, ist für die Verarbeitung Ihrer Daten verantwortlich.`,
          `Fragen zum Datenschutz: ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'Was wir erfassen',
        paragraphs: [
          'Ihren Namen, Ihre E-Mail-Adresse und Telefonnummer, die Firma, von der Sie kommen, und die Person, die Sie besuchen, wenn Sie sie nennen, wann Sie kommen und gehen und welche Fassung dieser Hinweise Sie gesehen haben.',
          'Wenn Sie eine Zutrittskarte bekommen: welche Karte, wann Sie sie bekommen und wann Sie sie zurückgegeben haben.',
          'Sie geben uns diese Daten selbst, an diesem Bildschirm oder am Empfang. Ohne Name, E-Mail und Telefonnummer können wir Ihren Besuch hier nicht erfassen; bitte sprechen Sie dann mit dem Empfang.',
        ],
      },
      {
        heading: 'Wozu und auf welcher Rechtsgrundlage',
        paragraphs: [
          'Um zu wissen, wer im Gebäude ist, damit im Notfall alle gefunden werden und das Gebäude sicher bleibt.',
          'Rechtsgrundlage ist unser berechtigtes Interesse an der Sicherheit (Art. 6 Abs. 1 Buchst. f DSGVO). Diese Hinweise dienen Ihrer Information. Sie werden nicht um eine Einwilligung gebeten und unterschreiben nichts.',
        ],
      },
      {
        heading: 'Wie lange wir die Daten speichern',
        paragraphs: [
          `Kontaktdaten: ${days(retention.contactDays)} nach Ihrem Besuch. Der Besuch selbst: ${days(retention.visitDays)}. Die Verbindung zwischen Ihnen und einer Zutrittskarte: ${days(retention.cardLinkDays)}.`,
          'Wenn niemand erfasst, dass Sie gegangen sind, zählt die Zeit ab Ihrer Ankunft. Gelöscht wird automatisch, und jede Löschung wird überprüft.',
        ],
      },
      {
        heading: 'Wer die Daten sieht',
        paragraphs: [
          'Der Empfang, der Sicherheitsdienst und die für den Datenschutz Zuständigen an diesem Standort. Jeder Zugriff wird protokolliert.',
          'Ihre Daten sind verschlüsselt auf dem Rechner an diesem Empfang gespeichert. Sie werden nicht an andere weitergegeben und nicht in Länder außerhalb des EWR übermittelt.',
        ],
      },
      {
        heading: 'Ihre Rechte',
        paragraphs: [
          'Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung, und Sie können aus Gründen, die sich aus Ihrer besonderen Situation ergeben, Widerspruch einlegen. Automatisierte Entscheidungen über Sie gibt es nicht.',
          `Fragen Sie am Empfang oder schreiben Sie an ${controller.contactEmail}. Sie erhalten innerhalb eines Monats Antwort.`,
          `Sie können sich bei der Aufsichtsbehörde beschweren: ${controller.authority}.`,
        ],
      },
    ],
  };
}
