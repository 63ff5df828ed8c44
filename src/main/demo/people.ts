/**
 * Invented people. Family names are compounds nobody has, e-mail addresses lie under example.com (RFC 2606), and
 * telephone numbers come from ranges that no subscriber has.
 */
import type { Chance } from './random.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly language: 'da' | 'en';
}

const givenNames = {
  da: [
    'Alma',
    'Asger',
    'Bjørk',
    'Dagny',
    'Ebbe',
    'Freja',
    'Gry',
    'Halfdan',
    'Inge',
    'Jørn',
    'Kåre',
    'Lærke',
    'Malthe',
    'Nanna',
    'Oda',
    'Pelle',
    'Runa',
    'Søren',
    'Thyra',
    'Ulrik',
    'Vigga',
    'Ægir',
    'Østen',
    'Åse',
  ],
  en: [
    'Amélie',
    'Bence',
    'Chidi',
    'Dörte',
    'Eoin',
    'Fatma',
    'Giulia',
    'Håkan',
    'Ines',
    'Jürgen',
    'Kofi',
    'Łukasz',
    'Mei',
    'Noor',
    'Olena',
    'Priya',
    'Quentin',
    'Rosa',
    'Siân',
    'Tomáš',
    'Uwe',
    'Violeta',
    'Yusuf',
    'Zoë',
  ],
} as const;

const beginnings = [
  'Fjord',
  'Måne',
  'Regn',
  'Kløver',
  'Birke',
  'Tåge',
  'Sne',
  'Havn',
  'Lyng',
  'Stjerne',
  'Kobber',
  'Bølge',
  'Skumrings',
  'Fyr',
  'Mos',
  'Rav',
  'Vinter',
  'Sommer',
  'Ærte',
  'Østers',
] as const;
const endings = [
  'blink',
  'glimt',
  'vinge',
  'krølle',
  'hjul',
  'klang',
  'sten',
  'fløjte',
  'knap',
  'kande',
  'lygte',
  'pind',
  'skæl',
  'trille',
  'vifte',
  'bånd',
  'fnug',
  'gnist',
] as const;

const companies = [
  'Fjordglimt Pumper',
  'Kobberklang A/S',
  'Nordvind Elevatorer',
  'Blå Time Catering',
  'Pilot & Pære ApS',
  'Regnbue Logistik',
  'Stille Maskiner',
  'Tre Træer Arkitekter',
  'Uldgarn Software',
  'Lantern Works Ltd',
  'Half Moon Bearings',
  'Paper Boat Media',
  'Quiet Valve GmbH',
  'Tin Kettle Robotics',
  'Wool & Wire',
  'Seventh Bell Audit',
] as const;

/** Those who are visited: the demo's directory of hosts. */
export const hosts: readonly { readonly name: string; readonly department: string }[] = [
  { name: 'Alma Bølgeblink', department: 'Sales' },
  { name: 'Asger Kløverkande', department: 'Finance' },
  { name: 'Dagny Fyrfløjte', department: 'Research' },
  { name: 'Ebbe Stjernesten', department: 'Production' },
  { name: 'Freja Lyngslygte', department: 'Legal' },
  { name: 'Gry Måneglimt', department: 'Research' },
  { name: 'Halfdan Regnskæl', department: 'IT' },
  { name: 'Inge Havnehjul', department: 'Service' },
  { name: 'Jørn Vintervinge', department: 'Facilities' },
  { name: 'Kåre Tågetrille', department: 'Production' },
  { name: 'Lærke Pæreknap', department: 'Marketing' },
  { name: 'Malthe Ærtevifte', department: 'Purchasing' },
  { name: 'Nanna Østersbånd', department: 'People' },
  { name: 'Oda Snepind', department: 'Quality' },
  { name: 'Pelle Gnistfnug', department: 'Logistics' },
  { name: 'Runa Birkeblink', department: 'Sales' },
  { name: 'Thyra Nordklang', department: 'Management' },
  { name: 'Vigga Kobberknap', department: 'Training' },
];

const plainLetters: Readonly<Record<string, string>> = { ø: 'oe', æ: 'ae', å: 'aa', ł: 'l' };

/** The name as the local part of an address: lower case, no accents. */
export function addressOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[øæåł]/g, (letter) => plainLetters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '.');
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

/**
 * Sources: no Danish subscriber number begins with 0; Ofcom keeps 07700 900000–900999, the Swedish PTS 070-174 06
 * 05–99 and the North American plan 555-0100–0199 for fiction.
 */
function phoneOf(chance: Chance, language: 'da' | 'en'): string {
  if (language === 'da')
    return `+45 0${chance.between(1, 9)} ${digits(chance.between(0, 99), 2)} ${digits(chance.between(0, 99), 2)} ${digits(chance.between(0, 99), 2)}`;
  return chance.pick([
    `+44 7700 900${digits(chance.between(0, 999), 3)}`,
    `+46 70 174 06 ${digits(chance.between(5, 99), 2)}`,
    `+1 202 555 01${digits(chance.between(0, 99), 2)}`,
  ]);
}

/** `serial` keeps two people of one name apart in their addresses. */
export function inventPerson(chance: Chance, serial: number): Person {
  const language = chance.happens(0.7) ? 'da' : 'en';
  const family = chance.pick(beginnings) + chance.pick(endings);
  const name = `${chance.pick(givenNames[language])} ${family}`;
  return {
    name,
    email: `${addressOf(name)}.${serial}@example.com`,
    phone: phoneOf(chance, language),
    company: chance.happens(0.85) ? chance.pick(companies) : '',
    language,
  };
}
