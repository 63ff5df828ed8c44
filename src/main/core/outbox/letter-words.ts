/** The words of mails in every language of the kiosk. `{…}` is filled in; see `letters.ts`. */
export interface LetterWords {
  readonly invitationSubject: string;
  readonly greeting: string;
  readonly expected: string;
  readonly expectedByHost: string;
  readonly times: string;
  readonly show: string;
  readonly type: string;
  readonly image: string;
  readonly automatic: string;
  readonly arrivalSubject: string;
  readonly arrived: string;
}

export const letterWords: Readonly<Record<string, LetterWords>> = {
  en: {
    invitationSubject: 'Your visit to {site}, {day}',
    greeting: 'Dear {name}',
    expected: 'You are expected at {site} on {day}.',
    expectedByHost: 'You are expected at {site} on {day} by {host}.',
    times: 'Time: {times}',
    show: 'Show this code to the scanner at the entrance:',
    type: 'Or choose “I have a code” and type:',
    image: 'QR code of your visit',
    automatic: 'This mail was sent by {site}. Questions about your details: {contact}',
    arrivalSubject: '{name} has arrived',
    arrived: '{name} signed in at {site} at {time} and is waiting for you.',
  },
  da: {
    invitationSubject: 'Dit besøg hos {site}, {day}',
    greeting: 'Kære {name}',
    expected: 'Du er ventet hos {site} {day}.',
    expectedByHost: 'Du er ventet hos {site} {day} af {host}.',
    times: 'Tid: {times}',
    show: 'Vis denne kode til scanneren ved indgangen:',
    type: 'Eller vælg “Jeg har en kode” og skriv:',
    image: 'QR-kode til dit besøg',
    automatic: 'Denne mail er sendt af {site}. Spørgsmål om dine oplysninger: {contact}',
    arrivalSubject: '{name} er kommet',
    arrived: '{name} meldte sin ankomst hos {site} kl. {time} og venter på dig.',
  },
  de: {
    invitationSubject: 'Ihr Besuch bei {site}, {day}',
    greeting: 'Guten Tag {name}',
    expected: 'Sie werden am {day} bei {site} erwartet.',
    expectedByHost: 'Sie werden am {day} bei {site} von {host} erwartet.',
    times: 'Uhrzeit: {times}',
    show: 'Zeigen Sie diesen Code dem Scanner am Eingang:',
    type: 'Oder wählen Sie „Ich habe einen Code“ und geben Sie ein:',
    image: 'QR-Code Ihres Besuchs',
    automatic: 'Diese E-Mail wurde von {site} gesendet. Fragen zu Ihren Angaben: {contact}',
    arrivalSubject: '{name} ist da',
    arrived: '{name} hat sich um {time} bei {site} angemeldet und wartet auf Sie.',
  },
  sv: {
    invitationSubject: 'Ditt besök hos {site}, {day}',
    greeting: 'Hej {name}',
    expected: 'Du är väntad hos {site} {day}.',
    expectedByHost: 'Du är väntad hos {site} {day} av {host}.',
    times: 'Tid: {times}',
    show: 'Visa den här koden för skannern vid ingången:',
    type: 'Eller välj ”Jag har en kod” och skriv:',
    image: 'QR-kod för ditt besök',
    automatic: 'Mejlet skickades av {site}. Frågor om dina uppgifter: {contact}',
    arrivalSubject: '{name} har kommit',
    arrived: '{name} anmälde sig hos {site} kl. {time} och väntar på dig.',
  },
  nb: {
    invitationSubject: 'Besøket ditt hos {site}, {day}',
    greeting: 'Hei {name}',
    expected: 'Du er ventet hos {site} {day}.',
    expectedByHost: 'Du er ventet hos {site} {day} av {host}.',
    times: 'Tid: {times}',
    show: 'Vis denne koden til skanneren ved inngangen:',
    type: 'Eller velg «Jeg har en kode» og skriv:',
    image: 'QR-kode for besøket ditt',
    automatic: 'Denne e-posten er sendt av {site}. Spørsmål om opplysningene dine: {contact}',
    arrivalSubject: '{name} har kommet',
    arrived: '{name} registrerte seg hos {site} kl. {time} og venter på deg.',
  },
  pl: {
    invitationSubject: 'Wizyta w {site}, {day}',
    greeting: 'Dzień dobry, {name}',
    expected: 'Zapraszamy do {site}: {day}.',
    expectedByHost: 'Zapraszamy do {site}: {day}. Osoba zapraszająca: {host}.',
    times: 'Godzina: {times}',
    show: 'Proszę pokazać ten kod skanerowi przy wejściu:',
    type: 'Albo wybrać „Mam kod” i wpisać:',
    image: 'Kod QR wizyty',
    automatic: 'Wiadomość wysłana przez {site}. Pytania o dane osobowe: {contact}',
    arrivalSubject: 'Gość na miejscu: {name}',
    arrived: 'Gość {name} czeka w {site}. Godzina przybycia: {time}.',
  },
  fr: {
    invitationSubject: 'Votre visite chez {site}, {day}',
    greeting: 'Bonjour {name}',
    expected: 'Vous êtes attendu(e) chez {site} le {day}.',
    expectedByHost: 'Vous êtes attendu(e) chez {site} le {day} par {host}.',
    times: 'Horaire : {times}',
    show: 'Présentez ce code au lecteur à l’entrée :',
    type: 'Ou choisissez « J’ai un code » et saisissez :',
    image: 'Code QR de votre visite',
    automatic: 'Ce message a été envoyé par {site}. Questions sur vos données : {contact}',
    arrivalSubject: '{name} est arrivé(e)',
    arrived: '{name} s’est présenté(e) chez {site} à {time} et vous attend.',
  },
  es: {
    invitationSubject: 'Su visita a {site}, {day}',
    greeting: 'Hola, {name}',
    expected: 'Le esperamos en {site} el {day}.',
    expectedByHost: 'Le esperan en {site} el {day}. Anfitrión: {host}.',
    times: 'Hora: {times}',
    show: 'Muestre este código al lector de la entrada:',
    type: 'O elija «Tengo un código» y escriba:',
    image: 'Código QR de su visita',
    automatic: 'Este correo lo envió {site}. Preguntas sobre sus datos: {contact}',
    arrivalSubject: '{name} ha llegado',
    arrived: '{name} se registró en {site} a las {time} y le espera.',
  },
};
