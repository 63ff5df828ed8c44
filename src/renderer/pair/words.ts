/** The words of the pairing page, for whoever sets the device up: Danish where the browser is Danish, else English. */
export interface PairWords {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly send: string;
  readonly note: string;
  readonly empty: string;
  readonly wrong: string;
  readonly throttled: (seconds: number) => string;
  readonly unavailable: string;
}

const en: PairWords = {
  title: 'Pair this device',
  lead: 'An administrator makes a code in the office, under Devices. It is good for ten minutes and works once.',
  label: 'Pairing code',
  send: 'Pair',
  note: 'This browser stays paired until an administrator revokes it or its cookies are cleared. A private window forgets it when it is closed.',
  empty: 'Type the eight characters of the code.',
  wrong: 'This code is not good, or no longer. After five wrong tries every code is gone; ask for a new one.',
  throttled: (seconds) => `Too many tries from here. Try again in ${seconds} seconds.`,
  unavailable: 'The host does not answer. Try again in a moment.',
};

const da: PairWords = {
  title: 'Tilslut denne enhed',
  lead: 'En administrator laver en kode på kontoret under Enheder. Den gælder i ti minutter og virker én gang.',
  label: 'Tilslutningskode',
  send: 'Tilslut',
  note: 'Browseren er tilsluttet, indtil en administrator fjerner den, eller dens cookies slettes. Et privat vindue glemmer den, når det lukkes.',
  empty: 'Skriv kodens otte tegn.',
  wrong:
    'Koden gælder ikke, eller gælder ikke længere. Efter fem forkerte forsøg er alle koder væk; bed om en ny.',
  throttled: (seconds) => `For mange forsøg herfra. Prøv igen om ${seconds} sekunder.`,
  unavailable: 'Værten svarer ikke. Prøv igen om et øjeblik.',
};

export function pairWords(language: string): PairWords {
  return /^da\b/i.test(language) ? da : en;
}
