/** The invented people of a Monday: who is expected, who belongs together, and who just comes. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly host: string;
}

const firstNames = ['Asta', 'Bjørn', 'Cilje', 'Dagfinn', 'Esra', 'Frode', 'Gunhild', 'Hakon'] as const;
const lastNames = ['Aagesen', 'Birkelund', 'Czerny', 'Dybdahl', 'Engström', 'Fjeldgaard', 'Gøtke'] as const;

/** Everybody has another name: eight first names and seven last names have no common divisor. */
function person(number: number, company: string): Person {
  const name = `${firstNames[number % 8]} ${lastNames[number % 7]}${number < 56 ? '' : '-Holt'}`;
  const phone = `+45 ${String(20_000_000 + number * 7_919)
    .match(/\d\d/g)
    ?.join(' ')}`;
  return { name, email: `visitor${number}@example.com`, phone, company, host: 'Dagny Friis' };
}

const some = (from: number, count: number, company: string): readonly Person[] =>
  Array.from({ length: count }, (_, index) => person(from + index, company));

/** Another program invites these over HTTP. */
export const invitedByProgram = some(0, 28, 'Paper Boat Media');
/** The receptionist invites these one by one. */
export const invitedAtDesk = some(28, 12, 'Tern & Sons');
export const group = some(40, 12, 'Lighthouse Choir');
export const walkIns = some(52, 15, '');
/** On the watchlist. */
export const blocked: Person = {
  ...{ name: 'Viggo Blackwood', email: 'viggo@blackwood.example', phone: '+45 99 88 77 66' },
  ...{ company: 'Blackwood Ltd', host: '' },
};
