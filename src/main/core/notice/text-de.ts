/** The notice in German. */
import { germanCatalogue } from './catalogue-de.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 Tag' : `${count} Tage`;
}

export const german: NoticeWords = {
  title: 'Was mit Ihren Daten geschieht',
  lead: (controller) => `Verantwortlich: ${controller}.`,
  short: {
    data: {
      title: 'Wir speichern Name, E-Mail und Telefon',
      text: 'Auch Firma, Gastgeber und Karte, falls vorhanden.',
      textWithDetails: 'Auch Firma, Gastgeber, Karte und weitere Angaben, falls vorhanden.',
    },
    purpose: { title: 'Wozu', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Löschung ${days(contactDays)} nach Ihrem Besuch`,
      text: (rest) =>
        rest === null ? 'Automatisch.' : `Der Rest nach ${rest === 1 ? '1 Tag' : `${rest} Tagen`}.`,
    },
    rights: {
      title: 'Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch',
      text: (contact) => `Fragen Sie hier oder schreiben Sie an ${contact}. Beschwerden: Aufsichtsbehörde.`,
    },
    also: (titles) => `Hier gibt es auch: ${titles}. Mehr steht in den vollständigen Hinweisen.`,
  },
  responsible: {
    heading: 'Wer verantwortlich ist',
    who: (controller, registrationNumber, address) =>
      `${controller}${registrationNumber === '' ? '' : ` (Registernummer ${registrationNumber})`}, ${address}, ist für die Verarbeitung Ihrer Daten verantwortlich.`,
    contact: (email, phone) => `Fragen zum Datenschutz: ${email}${phone === '' ? '' : `, Telefon ${phone}`}.`,
  },
  kindOfVisit: {
    kind: 'Die Art Ihres Besuchs.',
    rules: 'Welche Hausregeln Ihnen gezeigt wurden.',
    details: (labels) =>
      `Weitere Angaben, die Ihre Art von Besuch erfordert: ${labels}. Sie werden so lange gespeichert wie die Kontaktdaten.`,
  },
  visitsNote: [
    'Ohne Name, E-Mail und Telefonnummer können wir Ihren Besuch hier nicht erfassen; bitte sprechen Sie dann mit dem Empfang.',
    'Diese Hinweise dienen Ihrer Information. Sie werden nicht um eine Einwilligung gebeten und unterschreiben nichts. Ihre Daten werden niemals für Werbung verwendet.',
  ],
  labels: {
    purpose: 'Zweck',
    data: 'Daten',
    people: 'Betroffene Personen',
    source: 'Herkunft der Daten',
    basis: 'Rechtsgrundlage',
    interest: 'Unser Interesse',
    recipients: 'Empfänger',
    transfers: 'Außerhalb des EWR',
    retention: 'Speicherdauer',
  },
  bases: {
    consent: { name: 'Ihre Einwilligung', article: 'Art. 6 Abs. 1 Buchst. a DSGVO' },
    contract: { name: 'ein Vertrag mit Ihnen', article: 'Art. 6 Abs. 1 Buchst. b DSGVO' },
    'legal-obligation': { name: 'eine rechtliche Verpflichtung', article: 'Art. 6 Abs. 1 Buchst. c DSGVO' },
    'vital-interests': { name: 'lebenswichtige Interessen', article: 'Art. 6 Abs. 1 Buchst. d DSGVO' },
    'public-task': {
      name: 'eine Aufgabe im öffentlichen Interesse',
      article: 'Art. 6 Abs. 1 Buchst. e DSGVO',
    },
    'legitimate-interests': {
      name: 'unser berechtigtes Interesse',
      article: 'Art. 6 Abs. 1 Buchst. f DSGVO',
    },
  },
  transfers: {
    none: 'Keine Übermittlung in Länder außerhalb des EWR.',
    adequacy: 'Grundlage: ein Angemessenheitsbeschluss, Art. 45 DSGVO.',
    safeguards: 'Grundlage: geeignete Garantien, Art. 46 DSGVO. Sie können bei uns eine Kopie anfordern.',
    derogation: 'Grundlage: eine Ausnahme nach Art. 49 DSGVO.',
  },
  nobody: 'Niemand außerhalb dieses Standorts.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Kontaktdaten: ${days(contactDays)} nach Ihrem Besuch. Der Besuch selbst: ${days(visitDays)}. Wenn niemand erfasst, dass Sie gegangen sind, zählt die Zeit ab Ihrer Ankunft. Gelöscht wird automatisch, und jede Löschung wird überprüft.`,
    cards: (cardLinkDays) =>
      `Die Verbindung zwischen Ihnen und der Karte: ${days(cardLinkDays)} nach Ihrem Besuch. Danach ist nicht mehr erkennbar, wer die Karte hatte.`,
  },
  access: {
    heading: 'Wer die Daten Ihres Besuchs sieht',
    paragraphs: [
      'Der Empfang, der Sicherheitsdienst und die für den Datenschutz Zuständigen an diesem Standort. Jeder Zugriff auf einen Besuch wird protokolliert.',
      'Die Daten sind verschlüsselt auf dem Rechner an diesem Empfang gespeichert.',
    ],
  },
  rights: {
    heading: 'Ihre Rechte',
    what: 'Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung, und Sie können aus Gründen, die sich aus Ihrer besonderen Situation ergeben, Widerspruch einlegen. Automatisierte Entscheidungen über Sie gibt es nicht.',
    withdrawal:
      'Soweit etwas auf Ihrer Einwilligung beruht, können Sie sie jederzeit widerrufen; die bis dahin erfolgte Verarbeitung bleibt rechtmäßig.',
    how: (contact) =>
      `Fragen Sie am Empfang oder schreiben Sie an ${contact}. Sie erhalten innerhalb eines Monats Antwort.`,
    complaint: (authority) => `Sie können sich bei der Aufsichtsbehörde beschweren: ${authority}.`,
  },
  untranslated: 'Dieser Teil liegt nicht auf Deutsch vor.',
  core: {
    visits: {
      title: 'Besuche und Empfang',
      purpose: 'Um im Notfall alle zu finden und das Gebäude zu sichern.',
      data: 'Name, E-Mail-Adresse und Telefonnummer; die Firma, von der Sie kommen, und die Person, die Sie besuchen, wenn Sie sie nennen; wann Sie kommen und gehen; welche Fassung dieser Hinweise Sie gesehen haben.',
      people: 'Besucherinnen und Besucher.',
      source:
        'Sie selbst, an diesem Bildschirm oder am Empfang; Telefon und Firma auch aus Ihrem letzten Besuch, wenn er noch gespeichert ist und Sie angeben, schon hier gewesen zu sein.',
      interest: 'Die Sicherheit aller Personen im Gebäude und des Gebäudes selbst.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Zutrittskarten',
      purpose: 'Damit Gäste sich selbstständig bewegen können.',
      data: 'Name und Nummer der Karte: wann Sie sie bekommen und wann Sie sie zurückgegeben haben.',
      people: 'Besucherinnen und Besucher, die eine Zutrittskarte bekommen.',
      source: 'Der Empfang, wenn er die Karte ausgibt und zurücknimmt.',
      interest: 'Zu wissen, welche Karten ausgegeben sind und wer für sie verantwortlich ist.',
      recipients: '',
      transfers: '',
    },
  },
  further: germanCatalogue,
};
